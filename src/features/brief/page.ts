import { voiceOf } from '../../core/documents.ts';
import type { Page, PageLine, PagePart } from '../../formats/html/page.ts';
import { briefParts, FIRST_PERSON, type Line, type Part, sayTitle, TAKE_ALONG } from './text-parts.ts';
import type { BriefView } from './view.ts';

/** How high things are on the printed page, in points; see formats/html/paper.ts. A4 less its margins is 757. */
const HEIGHT = { page: 750, head: 50, heading: 30, line: 15, gap: 2, rule: 21, footer: 22 } as const;
/** Letters of 11pt Arial on a line of 174 mm, reckoned on the safe side. */
const LETTERS = 88;
const MOST_ROOM = 4;
const MOST_AT_END = 8;

/**
 * From the fullest page to the barest; the first that leaves so much room under each heading is taken. The last always
 * fits.
 */
const WAYS = [
  { cover: true, lines: 99, letters: 2000, room: 2 },
  { cover: false, lines: 99, letters: 2000, room: 1 },
  { cover: false, lines: 6, letters: 300, room: 1 },
  { cover: false, lines: 3, letters: 150, room: 1 },
  { cover: false, lines: 1, letters: 150, room: 0 },
] as const;

/** The page for printing: one side of A4 in the first person, whoever prints it, with ruled lines under each heading. */
export function briefPage(view: BriefView): Page {
  const tries = WAYS.map((way) => ({
    least: way.room,
    parts: briefParts(view, FIRST_PERSON, way.cover).map((part) => shortened(part, way)),
  }));
  const fits = tries.find(({ least, parts: one }) => roomFor(one) >= one.length * least) ?? tries.at(-1);
  const parts = fits?.parts ?? [];
  const rules = Math.max(0, roomFor(parts));
  const each = parts.length === 0 ? 0 : Math.min(MOST_ROOM, Math.floor(rules / parts.length));
  const rest = Math.min(MOST_AT_END, rules - each * parts.length - 2);
  const voice = voiceOf(view.plan);
  return {
    title: sayTitle(view),
    about: `${voice.officer ? `For ${voice.you}. ` : ''}${TAKE_ALONG}`,
    parts: [
      ...parts.map((part): PagePart => ({ heading: part.heading, lines: part.lines.map(toPageLine), room: each })),
      ...(rest < 2 ? [] : [{ heading: 'WHAT WE AGREED, AND THE NEXT DATE', lines: [], room: rest }]),
    ],
    footer: ['Not a record of decisions.'],
  };
}

/** How many ruled lines there is room for beside what is printed. */
function roomFor(parts: readonly Part[]): number {
  const used = parts.reduce((sum, part) => sum + HEIGHT.heading * rows(part.heading) + linesOf(part), 0);
  return Math.floor((HEIGHT.page - HEIGHT.head - HEIGHT.footer - used) / HEIGHT.rule);
}

function linesOf(part: Part): number {
  return part.lines.map(toPageLine).reduce((sum, { lead = '', text, under = [] }) => {
    const count = rows(`${lead} ${text}`) + under.reduce((more, one) => more + rows(one), 0);
    return sum + count * HEIGHT.line + HEIGHT.gap;
  }, 0);
}

function rows(text: string): number {
  return Math.max(1, Math.ceil(text.length / LETTERS));
}

function shortened(part: Part, { lines, letters }: (typeof WAYS)[number]): Part {
  const cut = (words: string) => (words.length > letters ? `${words.slice(0, letters)} …` : words);
  const more = part.lines.length - lines;
  return {
    heading: part.heading,
    lines: [
      ...part.lines.slice(0, lines).map((one) => ({ ...one, text: cut(one.text) })),
      ...(more > 0 ? [{ label: '', text: `and ${more} more` }] : []),
    ],
  };
}

function toPageLine({ label, text, right, under }: Line): PageLine {
  return { lead: label, text: right === undefined ? text : `${text} (${right})`, under: under ?? [] };
}
