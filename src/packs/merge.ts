import type { ListChange } from '../core/local/list-change.ts';
import { nearestOf } from '../core/nearest.ts';
import {
  ENTRY_LISTS,
  type Entry,
  type EntryList,
  isEntry,
  JOINED,
  KEEPS_NULL,
  nameOf,
  ONLY,
  titleOf,
} from './entries.ts';
import { FILES, LAYER_FILES } from './files.ts';
import { oneAdviserEach } from './one-adviser.ts';
import { Origins, type Place } from './origins.ts';
import type { FileMistake, Guess, YamlFile } from './read-yaml.ts';
import type { SectionName } from './registry.ts';

/** A section's file in one layer: what it is called where a mistake is told, and what it holds. */
export type LayerFile = { readonly file: string; readonly yaml: YamlFile };

export type Merged = {
  readonly yaml: YamlFile;
  readonly mistakes: readonly FileMistake[];
  readonly changes: readonly ListChange[];
};

/**
 * Puts a section together from the shipped file and those of councils on top of it. Entries are matched by their id:
 * a known one has the fields changed that are given, a new one goes last, and `hidden` takes one out. Where each part
 * came from is kept, so that every mistake is told in the file it was made in. Nothing is checked here but what joining
 * needs; the section's schema looks at the whole.
 */
export function mergeSection(section: SectionName, base: LayerFile, layers: readonly LayerFile[]): Merged {
  const merging = new Merging(section, base);
  let value = base.yaml.value;
  for (const layer of layers) value = merging.add(value, layer);
  return { yaml: merging.result(value), mistakes: merging.mistakes, changes: merging.changes };
}

class Merging {
  readonly mistakes: FileMistake[] = [];
  readonly changes: ListChange[] = [];
  readonly #section: SectionName;
  readonly #file: string;
  readonly #origins: Origins;
  readonly #guesses = new Map<object, Guess>();

  constructor(section: SectionName, base: LayerFile) {
    this.#section = section;
    this.#file = LAYER_FILES[section] ?? FILES[section];
    this.#origins = new Origins(base);
  }

  add(lower: unknown, layer: LayerFile): unknown {
    const upper = layer.yaml.value;
    const place: Place = { layer, path: [] };
    // A file in which everything is a comment still changes nothing.
    if (upper === null || upper === undefined) return lower;
    if (!isEntry(upper) || !isEntry(lower)) {
      this.#mistake(place, [], 'the file must hold keys, as the shipped one does');
      return lower;
    }
    const only = ONLY[this.#section];
    for (const key of Object.keys(upper)) {
      if (only !== undefined && !only.includes(key)) {
        this.#mistake(place, [key], `only ${only.join(' and ')} can stand here`);
      }
    }
    return this.#joinMaps(lower, upper, place, true);
  }

  result(value: unknown): YamlFile {
    const origins = this.#origins;
    return {
      value,
      mistakes: [],
      locate: (path, key) => origins.locate(value, path, key),
      pathIn: (path) => origins.placeOf(value, path).path,
      guess: (path) => this.#guesses.get(origins.entryAt(value, path) ?? this) ?? null,
    };
  }

  /** The keys of both; the upper ones win. At the top of a file and in entries null takes a key away. */
  #joinMaps(lower: Entry, upper: Entry, place: Place, top: boolean): Entry {
    const joined: Record<string, unknown> = { ...lower };
    const parts = new Map<PropertyKey, Place>();
    for (const key of Object.keys(lower)) parts.set(key, this.#origins.part(lower, key));
    for (const [key, given] of Object.entries(upper)) {
      if (key === '__proto__') continue;
      const at = within(place, key);
      if (given === null && !KEEPS_NULL.includes(key)) delete joined[key];
      else joined[key] = this.#join(key, lower[key], given, at);
      parts.set(key, at);
      if (top && !Array.isArray(given)) this.#changed(key, key, isEntry(given) ? Object.keys(given) : [key]);
    }
    this.#origins.keep(joined, place, parts);
    return joined;
  }

  #join(key: string, lower: unknown, upper: unknown, place: Place): unknown {
    const list = Object.hasOwn(ENTRY_LISTS, key) ? ENTRY_LISTS[key] : undefined;
    if (list !== undefined && Array.isArray(upper) && (lower === undefined || Array.isArray(lower))) {
      return this.#joinEntries(list, key, (lower as readonly unknown[] | undefined) ?? [], upper, place);
    }
    if (JOINED.includes(key) && isEntry(lower) && isEntry(upper)) return this.#joinMaps(lower, upper, place, false);
    return upper;
  }

