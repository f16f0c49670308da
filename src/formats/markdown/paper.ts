import type { Paper, PaperEntry, PaperPart } from '../../core/report/paper.ts';
import { escapeMarkdown } from './escape.ts';

/** A document as CommonMark: headings and lists only, so that it reads well as it is. What pictures show is said. */
export function renderMarkdown({ title, about, parts, footer }: Paper): string {
  const blocks = [
    `# ${escapeMarkdown(title)}`,
    ...about.map(escapeMarkdown),
    ...parts.flatMap(renderPart),
    ...(footer.length === 0 ? [] : ['---', ...footer.map(escapeMarkdown)]),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function renderPart({ heading, intro, pictures, table, entries }: PaperPart): string[] {
  const rows = table?.listed === true ? table.rows : [];
  const listed = rows.map(([lead = '', ...cells]) => `- ${escapeMarkdown([`${lead}:`, ...cells].join(' '))}`);
  return [
    `## ${escapeMarkdown(heading)}`,
    intro === null ? '' : escapeMarkdown(intro),
    ...pictures.slice(0, 1).map(({ says }) => escapeMarkdown(says)),
    [...listed, ...entries.map(renderEntry)].join('\n'),
  ];
}

function renderEntry({ lead, text, under }: PaperEntry): string {
  const words = escapeMarkdown(lead === null || lead === '' ? text : `${lead}: ${text}`);
  return [`- ${words}`, ...under.map((line) => `  - ${escapeMarkdown(line)}`)].join('\n');
}
