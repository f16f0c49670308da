import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { expect, test } from 'vitest';
import { widthOf, wrap, wrapStyled } from '../../src/formats/terminal/measure.ts';

test('every character has the width that the library knows', () => {
  const wrong: string[] = [];
  for (let code = 0x20; code <= 0xffff; code += 1) {
    const character = String.fromCodePoint(code);
    for (const text of [character, `a${character}b`]) {
      if (widthOf(text) !== stringWidth(text)) wrong.push(code.toString(16));
    }
  }
  expect(wrong).toEqual([]);
});

test('two characters side by side take what the library says, where both are taken for even', () => {
  const even = [...'az09 -(’“”–—…·×£éŁ→│█❯⏎'];
  const joiners = ['\u200d', '\ufe0f', '\u20e3', '\u0301', '©', '\u{1f476}'];
  for (const one of [...even, ...joiners]) {
    for (const other of [...even, ...joiners])
      expect([one + other, widthOf(one + other)]).toEqual([one + other, stringWidth(one + other)]);
  }
});

test('a text is broken where the library breaks it', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abc-’–é1,.'), minLength: 1, maxLength: 14 });
  const gap = fc.constantFrom(' ', ' ', ' ', ' ', '  ', '\u00a0');
  const loose = fc.array(fc.tuple(gap, word), { maxLength: 20 }).map((parts) => parts.flat().join(''));
  const tidy = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.oneof(tidy, loose), fc.integer({ min: 1, max: 60 }), (text, columns) => {
      const most = Math.max(columns, 10);
      const lines =
        stringWidth(text) <= columns ? [text] : wrapAnsi(text, most, { hard: false, trim: true }).split('\n');
      expect(wrap(text, columns)).toEqual(lines);
    }),
    { numRuns: 2000 },
  );
});

test('a command to copy stays together where a line has room for it', () => {
  const text = 'A date? induct meetings add 7.2 "18 June, 4pm", or induct due 3.2 --reset';
  expect(wrap(text, 46)).toEqual(['A date?', 'induct meetings add 7.2 "18 June, 4pm", or', 'induct due 3.2 --reset']);
  expect(wrap(text, 30)).toEqual(['A date? induct meetings add', '7.2 "18 June, 4pm", or', 'induct due 3.2 --reset']);
  expect(wrap('What you type into induct stays on this computer', 30)).toEqual([
    'What you type into induct',
    'stays on this computer',
  ]);
});

test('a line of a question is broken where the library breaks it', () => {
  const style = fc.constantFrom('\u001b[1m', '\u001b[22m', '\u001b[36m', '\u001b[39m', '\u001b[0m', '\u001b[?25l');
  const words = fc.string({ unit: fc.constantFrom(...'abc -’–é1,.❯⏎漢👶'), maxLength: 14 });
  const line = fc.array(fc.oneof(words, style), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(line, fc.integer({ min: 1, max: 80 }), (text, columns) => {
      const options = { trim: false, wordWrap: false };
      const ends = (broken: string) => broken.split('\n').map((one) => one.trimEnd());
      expect(ends(wrapStyled(text, columns, options))).toEqual(ends(wrapAnsi(text, columns, options)));
    }),
    { numRuns: 5000 },
  );
});
