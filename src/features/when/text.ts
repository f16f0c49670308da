import type { Situation } from '../../core/pack-advice.ts';
import { fill, type Voice } from '../../core/voice.ts';
import { type Block, type Item, items, spaced, text } from '../../formats/terminal/blocks.ts';

/** What becomes of the question under LATER: kept as q3, or how to keep it. */
export type Keeping = { readonly kept: string | null; readonly hint: boolean };

/** All pages, a line each. */
export function listText(situations: readonly Situation[], voice: Voice): readonly Block[] {
  if (situations.length === 0) return [text('There are no pages in this list.')];
  return spaced(
    [text('When something has happened: one page, to read before anything is said or done')],
    [items(situations.map(({ id, title }) => ({ label: id, text: fill(title, voice) })))],
    [text(`Show one: induct when ${situations[0]?.id}`)],
  );
}

/** One page, short enough for a hard day. */
export function pageText(situation: Situation, keeping: Keeping, voice: Voice): readonly Block[] {
  const said = (line: string) => fill(line, voice);
  return spaced(
    [text(`${said(situation.title)}.`, { strong: true }), text(said(situation.forWhom))],
    [
      items([
        ...rows('ASK', situation.ask.map(said)),
        ...rows(
          'DO NOT',
          situation.doNot.map((line) => `${said(line)}.`),
        ),
        ...rows('NEXT', situation.next.map(said)),
        ...rows('LATER', [said(situation.later), ...sayKeeping(situation, keeping)]),
      ]),
    ],
    [text(`Check locally: ${said(situation.checkLocally)}`), text(`Source: ${situation.source.section}. Our summary.`)],
  );
}

/** A heading at the left, on its first line. */
function rows(label: string, lines: readonly string[]): Item[] {
  return lines.map((line, index) => ({ label: index === 0 ? label : '', text: line }));
}

function sayKeeping({ id }: Situation, { kept, hint }: Keeping): string[] {
  if (kept !== null) return [`Kept as ${kept}, a question for the director.`];
  return hint ? [`To keep it for the director: induct when ${id} --ask`] : [];
}
