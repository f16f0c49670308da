import type { ListChange } from '../../core/local/list-change.ts';
import { fill, TO_HOLDER } from '../../core/voice.ts';
import { type Block, heading, items, spaced, text } from '../../formats/terminal/blocks.ts';

type Checked = { readonly folder: string; readonly whole: boolean; readonly changes: readonly ListChange[] };

/** What a check came to where there are no mistakes. `named`: a folder was, else the list in use was checked. */
export function checkedText({ folder, whole, changes }: Checked, named: boolean): readonly Block[] {
  if (whole) return [text(`No mistakes in the list: ${folder}`)];
  return spaced(
    [text(`No mistakes in the council's own list: ${folder}`)],
    ...sayChanges(changes),
    named ? [text(`To use it: induct local use ${typed(folder)}`)] : [],
  );
}

/** The receipt of `local use`. */
export function usedText({ folder, changes }: Checked, already: boolean, instead: string | null): readonly Block[] {
  return spaced(
    [text(`${already ? 'Used already' : 'Used from now on'}, on top of the shipped list: ${folder}`)],
    ...sayChanges(changes),
    [
      text('An edited file counts from the next command on.'),
      text('Check it first: induct local check'),
      text('Back to the shipped list alone: induct local use --none'),
    ],
    instead === null ? [] : [text(`INDUCT_PACK is set and comes first: ${instead}`)],
  );
}

/** The receipt of `local use --none`. */
export function noneText(already: boolean): readonly Block[] {
  if (already) return [text('The shipped list is used alone already.')];
  return [
    text('The shipped list is used alone from now on.'),
    text("What was recorded against the council's own actions is kept, and shown as no longer on the list."),
  ];
}

/** The receipt of `local new`. */
export function madeText({ folder, files }: { readonly folder: string; readonly files: readonly string[] }) {
  const example = typed(folder);
  return spaced(
    [text(`The beginning of a council's own list: ${folder}`)],
    [text(`${files.length} files. In each, examples behind a #: take it away, and change the words.`)],
    [text(`Check it: induct local check ${example}`), text(`Then use it: induct local use ${example}`)],
  );
}

const HEADINGS: readonly (readonly [ListChange['what'], string])[] = [
  ['added', 'ADDED'],
  ['changed', 'CHANGED'],
  ['hidden', 'NOT USED HERE'],
];

function sayChanges(changes: readonly ListChange[]): readonly (readonly Block[])[] {
  if (changes.length === 0) return [[text('It changes nothing yet.')]];
  return HEADINGS.map(([what, title]) => {
    const rows = changes.filter((change) => change.what === what);
    return rows.length === 0 ? [] : [heading(title), items(rows.map(rowOf))];
  });
}

function rowOf({ file, id, title: written, fields }: ListChange) {
  const title = fill(written, TO_HOLDER);
  const where = fields.length === 0 ? file : `${file}: ${fields.join(', ')}`;
  return title === id || title === '' ? { label: id, text: where } : { label: id, text: title, under: [where] };
}

/** A path as it is typed. */
function typed(path: string): string {
  return path.includes(' ') ? `"${path}"` : path;
}
