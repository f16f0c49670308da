import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Paper } from '../../../src/core/report/paper.ts';
import { renderPaper } from '../../../src/formats/html/report-paper.ts';

const TEXT = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '</style><script>x</script>',
    '"onload="x',
    "' onclick='x",
    '<svg/onload=x>',
    '&lt;',
    '</title>',
    'javascript:x',
  ),
);

function paper([a = '', b = '', c = '', d = '', e = '']: readonly string[]): Paper {
  const picture = {
    id: 'p',
    title: a,
    says: b,
    points: [
      { at: 0, value: 1 },
      { at: 1, value: 3 },
    ],
    marks: [{ at: 1, words: c }],
  };
  return {
    title: a,
    about: [b],
    parts: [
      {
        heading: c,
        intro: d,
        pictures: [
          { ...picture, shape: 'bars' },
          { ...picture, shape: 'line' },
        ],
        table: { caption: e, columns: [a, b], rows: [[c, d]], listed: true },
        entries: [{ lead: d, text: e, under: [a, b] }],
      },
    ],
    footer: [c],
  };
}

/** Every tag of a page with its attributes' names. */
function tags(html: string): string[] {
  return [...html.matchAll(/<\/?[a-z][^>]*>/gi)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'));
}

test('no text becomes a tag or an attribute', () => {
  const plain = tags(renderPaper(paper(['a', 'b', 'c', 'd', 'e'])));
  fc.assert(
    fc.property(fc.tuple(TEXT, TEXT, TEXT, TEXT, TEXT), (texts) => {
      const filled = texts.map((text) => (text.trim() === '' ? 'x' : text));
      const html = renderPaper(paper(filled));
      expect(tags(html)).toEqual(plain);
      expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }),
    { numRuns: 1000 },
  );
});
