import { bareName, isGeneric, plainName, tellingWords } from './council-names.ts';
import { distance } from './nearest.ts';

export { findRegion, regions } from './regions.ts';

/** What kind of council it is in law; `sui-generis` is the Council of the Isles of Scilly. */
export type CouncilType = 'county' | 'unitary' | 'metropolitan' | 'london-borough' | 'city-corporation' | 'sui-generis';

/** One council responsible for children's services, as `data/england/councils.yaml` has it. */
export type Council = {
  readonly name: string;
  readonly short: string;
  readonly gss: string;
  readonly formerGss: readonly string[];
  readonly type: CouncilType;
  readonly region: string;
  readonly dfeCode: string;
  readonly onsName: string;
  readonly aliases: readonly string[];
  /** The councils it was formed from, where figures of before are published under their codes. */
  readonly formedFrom?: readonly FormerCouncil[];
};

/** A council that is no more. `until` is its last day. */
export type FormerCouncil = {
  readonly name: string;
  readonly gss: string;
  readonly dfeCode: string;
  readonly until: string;
};

/** One council, several to choose from, or none with those spelt nearly the same (nearest first, at most five). */
export type CouncilMatch =
  | { readonly match: 'one'; readonly council: Council }
  | { readonly match: 'many'; readonly councils: readonly Council[] }
  | { readonly match: 'none'; readonly nearest: readonly Council[] };

type Keyed = {
  readonly council: Council;
  /** The names without council-ish words, and the aliases as they are. */
  readonly bare: readonly string[];
};

const MOST_NEAREST = 5;
/** Longer than any name of a council; what is longer was pasted by mistake. */
const LONGEST = 100;

/**
 * The council meant by what was typed: any of its names, an ONS code (old or new) or a DfE number, in any case, with or
 * without words such as "council" or "London Borough of". The first of these that finds anything decides: the same
 * name in full; the same name without council-ish words; a region's official name (all its councils); names that begin
 * with these words; names that hold all these words; names with words that begin like these. Fewer than two letters
 * (unless a code), or only words such as "city council", find nothing.
 */
export function findCouncils(typed: string, councils: readonly Council[]): CouncilMatch {
  if (typed.trim().length > LONGEST) return { match: 'none', nearest: [] };
  const plain = plainName(typed);
  const named = plain.replace(/^the /, '').replace(/ council$/, '');
  const exact = councils.filter((council) => namesInFull(council).some((name) => name === plain || name === named));
  if (exact.length > 0) return matchOf(exact);

  const bare = bareName(plain);
  if (isGeneric(plain) || isGeneric(bare) || plain.replace(/[^\p{L}]/gu, '').length < 2) {
    return { match: 'none', nearest: [] };
  }
  const keyed = councils.map((council) => ({ council, bare: bareNames(council) }));
  const words = tellingWords(bare);
  const tests: readonly ((one: Keyed) => boolean)[] = [
    (one) => one.bare.includes(bare),
    (one) => plainName(one.council.region) === plain,
    (one) => one.bare.some((name) => name.startsWith(`${bare} `)),
    (one) => one.bare.some((name) => holdsAll(words, tellingWords(name))),
    (one) => one.bare.some((name) => beginAlike(words, tellingWords(name))),
  ];
  for (const test of tests) {
    const found = keyed.filter(test).map((one) => one.council);
    if (found.length > 0) return matchOf(everydayNameFirst(found, bare));
  }
  return { match: 'none', nearest: nearest(bare, keyed) };
}

function namesInFull(council: Council): readonly string[] {
  const names = [council.short, council.name, council.onsName, ...council.aliases];
  return [...names, council.gss, ...council.formerGss, council.dfeCode].map(plainName);
}

/** An alias stays as it is: "Royal Borough of Kingston" is a name of one council, "Kingston" is not. */
function bareNames(council: Council): readonly string[] {
  const names = [council.short, council.name, council.onsName].map((name) => bareName(plainName(name)));
  return [...names, ...council.aliases.map(plainName)];
}

function matchOf(found: readonly Council[]): CouncilMatch {
  const [first, ...others] = found;
  return first !== undefined && others.length === 0
    ? { match: 'one', council: first }
    : { match: 'many', councils: found };
}

/** Thames before Hull for "Kingston": the everyday name counts more than a formal one. */
function everydayNameFirst(found: readonly Council[], bare: string): readonly Council[] {
  const byShort = (council: Council): boolean => plainName(council.short).startsWith(bare);
  return [...found.filter(byShort), ...found.filter((council) => !byShort(council))];
}

function holdsAll(words: readonly string[], name: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => name.includes(word));
}

/** Whether each word begins a word of the name, in the same order: `n yorks` and `north yorkshire`. */
function beginAlike(words: readonly string[], name: readonly string[]): boolean {
  let from = 0;
  for (const word of words) {
    const at = name.findIndex((other, index) => index >= from && other.startsWith(word));
    if (at < 0) return false;
    from = at + 1;
  }
  return words.length > 0;
}

/** One slip in a short name, two in most, three in a long one: room for typing mistakes, not for another place. */
function nearest(bare: string, keyed: readonly Keyed[]): readonly Council[] {
  const most = bare.length < 5 ? 1 : bare.length < 12 ? 2 : 3;
  return keyed
    .map((one) => ({ council: one.council, far: Math.min(...one.bare.map((name) => distance(bare, name))) }))
    .filter((one) => one.far <= most)
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_NEAREST)
    .map((one) => one.council);
}
