import type { SectionName } from './registry.ts';

/** A list of a section whose entries are told apart by a key, and may be changed one by one by a council's own list. */
export type EntryList = {
  /** What tells its entries apart. */
  readonly key: 'id' | 'name' | 'date';
  /** Whether a council may take an entry out. What progress is kept of is never taken out: its actions are. */
  readonly hides: boolean;
  /** What an entry of a council's own has where it does not say. */
  readonly usual: (entry: Entry) => Entry;
};

export type Entry = Readonly<Record<string, unknown>>;

/** An entry of a council's own says so, unless it names another source. */
const source = { page: 'local', section: 'Added by the council' };
const none = (): Entry => ({});
const sourced = (): Entry => ({ source });

/** The lists of entries by the key they stand under, which is the same in every file. */
export const ENTRY_LISTS: Readonly<Record<string, EntryList>> = {
  steps: { key: 'id', hides: true, usual: sourced },
  actions: { key: 'id', hides: true, usual: sourced },
  occasions: { key: 'id', hides: true, usual: none },
  meetings: { key: 'id', hides: false, usual: sourced },
  questions: { key: 'id', hides: false, usual: none },
  answers: { key: 'id', hides: false, usual: none },
  people: { key: 'id', hides: false, usual: none },
  letters: { key: 'id', hides: true, usual: none },
  advisers: { key: 'name', hides: false, usual: sourced },
  tips: { key: 'id', hides: true, usual: () => ({ source, fits: [] }) },
  links: { key: 'id', hides: true, usual: () => ({ source, checked: 'yes' }) },
  terms: { key: 'id', hides: true, usual: () => ({ source, short: null, also: [] }) },
  indicators: { key: 'id', hides: false, usual: ({ title }) => ({ source, page_wording: title }) },
  habits: { key: 'id', hides: false, usual: () => ({ source, until_agreed_with: null }) },
  situations: { key: 'id', hides: true, usual: () => ({ source, aliases: [] }) },
  year: { key: 'id', hides: true, usual: sourced },
  closing_days: { key: 'date', hides: false, usual: none },
};

/** These are joined key by key; every other set of keys inside an entry is taken whole. */
export const JOINED = ['points', 'contact', 'introduction', 'signature'];

/** Keys that may stand there with null, so that it can't mean "take it away". */
export const KEEPS_NULL = ['short', 'until_agreed_with'];

/** In the file of closing days a council writes these and nothing else of the section. */
export const ONLY: Partial<Record<SectionName, readonly string[]>> = { bankHolidays: ['closing_days'] };

/** Whether something is a set of keys and values. */
export function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What tells an entry from the others of its list; null where it does not say. */
export function nameOf(entry: unknown, list: EntryList): string | null {
  const name = isEntry(entry) ? entry[list.key] : null;
  return typeof name === 'string' ? name : null;
}

/** The words by which a person knows an entry. */
export function titleOf(entry: Entry): string {
  const found = [entry.title, entry.name, entry.term, entry.ask, entry.date].find((one) => typeof one === 'string');
  return String(found ?? '');
}
