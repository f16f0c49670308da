import { join } from 'node:path';
import type { ListChange } from '../core/local/list-change.ts';
import { distance } from '../core/nearest.ts';
import { checkAcross } from './across.ts';
import { FILES, LAYER_FILES } from './files.ts';
import { type LayerFile, mergeSection } from './merge.ts';
import type { FileMistake, YamlFile } from './read-yaml.ts';
import { type Built, SECTIONS, type SectionName } from './registry.ts';
import { z } from './sections/schema.ts';
import type { Section } from './sections/section.ts';

export { readPlainly } from './plain-yaml.ts';
export { layerSchemas, wholeSchemas } from './schemas.ts';

/** What the files hold, once read, checked and built, and what layers change of it; or every mistake in them. */
export type Compiled =
  | { readonly ok: true; readonly built: Built; readonly changes: readonly ListChange[] }
  | { readonly ok: false; readonly mistakes: readonly FileMistake[] };

/** The text of each section's file; null where there is none. */
export type Texts = Readonly<Record<SectionName, string | null>>;

/** A council's own list: its folder, and its files. */
export type Layer = { readonly folder: string; readonly texts: Texts };

/** How a file is read; what it gives is only looked at. */
export type ReadYaml = (file: string, text: string) => YamlFile;

const NAMES = Object.keys(SECTIONS) as SectionName[];

/** Sections that were built before from the same texts, and which of them were checked with each other. */
export type BuiltBefore = { readonly known: Partial<Built>; readonly checked: ReadonlySet<SectionName> };

/**
 * Reads, checks and builds all sections, and the rules across them. All mistakes of all files are found at once.
 * @param layers what councils put on top, the lowest first; mistakes in them name the file with its folder
 * @param before what is not read again, and in which no mistake is told
 */
export function compile(
  texts: Texts,
  read: ReadYaml,
  layers: readonly Layer[] = [],
  { known, checked }: BuiltBefore = { known: {}, checked: new Set() },
): Compiled {
  const mistakes: FileMistake[] = [];
  const changes: ListChange[] = [];
  // Behind what is built here stands what is known, of which most is never looked at.
  const built: Partial<Record<SectionName, unknown>> = Object.create(known);
  const files: Partial<Record<SectionName, YamlFile>> = {};
  for (const name of NAMES) {
    if (name in known) continue;
    const file = FILES[name];
    const text = texts[name];
    if (text === null) {
      mistakes.push({ file, line: 1, column: 1, message: 'the file is missing' });
      continue;
    }
    const base = read(file, text);
    const above = layers.flatMap((layer) => layerFile(layer, name, read));
    const found = [base, ...above.map(({ yaml }) => yaml)].flatMap((yaml) => yaml.mistakes);
    files[name] = base;
    if (found.length > 0) {
      mistakes.push(...found);
      continue;
    }
    const merged = above.length === 0 ? null : mergeSection(name, { file, yaml: base }, above);
    const yaml = merged?.yaml ?? base;
    files[name] = yaml;
    changes.push(...(merged?.changes ?? []));
    mistakes.push(...(merged?.mistakes ?? []));
    built[name] = compileSection(file, yaml, SECTIONS[name] as Section<unknown, unknown>, mistakes);
  }
  const across = checkAcross(built as Partial<Built>, checked).map(({ section, path, message }) => ({
    file: FILES[section],
    ...(files[section]?.locate(path) ?? { line: 1, column: 1 }),
    message,
  }));
  if (mistakes.length + across.length > 0) return { ok: false, mistakes: [...mistakes, ...across] };
  return { ok: true, built: built as Built, changes };
}

function layerFile({ folder, texts }: Layer, name: SectionName, read: ReadYaml): LayerFile[] {
  const text = texts[name];
  if (text === null) return [];
  const file = join(folder, LAYER_FILES[name] ?? FILES[name]);
  return [{ file, yaml: read(file, text) }];
}

