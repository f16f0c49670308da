import type { Paper, PaperEntry, PaperPart, PaperTable } from '../../core/report/paper.ts';
import { escapeHtml } from './escape.ts';
import { PAPER } from './paper.ts';
import { renderPicture } from './svg.ts';

/** What a report needs beside the looks of every page. */
const REPORT = `
svg { display: block; max-width: 100%; height: auto; margin: 4pt 0; }
table { border-collapse: collapse; margin: 4pt 0 8pt; }
caption { text-align: left; font-weight: bold; padding: 2pt 0; }
th, td { border: 1px solid #767676; padding: 1pt 6pt; text-align: left; vertical-align: top; }
section { margin: 0 0 8pt; }
li ul { margin: 0 0 2pt 12pt; }
.skip { position: absolute; left: -999px; }
.skip:focus { position: static; }
a { color: #1d3f72; }
footer { margin-top: 12pt; border-top: 1px solid #000; padding-top: 4pt; font-size: 10pt; }
@media print { .skip { display: none; } table, svg { break-inside: avoid; } }
`;

/**
 * A document as one self-contained HTML file, to WCAG 2.2 AA: landmarks, one h1, headings in order, tables with a caption,
 * pictures with their words beside them; no script, nothing fetched, for a screen of 320 pixels and for A4.
 */
export function renderPaper({ title, about, parts, footer }: Paper): string {
  return [
    '<!DOCTYPE html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${PAPER}${REPORT}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#main">Skip to the report</a>',
    '<header>',
    `<h1>${escapeHtml(title)}</h1>`,
    ...about.map((line) => `<p class="about">${escapeHtml(line)}</p>`),
    '</header>',
    '<main id="main">',
    ...parts.flatMap(renderPart),
    '</main>',
    ...(footer.length === 0 ? [] : ['<footer>', ...footer.map((line) => `<p>${escapeHtml(line)}</p>`), '</footer>']),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function renderPart({ heading, intro, pictures, table, entries }: PaperPart): string[] {
  return [
    '<section>',
    `<h2>${escapeHtml(heading)}</h2>`,
    ...(intro === null ? [] : [`<p>${escapeHtml(intro)}</p>`]),
    ...pictures.flatMap((picture) => [renderPicture(picture), `<p>${escapeHtml(picture.says)}</p>`]),
    ...(table === null ? [] : renderTable(table)),
    ...(entries.length === 0 ? [] : ['<ul>', ...entries.map(renderEntry), '</ul>']),
    '</section>',
  ];
}

function renderTable({ caption, columns, rows }: PaperTable): string[] {
  return [
    '<table>',
    `<caption>${escapeHtml(caption)}</caption>`,
    `<thead><tr>${columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(([lead = '', ...cells]) => {
      const rest = cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
      return `<tr><th scope="row">${escapeHtml(lead)}</th>${rest}</tr>`;
    }),
    '</tbody>',
    '</table>',
  ];
}

function renderEntry({ lead, text, under }: PaperEntry): string {
  const first = lead === null || lead === '' ? '' : `<strong>${escapeHtml(lead)}</strong>: `;
  const more = under.length === 0 ? '' : `<ul>${under.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
  return `<li>${first}${escapeHtml(text)}${more}</li>`;
}
