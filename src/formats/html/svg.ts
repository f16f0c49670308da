import type { Picture } from '../../core/report/paper.ts';
import { escapeHtml } from './escape.ts';

const WIDTH = 640;
const HEIGHT = 200;
const LEFT = 48;
const RIGHT = 16;
const TOP = 16;
const BOTTOM = 44;
const BAR = 18;

/**
 * A picture as inline SVG, with its title and what there is to see in words. Dark on white, told by shape alone; nothing in
 * it needs a script or a style of the page.
 */
export function renderPicture(picture: Picture): string {
  const { id, title, says, shape, points, marks } = picture;
  const values = points.map(({ value }) => value);
  const top = Math.max(0, ...values) || 1;
  const low = shape === 'bars' ? 0 : Math.min(0, ...values);
  const x = (at: number) => round(LEFT + at * (WIDTH - LEFT - RIGHT));
  const y = (value: number) => round(TOP + (1 - (value - low) / (top - low)) * (HEIGHT - TOP - BOTTOM));
  const axis = `<path d="M${LEFT} ${TOP}V${y(low)}H${WIDTH - RIGHT}" fill="none" stroke="#595959"/>`;
  const drawn =
    shape === 'bars'
      ? points.map(({ at, value }) => bar(Math.min(x(at), WIDTH - RIGHT - BAR), y(value), y(0)))
      : [
          `<polyline points="${points.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')}" fill="none" stroke="#1d3f72" stroke-width="3"/>`,
          ...points.map(({ at, value }) => `<circle cx="${x(at)}" cy="${y(value)}" r="4" fill="#1d3f72"/>`),
        ];
  const words = [
    text(LEFT - 6, y(top) + 5, String(top), 'end'),
    text(LEFT - 6, y(low) + 5, String(low), 'end'),
    ...marks.map(({ at, words: mark }, index) => markAt(x(at), mark, index)),
  ];
  return [
    `<svg role="img" aria-labelledby="${escapeHtml(id)}-title ${escapeHtml(id)}-says" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" xmlns="http://www.w3.org/2000/svg">`,
    `<title id="${escapeHtml(id)}-title">${escapeHtml(title)}</title>`,
    `<desc id="${escapeHtml(id)}-says">${escapeHtml(says)}</desc>`,
    axis,
    ...drawn,
    ...words,
    '</svg>',
  ].join('');
}

function bar(left: number, top: number, bottom: number): string {
  return `<rect x="${left}" y="${top}" width="${BAR}" height="${round(bottom - top)}" fill="#1d3f72"/>`;
}

/** Marks stand in two rows by turns, so that those near each other do not run together. */
function markAt(x: number, words: string, index: number): string {
  const bottom = HEIGHT - BOTTOM + 18 + (index % 2) * 18;
  const anchor = x < LEFT + 60 ? 'start' : x > WIDTH - RIGHT - 60 ? 'end' : 'middle';
  const tick = `<path d="M${x} ${HEIGHT - BOTTOM}v6" stroke="#595959"/>`;
  return tick + text(x, bottom, words, anchor);
}

function text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end'): string {
  return `<text x="${x}" y="${y}" font-size="15" font-family="Arial, Helvetica, sans-serif" text-anchor="${anchor}" fill="#000">${escapeHtml(words)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
