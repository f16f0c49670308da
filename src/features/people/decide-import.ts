import { addPerson, freePersonId, isEmail, newOf, sayContact } from '../../core/decide-people.ts';
import { type Contact, type Draft, draft } from '../../core/events.ts';
import { findIdentifying } from '../../core/identifying.ts';
import { titleOfPerson } from '../../core/people.ts';
import { plainText } from '../../core/plain-words.ts';
import type { PlanPerson } from '../../core/plan/people.ts';
import type { Plan } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import type { CsvTable } from '../../formats/csv/read.ts';

/** What importing a file comes to: what to write, and for each row what becomes of it. */
export type ImportDecision = {
  readonly drafts: readonly Draft[];
  readonly matched: readonly string[];
  readonly added: readonly string[];
  readonly same: number;
  /** Columns that nothing is taken from. */
  readonly unused: readonly string[];
};

type Field = keyof Contact | 'id';

/** What the columns of an export are usually called, in any case. */
const HEADINGS: Readonly<Record<string, Field>> = {
  name: 'name',
  'full name': 'name',
  post: 'post',
  'job title': 'post',
  title: 'post',
  role: 'post',
  position: 'post',
  email: 'email',
  'e-mail': 'email',
  'email address': 'email',
  phone: 'phone',
  telephone: 'phone',
  tel: 'phone',
  mobile: 'phone',
  pa: 'pa',
  assistant: 'pa',
  'personal assistant': 'pa',
  who: 'id',
  id: 'id',
};

type Row = { readonly line: number; readonly id: string; readonly contact: Contact };

/**
 * What a table of people comes to. A row belongs to somebody of the list by id, by name and post, by post, title or another word
 * for it; the others are added. Nothing of a table with mistakes is taken.
 * @param file how errors name it
 * @throws Problem (2) with every mistake and its line
 */
export function decideImport(plan: Plan, table: CsvTable, file: string, keep: boolean): ImportDecision {
  const fields = table.columns.map((column) => HEADINGS[plainText(column)] ?? null);
  if (!fields.some((field) => field === 'name' || field === 'post' || field === 'id')) {
    const columns = table.columns.map((column) => `"${column}"`).join(', ');
    throw usage(
      `${file}, line 1: no column is called name or post. It has: ${columns}.`,
      'Name the columns in the first line: name, post, email, phone, PA.',
    );
  }
  const rows = readRows(table, fields);
  const wrong = rows.flatMap((row) => mistakesIn(plan, row, keep).map((said) => `${file}, line ${row.line}: ${said}`));
  if (wrong.length > 0)
    throw usage([...wrong, 'Nothing was imported.'].join('\n'), 'Mend the file and import it again.');
  const unused = table.columns.filter((_, index) => fields[index] === null);
  return { ...decideRows(plan, rows), unused };
}

function readRows(table: CsvTable, fields: readonly (Field | null)[]): Row[] {
  return table.rows.flatMap(({ line, cells }) => {
    const said: Record<string, string> = {};
    for (const [index, field] of fields.entries()) {
      const value = (cells[index] ?? '').replace(/\s+/g, ' ').trim();
      // Of two columns that mean the same, such as telephone and mobile, the first that is filled counts.
      if (field !== null && value !== '' && said[field] === undefined) said[field] = value;
    }
    const { id = '', ...contact } = said;
    return Object.keys(said).length === 0 ? [] : [{ line, id, contact }];
  });
}

function mistakesIn(plan: Plan, { id, contact }: Row, keep: boolean): string[] {
  const { name, post, email } = contact;
  const known = plan.people.some((person) => person.id === id.toLowerCase());
  const found = keep ? [] : findIdentifying([name, post, contact.pa].filter(Boolean).join('; '));
  return [
    ...(id !== '' && !known && name === undefined && post === undefined ? [`there is nobody called "${id}".`] : []),
    ...(id === '' && name === undefined && post === undefined ? ['there is no name and no post.'] : []),
    ...(email !== undefined && !isEmail(email) ? [`"${email}" is not an email address.`] : []),
    ...(found.length > 0 ? ['this may identify a child or a family. Write it without, or add --keep.'] : []),
  ];
}

function decideRows(plan: Plan, rows: readonly Row[]): Omit<ImportDecision, 'unused'> {
  const drafts: Draft[] = [];
  const matched: string[] = [];
  const added: string[] = [];
  const taken = new Set<string>();
  let same = 0;
  for (const { id, contact } of rows) {
    const person = personFor(plan, id, contact, taken);
    if (person === null) {
      const title = titleFor(plan, contact, added);
      const fresh = freePersonId(plan, title, [...taken]);
      taken.add(fresh);
      added.push(title);
      drafts.push(...addPerson(plan, fresh, title, contact));
      continue;
    }
    taken.add(person.id);
    const fresh = newOf(person.contact, contact);
    if (Object.keys(fresh).length === 0) {
      same += 1;
      continue;
    }
    matched.push(`${titleOfPerson(person, plan)}: ${sayContact(fresh)}`);
    drafts.push(draft('person-set', person.id, person.title, plan.today, fresh));
  }
  return { drafts, matched, added, same };
}

/** The person a row is about; null for one who is new. Nobody is meant by two rows. */
function personFor(plan: Plan, id: string, contact: Contact, taken: ReadonlySet<string>): PlanPerson | null {
  const free = plan.people.filter((person) => !taken.has(person.id));
  const byId = free.find((person) => person.id === id.toLowerCase());
  if (byId !== undefined) return byId;
  const same = (one: string | undefined | null, other: string | undefined) =>
    one !== undefined && one !== null && other !== undefined && plainText(one) === plainText(other);
  const known = free.find(
    (person) =>
      same(person.contact.name, contact.name) &&
      (contact.post === undefined || same(person.contact.post, contact.post)),
  );
  if (known !== undefined) return known;
  const isCalled = (person: PlanPerson, words: string) =>
    [person.id, titleOfPerson(person, plan), person.contact.post, ...(person.pack?.aliases ?? [])].some((name) =>
      same(name, words),
    );
  const words = contact.post ?? contact.name ?? '';
  // Two people may hold one post: who is known under another name is somebody else, where the user added them.
  const holds = (person: PlanPerson) =>
    person.pack !== null || !person.contact.name || same(person.contact.name, contact.name);
  return free.find((person) => isCalled(person, words) && holds(person)) ?? null;
}

/** What somebody new is called: their post, with the name where the post alone is taken; else the name. */
function titleFor(plan: Plan, { name, post }: Contact, added: readonly string[]): string {
  const title = post ?? name ?? 'Person';
  const known = [...plan.people.map((person) => titleOfPerson(person, plan)), ...added].map(plainText);
  return known.includes(plainText(title)) && post !== undefined && name !== undefined ? `${post}, ${name}` : title;
}
