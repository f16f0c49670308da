import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainly } from '../../src/packs/plain-yaml.ts';
import { readYaml } from '../../src/packs/read-yaml.ts';
import { readOnce } from '../helpers/read-once.ts';
import { DATA } from '../helpers/run.ts';
import { rounds } from '../helpers/whole.ts';

const FILES = readdirSync(DATA, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
const texts = FILES.map((name) => readFileSync(join(DATA, name), 'utf8'));
const isPlain = (text: string) => readPlainly('x.yaml', text).mistakes.length === 0;
/** As text, so that the order of keys counts too. */
const shown = (value: unknown) => JSON.stringify(value);

describe('what is written plainly', () => {
  test.each(FILES)('%s is, and is read as yaml reads it', (name) => {
    const text = readFileSync(join(DATA, name), 'utf8');
    const plain = readPlainly(name, text);
    expect(plain.mistakes).toEqual([]);
    expect(plain.value).toStrictEqual(readOnce(name, text).value);
    expect(shown(plain.value)).toBe(shown(readOnce(name, text).value));
  });

  test.each([
    ['', null],
    ['# Nothing yet.\n\n', null],
    ['\uFEFFa: 1\r\nb:\r\n  - x\r\n  - y\r\n', { a: 1, b: ['x', 'y'] }],
    ['a: b#c # d\ne: "f # g" # h\n', { a: 'b#c', e: 'f # g' }],
    ['a:\n- b: 1\n  c: true\n# d\n- e\nf: null\n', { a: [{ b: 1, c: true }, 'e'], f: null }],
    [`a: "\\"b\\" \\\\"\nc: 'it''s'\n`, { a: '"b" \\', c: "it's" }],
    ['a: { b: [c d, "e, f"], g: [], h: {} }\n', { a: { b: ['c d', 'e, f'], g: [], h: {} } }],
    ['a: https://x.org/?y=[z]\n', { a: 'https://x.org/?y=[z]' }],
    ['a: >-\n  # b\n  - c: d\n\n\ne:\n  - >-\n    f\n  - g', { a: '# b - c: d', e: ['f', 'g'] }],
    ['a: no\nb: 10 days\nc: 0\nd: yes\n', { a: 'no', b: '10 days', c: 0, d: 'yes' }],
    ['a: 2026-06-04\nb: [01-02, 10:30 or so]\n', undefined],
    ['a: 2026-06-04\nb: [01-02, 12 Hill St]\n', { a: '2026-06-04', b: ['01-02', '12 Hill St'] }],
    ['a:   b   \nc: \u00a0\n', undefined],
    ['a:   b   \nc: x\u00a0\n', { a: 'b', c: 'x\u00a0' }],
  ])('%j', (text, value) => {
    const plain = readPlainly('x.yaml', text);
    expect(plain.value).toStrictEqual(value);
    if (value !== undefined) expect(readYaml('x.yaml', text).value).toStrictEqual(value);
  });
});

describe('what is left to yaml', () => {
  test.each([
    'a: b\n c\n',
    'a: "b\n  c"\n',
    'a: [b,\n  c]\n',
    'a: |-\n  b\n',
    'a: >\n  b\n',
    'a: >-\n  b\n\n  c\n',
    'a: >-\n  b\n    c\n',
    'a: >-\n  b\n c: d\n',
    'a: >-\n  b \n  c\n',
    'a: >-\n  \n  c\n',
    'a: >-\nb: c\n',
    'a:\nb: c\n',
    'a: &b c\n',
    'a: *b\n',
    'a: !!str b\n',
    'a: ~\n',
    'a: True\n',
    'a: 007\n',
    'a: 1.5\n',
    'a: 1e-3\n',
    'a: 0o17\n',
    'a: 12e03\n',
    'a: 1e3\n',
    'a: 0x1F\n',
    'a: -1\n',
    'a: "\\n"\n',
    'a: b: c\n',
    'a: b:\n',
    'a: [b: c]\n',
    'a: [b, ]\n',
    'a: [b] c\n',
    'a: "b" c\n',
    'a: {b}\n',
    'a: 1\na: 2\n',
    'a: { b: 1, b: 2 }\n',
    '"a": b\n',
    '? a\n: b\n',
    '<<: { a: b }\n',
    'true: a\n',
    '__proto__: a\n',
    '1: a\n',
    '- a\n',
    'a\n',
    'a:\n  - b\n  c: d\n',
    'a:\n  b: c\n - d\n',
    'a: b\n- c\n',
    '  a: b\nc: d\n',
    'a:\n  - - b\n',
    'a:\n  -\n    b: c\n',
    'a:\tb\n',
    'a: b\rc: d\n',
    'a: b\n---\nc: d\n',
    'a: b\n...\n',
    '%YAML 1.2\n---\na: b\n',
    'a: \u0000\n',
    'a: \uFFFD\n',
    `# ${'['.repeat(65)}\na: b\n`,
    `a: ${'- '.repeat(65)}\n`,
    `a: ${'x'.repeat(1024 * 1024)}\n`,
  ])('%j', (text) => {
    expect(isPlain(text)).toBe(false);
  });
});

describe('whatever is read plainly is read alike', () => {
  /** What people and programs put into a list, of which much is plain and much is nearly so. */
  const PIECE = fc.constantFrom(
    ...['\n', '\n  ', '\n    ', '\n- ', '\n  - ', '\n\n', '\n#', ' #', '\r\n', '\r', '\n---\n', '\n...\n', '\t'],
    ...[
      'a: ',
      'b:',
      'c: ',
      '\na: ',
      '\n  b: ',
      '\n  - c: ',
      ': ',
      ':',
      '- ',
      '? ',
      ' ',
      '  ',
      'null: ',
      'x.y: ',
      '1: ',
    ],
    ...['"', "'", "''", '\\', '\\"', '[', ']', '{', '}', ', ', ',', '[]', '{}', '["x", y]', '{ a: b, c: [d] }'],
    ...['|', '>', '>-\n    x\n    y\n', '|-', '>+', '&a ', '*a', '!', '!!str ', '%', '@', '`', '<<: '],
    ...['word', 'two words', 'it’s', "it's", '(x)', '/', '$', '£', '12', '0', '007', '1.5', '1e3', '0x1', '-1', '+1'],
    ...[
      'true',
      'True',
      'null',
      '~',
      'no',
      '2026-06-04',
      '.inf',
      '\u00a0',
      '\u2028',
      '\u0085',
      '\ufeff',
      '\u{1f600}',
      '\ud800',
    ],
  );
  const BETWEEN = fc.oneof(
    PIECE,
    fc.array(PIECE, { maxLength: 4 }).map((parts) => parts.join('')),
  );

  const compare = (text: string): boolean => {
    if (!isPlain(text)) return false;
    const yaml = readYaml('x.yaml', text);
    const plain = readPlainly('x.yaml', text);
    expect(yaml.mistakes).toEqual([]);
    expect(plain.value).toStrictEqual(yaml.value);
    expect(shown(plain.value)).toBe(shown(yaml.value));
    return true;
  };

  test('made of pieces', () => {
    let plain = 0;
    const begin = fc.constantFrom('', '  ', '    ', '- ', '  - ', '#');
    const key = fc.constantFrom('', 'a:', 'b:', 'a: ', 'b: ', 'c: ', 'd: ', 'e: ');
    const row = fc.tuple(begin, key, fc.oneof(fc.constant(''), BETWEEN)).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        if (compare(rows.join('\n'))) plain += 1;
      }),
      { numRuns: rounds(20_000, 2_000) },
    );
    expect(plain).toBeGreaterThan(rounds(500, 50));
  });

  test('shipped files, changed anywhere', () => {
    let plain = 0;
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    const changes = fc.array(fc.tuple(place, fc.nat({ max: 20 }), BETWEEN), { minLength: 1, maxLength: 3 });
    const small = texts.filter((text) => text.length < 8_000);
    fc.assert(
      fc.property(fc.constantFrom(...small), changes, (text, all) => {
        const changed = all.reduce((before, [at, removed, put]) => {
          const from = Math.floor(at * before.length);
          return before.slice(0, from) + put + before.slice(from + removed);
        }, text);
        if (compare(changed)) plain += 1;
      }),
      { numRuns: rounds(3_000, 300) },
    );
    expect(plain).toBeGreaterThan(rounds(100, 10));
  });
});
