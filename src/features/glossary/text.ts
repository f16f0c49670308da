import { PAGES } from '../../core/pack.ts';
import type { Term } from '../../core/pack-advice.ts';
import { type Block, items, spaced, text } from '../../formats/terminal/blocks.ts';
import { type GlossaryView, sayTerm } from './view.ts';

/** More than this many are listed by name only. */
const MOST_WHOLE = 6;

/** The list by letter, one word whole, or the few that a word could mean. `plain`: each on a line of its own. */
export function glossaryText({ terms, all }: GlossaryView, plain: boolean): readonly Block[] {
  const [only] = terms;
  if (only === undefined) return [text('There are no words in this list.')];
  if (all) {
    return spaced(
      [text(`${terms.length} words of children's services, with their short forms`)],
      [items(byLetter(terms, plain))],
      [text('One of them: induct glossary iro'), text('Where the council has a list of its own, that one counts.')],
    );
  }
  if (terms.length === 1) return spaced(...whole(only), saySource(only));
  const one = [text(`One of them, with its source: induct glossary ${only.id}`)];
  if (terms.length > MOST_WHOLE) return spaced([items(byLetter(terms, plain))], one);
  return spaced(...terms.flatMap(whole), one);
}

function byLetter(terms: readonly Term[], plain: boolean) {
  if (plain) return terms.map((term) => ({ label: '', text: sayTerm(term) }));
  const letters = new Map<string, Term[]>();
  for (const term of terms) {
    const letter = term.term.charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), term]);
  }
  return [...letters].map(([label, group]) => ({ label, text: group.map(sayTerm).join('; ') }));
}

function whole(term: Term): Block[][] {
  const also = term.also.length === 0 ? [] : [text(`Also: ${term.also.join('; ')}`, { indent: 2 })];
  return [[text(sayTerm(term), { strong: true }), text(term.meaning, { indent: 2 }), ...also]];
}

function saySource({ source: { page, section, url } }: Term): Block[] {
  if (page === 'local')
    return [text(`Source: ${PAGES.local.title}`), ...(url === null ? [] : [text(url, { indent: 2 })])];
  const ours = page === 'induct';
  return [
    text(ours ? 'Source: our own summary' : `Source: ${PAGES[page].title}`),
    ...(ours ? [] : [text(`"${section}"`, { indent: 2 })]),
    ...(url === null ? [] : [text(url, { indent: 2 })]),
    ...(ours ? [] : [text('The page uses the word; the meaning is our own summary.')]),
  ];
}
