import { titleOfPerson } from '../people.ts';
import type { Plan } from '../plan/types.ts';

const ADDRESS = /[\w.+-]+@[\w-]+(\.[\w-]+)+/g;
/** Ten digits or more, as British numbers have. */
const NUMBER = /(?:\+?\d[\d\s()-]{8,}\d)/g;

/**
 * A text without what is personal about those whose names the record knows: a name becomes the title it goes with, an
 * address or a telephone number goes. Names that nobody recorded can't be known.
 */
export function withoutNames(text: string, plan: Plan): string {
  const called = plan.people.flatMap((person) => {
    const title = titleOfPerson(person, plan);
    const { name, pa } = person.contact;
    return [
      ...(name === undefined ? [] : partsOf(name).map((part) => [part, `[${title}]`] as const)),
      ...(pa === undefined ? [] : partsOf(pa).map((part) => [part, '[an officer]'] as const)),
    ];
  });
  const asked = plan.actions.flatMap(({ arrangedWith }) =>
    arrangedWith !== null && PERSON.test(arrangedWith)
      ? partsOf(arrangedWith).map((part) => [part, '[an officer]'] as const)
      : [],
  );
  const longestFirst = [...called, ...asked].sort(([a], [b]) => b.length - a.length);
  const without = longestFirst.reduce((words, [name, title]) => words.replace(wholeWord(name), title), text);
  return without.replace(ADDRESS, '[an address]').replace(NUMBER, '[a number]');
}

/** Two or three words with capitals, as a person's name. */
const PERSON = /^(?:(?:Mr|Mrs|Ms|Dr)\.? )?\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){1,2}$/u;
const SHORTEST = 3;

/** A full name, the same without a title before it, and the last name alone. */
function partsOf(name: string): string[] {
  const bare = name.trim().replace(/^(mr|mrs|ms|miss|dr|cllr|councillor|sir|dame)\.?\s+/i, '');
  const last = bare.split(/\s+/).at(-1) ?? '';
  return [...new Set([name.trim(), bare, ...(last === bare ? [] : [last])])].filter((part) => part.length >= SHORTEST);
}

function wholeWord(words: string): RegExp {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\\.?\\s+)?${escaped}(?![\\p{L}\\p{N}])`,
    'giu',
  );
}
