import type { z } from './schema.ts';

/** A mistake that a section's own rules found, at a path of keys and places in its file. */
export type Mistake = { readonly path: readonly (string | number)[]; readonly message: string };

/**
 * What one file of a pack may hold (its name is in files.ts). `schema` makes the schema of what it may hold, since
 * all of them take longer to make than one file to check; `build` turns what it holds into what the program uses, which must
 * survive JSON, since it is kept in the cache; `check` holds the rules that a schema can't.
 */
export type Section<Raw, Built> = {
  readonly schema: () => z.ZodType<Raw>;
  readonly build: (raw: Raw) => Built;
  readonly check?: (raw: Raw) => readonly Mistake[];
};

/** What a file holds that keeps to a schema. */
export type RawOf<Schema extends () => z.ZodType> = z.infer<ReturnType<Schema>>;

/** Declares a section with its types inferred from its schema. */
export function section<Raw, Built>(declared: Section<Raw, Built>): Section<Raw, Built> {
  return declared;
}

/** Mistakes for every id that is there twice. */
export function repeated(entries: readonly { readonly id: string }[], at: string): Mistake[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    if (!seen.has(entry.id)) {
      seen.add(entry.id);
      return [];
    }
    return [{ path: [at, index, 'id'], message: `the id ${entry.id} is there twice` }];
  });
}