/** What a section builds; also without the keys that nobody knows, so that its other mistakes are told as well. */
function compileSection(
  file: string,
  yaml: YamlFile,
  section: Section<unknown, unknown>,
  mistakes: FileMistake[],
): unknown {
  // Checks all that is well in one function made for it, and leaves the rest to the schema itself, which tells what is wrong.
  const schema = z.compile(section.schema());
  let parsed = schema.safeParse(yaml.value);
  if (!parsed.success) {
    const { issues } = parsed.error;
    const { misspelt, others } = sortOut(yaml, issues);
    mistakes.push(...misspelt.map((one) => ({ file, ...one })));
    for (const issue of others) mistakes.push(...tell(file, yaml, issue, schema));
    if (!issues.every((issue) => issue.code === 'unrecognized_keys')) return undefined;
    parsed = schema.safeParse(withoutUnknown(yaml.value, issues));
    if (!parsed.success) return undefined;
  }
  const own = section.check?.(parsed.data) ?? [];
  for (const { path, message } of own) mistakes.push({ file, ...yaml.locate(path), message });
  return own.length > 0 ? undefined : section.build(parsed.data);
}

/** What an entry lacks whose id may only be misspelt is told once an entry; everything else by itself. */
function sortOut(yaml: YamlFile, issues: readonly Issue[]) {
  const lacking = new Map<string, { readonly near: string; readonly path: PropertyKey[]; readonly keys: string[] }>();
  const others = issues.filter((issue) => {
    const guess = valueAt(yaml.value, issue.path) === undefined ? yaml.guess?.(issue.path) : null;
    if (guess === null || guess === undefined) return true;
    const known = lacking.get(guess.id) ?? { near: guess.near, path: issue.path.slice(0, -1), keys: [] };
    lacking.set(guess.id, { ...known, keys: [...known.keys, String(issue.path.at(-1))] });
    return false;
  });
  const misspelt = [...lacking].map(([id, { near, path, keys }]) => ({
    ...yaml.locate(path),
    message: `${id} is new on this list and lacks ${keys.join(', ')}: is it ${near}?`,
  }));
  return { misspelt, others };
}

function withoutUnknown(value: unknown, issues: readonly Issue[]): unknown {
  const copy = structuredClone(value);
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const parent = valueAt(copy, issue.path) as Record<string, unknown>;
    for (const key of issue.keys) delete parent[key];
  }
  return copy;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
}

type Issue = z.core.$ZodIssue;

function tell(file: string, yaml: YamlFile, issue: Issue, schema: z.ZodType<unknown>): FileMistake[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      ...yaml.locate(issue.path, key),
      message: `unknown key "${key}"${suggestion(key, knownKeys(schema))}`,
    }));
  }
  const path = yaml.pathIn?.(issue.path) ?? issue.path;
  const name = path.length === 0 ? 'the file' : `"${sayPath(path)}"`;
  const value = valueAt(yaml.value, issue.path);
  return [{ file, ...yaml.locate(issue.path), message: `${name} ${sayIssue(issue, value)}` }];
}

function sayIssue(issue: Issue, value: unknown): string {
  if (value === undefined) return 'is missing';
  if (issue.code === 'invalid_type') {
    const article = /^[aeiou]/.test(issue.expected) ? 'an' : 'a';
    return `must be ${WORDS[issue.expected] ?? `${article} ${issue.expected}`}`;
  }
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_union') return 'is not written as it must be';
  return issue.message;
}

const WORDS: Record<string, string> = {
  string: 'text; put quotation marks around it',
  array: 'a list, one - a line',
  object: 'a set of keys and values',
  record: 'a set of keys and values',
  boolean: 'true or false',
  int: 'a whole number',
};

function sayPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part + 1}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

function suggestion(key: string, known: readonly string[]): string {
  const [nearest] = [...known].sort((a, b) => distance(key, a) - distance(key, b));
  return nearest !== undefined && distance(key, nearest) <= 3 ? `: is it "${nearest}"?` : '';
}

/** Every key that a schema knows, at any depth. */
function knownKeys(schema: z.ZodType<unknown>): string[] {
  const json = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }));
  return [...json.matchAll(/"properties":\{/g)].length === 0 ? [] : propertyNames(JSON.parse(json));
}

function propertyNames(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'properties' in node && typeof node.properties === 'object' ? Object.keys(node.properties ?? {}) : [];
  return [...own, ...Object.values(node).flatMap(propertyNames)];
}
