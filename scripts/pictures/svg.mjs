// @ts-check

/** One stretch of a line in one style. @typedef {{ text: string, bold: boolean, red: boolean }} Part */

const COLUMN = 8.4;
const LINE = 19;
const EDGE = 16;
const LEAST_COLUMNS = 80;
/** Fonts that systems have: a picture in a page loads none. */
const FONT = "ui-monospace, 'Cascadia Mono', Consolas, Menlo, 'DejaVu Sans Mono', monospace";

/**
 * A picture of a terminal: what was typed, and what it showed. Its text is text, each stretch as wide as its letters
 * are many, so that columns stand straight in every font. Light, whatever the page around it.
 * @param {string} typed
 * @param {string} screen with the escape sequences of colour
 * @returns {string} SVG
 */
export function toSvg(typed, screen) {
  const lines = [[{ text: `> ${typed}`, bold: false, red: false }], [], ...screen.trimEnd().split('\n').map(partsOf)];
  const columns = Math.max(LEAST_COLUMNS, ...lines.map((parts) => widthOf(parts)));
  const width = Math.ceil(columns * COLUMN) + 2 * EDGE;
  const height = lines.length * LINE + 2 * EDGE;
  const rows = lines.flatMap((parts, row) => rowOf(parts, EDGE + (row + 0.75) * LINE));
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(typed)}</title>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6" fill="#ffffff" stroke="#8c959f"/>`,
    `<g font-family="${FONT}" font-size="14" fill="#1f2328">`,
    ...rows,
    '</g>',
    '</svg>',
  ].join('\n')}\n`;
}

/**
 * @param {readonly Part[]} parts
 * @param {number} y
 */
function rowOf(parts, y) {
  let column = 0;
  return parts.flatMap(({ text, bold, red }) => {
    const indent = text.length - text.trimStart().length;
    const words = text.trim();
    const x = EDGE + (column + indent) * COLUMN;
    column += [...text].length;
    if (words === '') return [];
    const style = `${bold ? ' font-weight="bold"' : ''}${red ? ' fill="#a40e26"' : ''}`;
    const length = ([...words].length * COLUMN).toFixed(1);
    return `<text xml:space="preserve" x="${x.toFixed(1)}" y="${y.toFixed(1)}" textLength="${length}"${style}>${escaped(words)}</text>`;
  });
}

/**
 * The stretches of a line: bold and red are all the styles that a screen has.
 * @param {string} line
 * @returns {Part[]}
 */
export function partsOf(line) {
  let bold = false;
  let red = false;
  const parts = [];
  for (const piece of line.split(/(\u001b\[[\d;]*m)/)) {
    const codes = /^\u001b\[([\d;]*)m$/.exec(piece)?.[1];
    if (codes === undefined) {
      // Two columns of a table are two stretches, each at its place.
      for (const text of piece.split(/(?<=\S {2,})(?=\S)/)) if (text !== '') parts.push({ text, bold, red });
      continue;
    }
    for (const code of codes.split(';')) {
      if (code === '1') bold = true;
      else if (code === '22') bold = false;
      else if (code === '31') red = true;
      else if (code === '39') red = false;
      else if (code === '0' || code === '') bold = red = false;
      else throw new Error(`A picture knows no style ${code}.`);
    }
  }
  return parts;
}

/** @param {readonly Part[]} parts */
function widthOf(parts) {
  return parts.reduce((sum, { text }) => sum + [...text].length, 0);
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
