import { win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileName } from '../../src/core/file-name.ts';

test.each([
  ['brief-dcs.html', 'brief-dcs.html'],
  ['Cllr Siân Ó Briain.csv', 'Cllr Siân Ó Briain.csv'],
  ['CON', '_CON'],
  ['nul.html', '_nul.html'],
  ['Com1.2026.csv', '_Com1.2026.csv'],
  ['LPT².txt', '_LPT².txt'],
  ['console.html', 'console.html'],
  ['com10.html', 'com10.html'],
  ['a:b*c?.html', 'a-b-c-.html'],
  ['../../etc/passwd', '-..-etc-passwd'],
  ['C:\\Windows\\x.html', 'C-Windows-x.html'],
  ['ends with dots...', 'ends with dots'],
  ['line\nbreak\u202e.html', 'line-break-.html'],
  ['...', '_'],
  ['', '_'],
])('%j gives %j', (wished, name) => {
  expect(fileName(wished)).toBe(name);
});

test('a long name is cut and keeps its ending', () => {
  const name = fileName(`${'long '.repeat(60)}.html`);
  expect(name.length).toBeLessThanOrEqual(100);
  expect(name).toMatch(/^long long .*\.html$/);
});

describe('whatever is wished', () => {
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

  test('it is one name that Windows takes, and stays as it is when it is given again', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 150 }),
      fc.constantFrom('con', 'NUL.a', 'aux . ', '_'),
    );
    fc.assert(
      fc.property(words, (wished) => {
        const name = fileName(wished);
        expect(win32.basename(name)).toBe(name);
        expect(name).not.toMatch(/[<>:"/\\|?*\0-\u001f]|[. ]$|^$/);
        expect(name).not.toMatch(reserved);
        expect(name.length).toBeLessThanOrEqual(100);
        expect(fileName(name)).toBe(name);
      }),
    );
  });
});
