/** JSON Schemas of the list's files, for editors that check a file while it is written. Made from the schemas themselves. */
import { ENTRY_LISTS, ONLY } from './entries.ts';
import { FILES, LAYER_FILES } from './files.ts';
import { SECTIONS, type SectionName } from './registry.ts';
import { z } from './sections/schema.ts';

type Json = Readonly<Record<string, unknown>>;
const NAMES = Object.keys(SECTIONS) as SectionName[];

/** What a file's schema is called: `steps.schema.json`. */
export function schemaName(file: string): string {
  return `${(file.split('/').at(-1) ?? file).replace(/\.yaml$/, '')}.schema.json`;
}

/** The schemas of a whole list's files, as text, by name. */
export function wholeSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(NAMES.map((name) => [schemaName(FILES[name]), toText(ofWhole(name))]));
}

/** The schemas of the files of a council's own list: only what tells an entry from the others must be there. */
export function layerSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const file = LAYER_FILES[name];
      return file === undefined ? [] : [[schemaName(file), toText(ofLayer(name))] as const];
    }),
  );
}

function ofWhole(name: SectionName): Json {
  return z.toJSONSchema(SECTIONS[name].schema(), { io: 'input', unrepresentable: 'any' }) as Json;
}

function ofLayer(name: SectionName): Json {
  const schema = ofWhole(name);
  const all = Object.entries((schema.properties ?? {}) as Record<string, Json>);
  const only = ONLY[name];
  const properties = all
    .filter(([key]) => only === undefined || only.includes(key))
    .map(([key, part]) => [key, loosened(key, part)] as const);
  const { required: _, ...rest } = schema;
  return { ...rest, properties: Object.fromEntries(properties) };
}

/** A part of which nothing but its key must be there; null takes away what may be left out. */
function loosened(key: string, part: Json): Json {
  const list = Object.hasOwn(ENTRY_LISTS, key) ? ENTRY_LISTS[key] : undefined;
  const entry = part.items as Json | undefined;
  if (list === undefined || entry === undefined) {
    const { required: _, ...rest } = part;
    return rest;
  }
  const required = (entry.required ?? []) as readonly string[];
  const properties = Object.entries((entry.properties ?? {}) as Record<string, Json>).map(([name, value]) => {
    const inner = Object.hasOwn(ENTRY_LISTS, name) ? loosened(name, value) : value;
    const removable = !required.includes(name) && name !== list.key;
    return [name, removable ? { anyOf: [inner, { type: 'null' }] } : inner] as const;
  });
  const hidden = list.hides ? { hidden: { type: 'boolean', description: HIDDEN } } : {};
  const items = { ...entry, properties: { ...Object.fromEntries(properties), ...hidden }, required: [list.key] };
  const { minItems: _, ...rest } = part;
  return { ...rest, items };
}

const HIDDEN = 'true: not used at this council';

function toText(schema: Json): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
