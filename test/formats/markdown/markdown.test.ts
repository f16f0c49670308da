import { type Node, Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../src/core/report/paper.ts';
import { escapeMarkdown } from '../../../src/formats/markdown/escape.ts';
import { renderMarkdown } from '../../../src/formats/markdown/paper.ts';
import { visible } from '../../../src/formats/terminal/safe.ts';

const HOSTILE = [
  '# heading',
  '- item',
  '+ item',
  '* item',
  '1. one',
  '1) one',
  '> quote',
  '---',
  '===',
  '```',
  '~~~',
  '    code',
  '\tcode',
  '![x](y)',
  '[x](javascript:alert(1))',
  '<img src=x onerror=alert(1)>',
  '<!-- x',
  '&lt;',
  '&amp',
  '| a | b |',
  '**b**',
  '__b__',
  '`c`',
  '\\',
  '\\*',
  'a\n# b',
  'a\r\n\r\n- b',
  '[a]: http://x',
  '*',
  '_',
  ' ',
  'http://x.example',
  '<http://x>',
  '![',
  '!',
];
const TEXT = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(...HOSTILE),
  fc.array(fc.constantFrom(...HOSTILE, 'a', ' ', '\n'), { maxLength: 5 }).map((parts) => parts.join('')),
);

/** How many nodes of each sort there are, and the words of each in order. */
function census(markdown: string) {
  const counts: Record<string, number> = {};
  const words: string[] = [];
  const walker = new Parser().parse(markdown).walker();
  for (let event = walker.next(); event !== null; event = walker.next()) {
    if (!event.entering) continue;
    const { type, literal } = event.node as Node;
    if (type === 'text') words.push(literal ?? '');
    else if (type !== 'softbreak') counts[type] = (counts[type] ?? 0) + 1;
  }
  return { counts, words: words.join('') };
}

const shown = (text: string) => visible(text.replace(/\s+/g, ' ').trim());

test('any text stays text', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      const { counts, words } = census(escapeMarkdown(text));
      expect(counts).toEqual(shown(text) === '' ? { document: 1 } : { document: 1, paragraph: 1 });
      expect(words).toBe(shown(text));
    }),
    { numRuns: 3000 },
  );
});

function paper(texts: readonly string[]): Paper {
  const [a = '', b = '', c = '', d = '', e = ''] = texts;
  return {
    title: a,
    about: [b],
    parts: [
      {
        heading: c,
        intro: d,
        pictures: [],
        table: { caption: a, columns: [a, b], rows: [[b, c]], listed: true },
        entries: [{ lead: d, text: e, under: [a, b] }],
      },
    ],
    footer: [c],
  };
}

describe('a document', () => {
  test('has the same parts, whatever stands in it', () => {
    const filled = fc.tuple(TEXT, TEXT, TEXT, TEXT, TEXT).filter((texts) => texts.every((text) => shown(text) !== ''));
    const plain = census(renderMarkdown(paper(['a', 'b', 'c', 'd', 'e']))).counts;
    fc.assert(
      fc.property(filled, (texts) => {
        expect(census(renderMarkdown(paper(texts))).counts).toEqual(plain);
      }),
      { numRuns: 2000 },
    );
  });
});
