import { escapeHtml } from './escape.ts';
import { PAPER } from './paper.ts';

/** One part of a page for printing. `lines` are said as they are; `room` counts ruled lines to write on. */
export type PagePart = {
  readonly heading: string | null;
  readonly lines: readonly PageLine[];
  readonly room?: number;
};

/** A line of a page: what leads it (a number, a day), what it says, and what stands under it. */
export type PageLine = { readonly lead?: string; readonly text: string; readonly under?: readonly string[] };

export type Page = {
  readonly title: string;
  /** A line under the title. */
  readonly about: string | null;
  readonly parts: readonly PagePart[];
  /** Small, at the end. */
  readonly footer: readonly string[];
};

/**
 * A page for printing as one self-contained file: A4, black on white, ruled lines to write on, no script, nothing
 * fetched. Rules are paragraphs with a border, so that Word shows them too.
 */
export function renderPage(page: Page): string {
  const body = [
    `<h1>${escapeHtml(page.title)}</h1>`,
    ...(page.about === null ? [] : [`<p class="about">${escapeHtml(page.about)}</p>`]),
    ...page.parts.flatMap(renderPart),
    ...page.footer.map((line) => `<p class="footer">${escapeHtml(line)}</p>`),
  ];
  return [
    '<!DOCTYPE html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(page.title)}</title>`,
    `<style>${PAPER}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...body,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function renderPart({ heading, lines, room = 0 }: PagePart): string[] {
  return [
    ...(heading === null ? [] : [`<h2>${escapeHtml(heading)}</h2>`]),
    ...(lines.length === 0 ? [] : ['<ul>', ...lines.map(renderLine), '</ul>']),
    ...Array.from({ length: room }, () => '<p class="rule">&nbsp;</p>'),
  ];
}

function renderLine({ lead, text, under = [] }: PageLine): string {
  const first = lead === undefined || lead === '' ? '' : `<strong>${escapeHtml(lead)}</strong> `;
  const more = under.map((line) => `<br>${escapeHtml(line)}`).join('');
  return `<li>${first}${escapeHtml(text)}${more}</li>`;
}
