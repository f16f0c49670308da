import { regions } from '../../core/councils.ts';
import { voiceOf } from '../../core/documents.ts';
import { CAPACITIES } from '../../core/pack.ts';
import type { Plan } from '../../core/plan/types.ts';
import { fill, TO_HOLDER } from '../../core/voice.ts';
import type { Built, SectionName } from '../../packs/registry.ts';
import type { Session } from '../../session/session.ts';
import { SHELLS } from './scripts.ts';

/** A word that may follow, and what it is. */
export type Offer = { readonly word: string; readonly about: string };

/** Where values are looked for. `before`: the words before this one that belong to the command. */
export type From = {
  readonly session: Session;
  readonly command: string;
  readonly given: readonly string[];
  readonly before?: readonly string[];
};

/**
 * What may stand for an argument or behind a flag, by what it is called: `[what...]`, `--to <who>`. Nothing where a text,
 * a date or a file is meant. Holders are never named.
 */
export async function valuesOf(called: string, from: From): Promise<readonly Offer[]> {
  const [, flag, name = ''] = /^(--[\w-]+)? ?[[<]?([a-z]+)/.exec(called) ?? [];
  if (flag !== undefined) return behindFlag(flag, name, from);
  switch (name) {
    case 'what':
      return things(from);
    case 'meeting':
      return meetings(from);
    case 'who':
      return [...(await people(from)), ...(await meetings(from))];
    case 'question':
      return (await sections(from, 'questions')).questions.map(({ id, ask }) => ({ word: id, about: ask }));
    case 'answer':
      return answersTo(from.before?.[0] ?? '', from);
    case 'habit':
      return titled((await sections(from, 'habits')).habits);
    case 'figure':
      return titled((await sections(from, 'indicators')).indicators);
    case 'situation':
      return titled((await sections(from, 'situations')).situations);
    case 'tip':
      return titled((await sections(from, 'tips')).tips);
    case 'which':
      return titled((await sections(from, 'letters')).letters.letters);
    case 'word':
      return from.command === 'glossary' ? words(from) : [];
    case 'id':
      return recorded(from);
    case 'role':
      return plainly(CAPACITIES);
    case 'month':
      return plainly(MONTHS);
    case 'shell':
      return plainly(SHELLS);
    default:
      return [];
  }
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
].concat(['november', 'december']);

async function behindFlag(flag: string, name: string, from: From): Promise<readonly Offer[]> {
  if (flag === '--holder') return [];
  if (flag === '--for' && name === 'who') return plainly(['me', 'officer']);
  if (flag === '--region') return plainly(regions.map((region) => region.replaceAll(' ', '-')).filter(isOneWord));
  if (flag === '--step') return (await steps(from)).map(({ id, title }) => ({ word: id, about: title }));
  if (name === 'who' || name === 'what') return valuesOf(name, from);
  return answersTo(flag.slice(2), from);
}

const isOneWord = (region: string) => !region.includes('-');
const plainly = (list: readonly string[]): Offer[] => list.map((word) => ({ word, about: '' }));

function titled(list: readonly { readonly id: string; readonly title: string }[]): Offer[] {
  return list.map(({ id, title }) => ({ word: id, about: title }));
}

async function answersTo(question: string, from: From): Promise<readonly Offer[]> {
  const { questions } = await sections(from, 'questions');
  const found = questions.find(({ id }) => id === question.replaceAll('-', '_'));
  if (found === undefined || found.answers.length === 0) return [];
  return [
    ...found.answers.map(({ id, label }) => ({ word: id, about: label })),
    { word: 'not-sure', about: 'not known yet' },
  ];
}

async function words(from: From): Promise<readonly Offer[]> {
  const { glossary } = await sections(from, 'glossary');
  return glossary.flatMap(({ id, short, term }) => [
    ...(short === null ? [] : [{ word: short, about: term }]),
    { word: id, about: term },
  ]);
}

/** Actions, occasions and steps: of the plan, with what was added to it; without one, of the list. */
async function things(from: From): Promise<readonly Offer[]> {
  const plan = await planOf(from);
  const all = await steps(from);
  const pack = plan === null ? await sections(from, 'occasions') : { occasions: plan.occasions };
  const said = (title: string) => fill(title, plan === null ? TO_HOLDER : voiceOf(plan));
  const actions = plan === null ? all.flatMap((step) => step.actions) : plan.actions.filter(({ retired }) => !retired);
  return [...actions, ...pack.occasions, ...all].flatMap(({ id, number, title }: Numbered) => [
    { word: id, about: said(title) },
    ...(number === undefined || number === null || number === '' ? [] : [{ word: number, about: said(title) }]),
  ]);
}

type Numbered = { readonly id: string; readonly title: string; readonly number?: string | null };

async function steps(from: From) {
  return (await sections(from, 'steps')).steps;
}

async function meetings(from: From): Promise<readonly Offer[]> {
  const plan = await planOf(from);
  const all = plan?.meetings ?? (await sections(from, 'meetings')).meetings;
  return all.map((meeting) => {
    const local = 'localName' in meeting ? meeting.localName : null;
    return { word: meeting.id, about: local ?? meeting.name };
  });
}

async function people(from: From): Promise<readonly Offer[]> {
  const plan = await planOf(from);
  const all = plan?.people ?? (await sections(from, 'people')).people;
  return all.map(({ id, title }) => ({ word: id, about: fill(title, plan === null ? TO_HOLDER : voiceOf(plan)) }));
}

/** The numbers of questions that are open, or of promises that are not kept. */
async function recorded(from: From): Promise<readonly Offer[]> {
  if (isOfAnother(from)) return [];
  const { companion } = await from.session.gatherAll();
  if (from.command === 'questions') {
    const open = [...companion.question].filter(([, { answer }]) => answer === null);
    return open.map(([id, { text }]) => ({ word: id, about: text }));
  }
  const open = [...companion.promise].filter(([, { keptOn }]) => keptOn === null);
  return open.map(([id, { text }]) => ({ word: id, about: text }));
}

/** Where another holder is named, only the list is asked: nothing of theirs is shown while somebody types. */
function isOfAnother({ given }: From): boolean {
  return given.some((word) => word === '--holder' || word.startsWith('--holder='));
}

/** The current plan; null where there is none, it can't be read, or another holder is meant. */
async function planOf(from: From): Promise<Plan | null> {
  if (isOfAnother(from)) return null;
  try {
    return await from.session.plan();
  } catch {
    return null;
  }
}

function sections<N extends SectionName>({ session }: From, ...names: N[]): Promise<Pick<Built, N>> {
  return session.host.packs().load(...names);
}
