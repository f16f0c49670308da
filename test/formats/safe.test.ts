import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toJson } from '../../src/formats/json.ts';
import { heading, items, text } from '../../src/formats/terminal/blocks.ts';
import { COLOURS } from '../../src/formats/terminal/colour.ts';
import { render } from '../../src/formats/terminal/render.ts';
import { visible } from '../../src/formats/terminal/safe.ts';
import { NO_STYLE } from '../../src/formats/terminal/style.ts';
import { runInduct, startHome } from '../helpers/run.ts';

/** By Unicode's own properties: controls, line and paragraph separators, what turns the direction; and the BOM. */
const ACTS = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]/u;
const ALL = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((one) => ACTS.test(one));

describe('visible', () => {
  test('there are as many as Unicode has', () => {
    expect(ALL).toHaveLength(65 + 2 + 12 + 1);
  });

  test.each(ALL.map((one) => [one.charCodeAt(0).toString(16).padStart(4, '0'), one]))(
    'U+%s is written out',
    (code, one) => {
      expect(visible(`a${one}b`)).toBe(`a\\u${code}b`);
    },
  );

  test('every other character stays as it is', () => {
    const others = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
      (one) => !ACTS.test(one),
    );
    expect(others.filter((one) => visible(one) !== one)).toEqual([]);
    expect(visible('Łódź 漢字 👩‍👧 e\u0301 £ ’')).toBe('Łódź 漢字 👩‍👧 e\u0301 £ ’');
  });
});

const SEQUENCES = [
  '\u001b[2J',
  '\u001b]0;title\u0007',
  '\u001b]52;c;aGk=\u0007',
  '\u009b31m',
  '\r',
  '\b\b\b',
  '\u202e',
  '\u2066',
  '\u2028',
  '\n',
  '\t',
  '\0',
];
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SEQUENCES),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(...ALL),
      fc.string(),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('whatever is recorded', () => {
  const check = (out: string) => expect(ACTS.test(out.replaceAll('\n', ''))).toBe(false);

  test.each([true, false])('render lets nothing act on the terminal (plain: %s)', (plain) => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(40, 60, 80), (said, width) => {
        const blocks = [
          heading(said),
          text(said, { strong: true }),
          items([{ label: said.slice(0, 10), text: said, note: said, right: said, under: [said] }]),
        ];
        check(render(blocks, { width, style: NO_STYLE, plain }));
      }),
      { numRuns: 2000 },
    );
  });

  test('with colour, only our own colours come out', () => {
    fc.assert(
      fc.property(hostile, (said) => {
        const out = render([heading(said), text(said, { strong: true })], {
          width: 60,
          style: COLOURS,
          plain: false,
        });
        check(out.replace(/\u001b\[(1|22)m/g, ''));
      }),
      { numRuns: 2000 },
    );
  });

  test('JSON says the same, and lets nothing act on the terminal', () => {
    fc.assert(
      fc.property(hostile, (said) => {
        const out = toJson({ said, [said]: [said, null, 1, true] });
        check(out);
        expect(out.endsWith('}\n')).toBe(true);
        expect(JSON.parse(out)).toEqual({ said, [said]: [said, null, 1, true] });
      }),
      { numRuns: 2000 },
    );
  });

  test('also from the command line, in errors and in receipts', async () => {
    const home = await startHome();
    for (const said of ['\u001b[2J', '\u009b31m\u202e', 'a\u2028b', 'x\r\u0007']) {
      for (const argv of [
        [said],
        ['done', said],
        ['next', said],
        ['done', 'dcs.vision', '--on', said],
        ['next', '--holder', said],
        ['--color', 'done', said],
      ]) {
        const run = await runInduct(argv, { home });
        check(run.stdout);
        check(run.stderr);
        expect([argv, run.exit]).toEqual([argv, 2]);
        const json = await runInduct([...argv, '--json'], { home });
        check(json.stdout + json.stderr);
        expect(json.error?.code).toBe(2);
      }
    }
  });
});
