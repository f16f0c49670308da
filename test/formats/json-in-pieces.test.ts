import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gathered } from '../../src/formats/gathered.ts';
import { toJson } from '../../src/formats/json.ts';
import { jsonInPieces } from '../../src/formats/json-in-pieces.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\u2028', '\r\n', '\ud800', '\u202e', '"\\', '\ufeff'),
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(text, tie('value'), { maxKeys: 3 }),
  ),
})).value;

test('a document in pieces is the document as a whole', () => {
  fc.assert(
    fc.property(
      fc.dictionary(text, json, { minKeys: 1, maxKeys: 3 }),
      fc.array(json, { maxLength: 5 }),
      (head, list) => {
        fc.pre(!Object.hasOwn(head, 'events'));
        expect([...jsonInPieces(head, 'events', list)].join('')).toBe(toJson({ ...head, events: list }));
      },
    ),
  );
});

test('pieces are gathered into fewer, and nothing is lost', () => {
  const pieces = Array.from({ length: 1000 }, (_, index) => `${index} `.repeat(100));
  const all = [...gathered(pieces)];
  expect(all.join('')).toBe(pieces.join(''));
  expect(all.length).toBeLessThan(10);
  expect([...gathered([])]).toEqual([]);
});
