import type { FigureFile } from '../../core/figures/indicator.ts';
import { BLANK, type Block, heading, items, text } from '../../formats/terminal/blocks.ts';

/** Which files to download from which page, and what to type then. */
export function filesBlocks(files: readonly FigureFile[]): Block[] {
  const pages = [...new Set(files.map(({ url }) => url))];
  return [
    ...pages.flatMap((url) => {
      const here = files.filter((file) => file.url === url);
      return [
        text(`From "${here[0]?.publication ?? ''}"`),
        text(url),
        items(here.map(({ name, holds }) => ({ label: '', text: name, under: [holds] }))),
        BLANK,
      ];
    }),
    heading('THEN TYPE, WITH THE NAMES OF THE FILES'),
    items([
      { label: 'induct data import FILE FILE', text: 'reads them, all in one go' },
      { label: 'induct data', text: 'shows where the council stands' },
    ]),
  ];
}