  #joinEntries(
    list: EntryList,
    key: string,
    lower: readonly unknown[],
    upper: readonly unknown[],
    place: Place,
  ): unknown[] {
    const entries = lower.map((entry, index) => ({ entry, at: this.#origins.part(lower, index) }));
    const shipped = lower.map((entry) => nameOf(entry, list)).filter((name) => name !== null);
    const seen = new Set<string>();
    for (const [index, given] of upper.entries()) {
      const at = within(place, index);
      const name = nameOf(given, list);
      if (name !== null && seen.has(name)) {
        this.#mistake(at, [list.key], `${list.key} ${name} is there twice`);
        continue;
      }
      if (name !== null) seen.add(name);
      const found = name === null ? -1 : entries.findIndex(({ entry }) => nameOf(entry, list) === name);
      if (isEntry(given) && 'hidden' in given && !this.#mayHide(list, given, name, found >= 0, shipped, at)) continue;
      if (found < 0) entries.push({ entry: this.#fresh(list, key, given, name, shipped, at), at });
      else {
        const before = entries[found]?.entry as Entry;
        const joined = this.#joinMaps(before, given as Entry, at, false);
        entries[found] = { entry: joined, at };
        this.#tell(list, name ?? '', joined, given as Entry);
      }
    }
    const kept = entries.filter(({ entry }) => staysWhenHidden(key) || !isHidden(entry));
    const whole = key === 'advisers' ? oneAdviserEach(kept, shipped) : kept;
    const joined = whole.map(({ entry }) => (key === 'actions' ? entry : this.#settled(entry)));
    this.#origins.keep(joined, place, new Map(whole.map(({ at }, index) => [index, at])));
    return joined;
  }

  /** An entry that is new: what it does not say is usual for a council's own. */
  #fresh(
    list: EntryList,
    key: string,
    given: unknown,
    name: string | null,
    shipped: readonly string[],
    at: Place,
  ): unknown {
    if (!isEntry(given)) return given;
    const entry: Record<string, unknown> = { ...list.usual(given), ...given };
    this.changes.push({ what: 'added', file: this.#file, id: name ?? '', title: titleOf(entry), fields: [] });
    const actions = entry.actions;
    if (key === 'steps' && Array.isArray(actions)) {
      entry.actions = this.#joinEntries(
        ENTRY_LISTS.actions as EntryList,
        'actions',
        [],
        actions,
        within(at, 'actions'),
      );
    }
    const parts = Object.keys(given).map((part) => [part, within(at, part)] as const);
    this.#origins.keep(entry, at, new Map(parts));
    const near = name === null ? null : nearestOf(name, shipped);
    if (name !== null && near !== null && list.key === 'id') this.#guesses.set(entry, { id: name, near });
    return entry;
  }

  #mayHide(
    list: EntryList,
    given: Entry,
    name: string | null,
    known: boolean,
    shipped: readonly string[],
    at: Place,
  ): boolean {
    if (!list.hides) {
      this.#mistake(at, ['hidden'], `"hidden" is not used here, so that nothing recorded is lost. ${INSTEAD}`);
      return false;
    }
    if (typeof given.hidden !== 'boolean') {
      this.#mistake(at, ['hidden'], '"hidden" must be true or false');
      return false;
    }
    if (given.hidden && !known) {
      const near = name === null ? null : nearestOf(name, shipped);
      this.#mistake(
        at,
        ['id'],
        `there is no ${name ?? 'such entry'} to hide${near === null ? '' : `: is it ${near}?`}`,
      );
      return false;
    }
    return true;
  }

  /** A step that is hidden hides its actions, and stays. Only actions know the word themselves. */
  #settled(entry: unknown): unknown {
    if (!isEntry(entry) || !('hidden' in entry)) return entry;
    const { hidden, ...rest } = entry;
    const whole: Record<string, unknown> = rest;
    if (hidden === true && Array.isArray(entry.actions)) {
      const actions = entry.actions.map(withHidden);
      for (const [index, action] of actions.entries())
        if (isEntry(action)) this.#origins.copy(entry.actions[index], action);
      this.#origins.copy(entry.actions, actions);
      whole.actions = actions;
    }
    this.#origins.copy(entry, whole);
    return whole;
  }

  #tell(list: EntryList, id: string, entry: Entry, given: Entry): void {
    const title = titleOf(entry);
    if (given.hidden === true) {
      this.changes.push({ what: 'hidden', file: this.#file, id, title, fields: [] });
      return;
    }
    const fields = Object.keys(given).filter((key) => key !== list.key && key !== 'actions' && key !== 'hidden');
    if (fields.length > 0) this.changes.push({ what: 'changed', file: this.#file, id, title, fields });
  }

  #changed(id: string, title: string, fields: readonly string[]): void {
    this.changes.push({ what: 'changed', file: this.#file, id, title, fields });
  }

  #mistake(place: Place, path: readonly PropertyKey[], message: string): void {
    const { file, yaml } = place.layer;
    this.mistakes.push({ file, ...yaml.locate([...place.path, ...path]), message });
  }
}

const INSTEAD = 'Hide its action in steps.yaml instead';
const staysWhenHidden = (key: string) => key === 'actions' || key === 'steps';
const isHidden = (entry: unknown) => isEntry(entry) && entry.hidden === true;
const withHidden = (entry: unknown) => (isEntry(entry) ? { ...entry, hidden: true } : entry);

function within(place: Place, key: PropertyKey): Place {
  return { layer: place.layer, path: [...place.path, key] };
}
