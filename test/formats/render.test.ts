import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLANK, type Block, heading, type Item, items, spaced, text } from '../../src/formats/terminal/blocks.ts';
import { COLOURS } from '../../src/formats/terminal/colour.ts';
import { pad, widthOf, wrap } from '../../src/formats/terminal/measure.ts';
import { type Layout, render } from '../../src/formats/terminal/render.ts';
import { NO_STYLE } from '../../src/formats/terminal/style.ts';

const WIDTHS = [40, 50, 60, 80, 120];
const layout = (width: number, more: Partial<Layout> = {}): Layout => ({
  width,
  style: NO_STYLE,
  plain: false,
  ...more,
});
const linesOf = (blocks: readonly Block[], width: number) => render(blocks, layout(width)).split('\n').slice(0, -1);

const word = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[a-zA-Z0-9.,:'-]{1,12}$/) },
  { weight: 2, arbitrary: fc.constantFrom('naïve', 'e\u0301tude', 'Łódź', 'children’s', '…', '£1,000') },
  { weight: 1, arbitrary: fc.constantFrom('漢字', 'テスト', '👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿') },
);
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((all) => all.join(' '));
const item: fc.Arbitrary<Item> = fc.record(
  {
    label: fc.oneof(
      fc.stringMatching(/^[0-9]{1,2}\.[0-9]{1,2}$/),
      fc.stringMatching(/^[a-z]{3,12}(-[a-z]{2,8}){0,3}$/),
      fc.constant(''),
    ),
    text: words(14),
    note: words(2),
    right: words(4),
    under: fc.array(words(10), { maxLength: 2 }),
  },
  { requiredKeys: ['label', 'text'] },
);
const block: fc.Arbitrary<Block> = fc.oneof(
  words(12).map(heading),
  fc
    .tuple(words(30), fc.integer({ min: 0, max: 6 }), fc.boolean())
    .map(([said, indent, strong]) => text(said, { indent, strong })),
  fc.array(item, { minLength: 1, maxLength: 6 }).map(items),
  fc.constant(BLANK),
);

/** Every word of the blocks, in no order. */
function wordsIn(blocks: readonly Block[]): string[] {
  const said = blocks.flatMap((one) => {
    if (one.type === 'items')
      return one.items.flatMap((entry) => [entry.label, entry.text, entry.note, entry.right, ...(entry.under ?? [])]);
    return 'text' in one ? [one.text] : [];
  });
  return said.flatMap((part) => (part ?? '').split(/\s+/)).filter((part) => part !== '');
}
/** A note goes into brackets where it has no column of its own; accents may be composed. */
const bare = (part: string) => part.replace(/^\(|\)$/g, '').normalize();

describe.each(WIDTHS)('in %i columns', (width) => {
  test('no line is wider, and no word is broken or lost', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        const lines = linesOf(blocks, width);
        const most = Math.min(width, 80);
        expect(lines.filter((line) => widthOf(line) > most && line.trim().includes(' '))).toEqual([]);
        const shown = lines.flatMap((line) => line.split(/\s+/)).filter((part) => part !== '');
        expect(shown.map(bare).sort()).toEqual(wordsIn(blocks).map(bare).sort());
        expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('a word that is wider has a line of its own, whole', () => {
    const long =
      'https://www.local.gov.uk/our-support/council-improvement-and-peer-support/childrens-services-improvement/new';
    const lines = linesOf([text(`Read ${long} first, then ring the director.`, { indent: 2 })], width);
    expect(lines.filter((line) => widthOf(line) > Math.min(width, 80)).map((line) => line.trim())).toEqual([long]);
    expect(lines.join(' ').replace(/\s+/g, ' ').trim()).toBe(`Read ${long} first, then ring the director.`);
  });

  test('an id as wide as they come leaves room for words', () => {
    const list = ['documents.annual-report-corporate-parenting', 'safeguarding-children-partnership', '3.2'].map(
      (label) => ({
        label,
        text: 'Read the annual report of the corporate parenting board in one sitting',
        right: 'booked for Thu 4 June',
      }),
    );
    const most = Math.min(width, 80);
    const wide = linesOf([items(list)], width).filter((line) => widthOf(line) > most);
    expect(wide.filter((line) => line.trim().includes(' '))).toEqual([]);
  });
});

describe('a list', () => {
  const list: readonly Item[] = [
    { label: '3.2', text: 'Ring the director', note: 'one call', right: 'Thu 21 May' },
    {
      label: '10.12',
      text: 'Sit down with a frontline social worker, and go through the safeguarding process',
      right: 'Mon 1 June',
    },
    {
      label: 'documents-ask',
      text: 'Ask for 漢字漢字 documents',
      note: 'one email',
      right: 'Wed 27 May',
      under: ['Agree how urgent news reaches you.'],
    },
    { label: '4.1', text: 'E\u0301tude naïve', right: 'soon' },
  ];

  test('reads like this', () => {
    expect(`\n${render([items(list)], layout(80))}`).toBe(`
  3.2            Ring the director                        one call    Thu 21 May
  10.12          Sit down with a frontline social worker, and go      Mon 1 June
                 through the safeguarding process
  documents-ask  Ask for 漢字漢字 documents              one email    Wed 27 May
                 Agree how urgent news reaches you.
  4.1            E\u0301tude naïve                                          soon
`);
  });

  test('is aligned whatever the text: labels, texts and the right column begin where the others do', () => {
    for (const width of [60, 80, 120]) {
      const lines = linesOf([items(list)], width);
      const starts = (wanted: string) => {
        const line = lines.find((one) => one.includes(wanted)) ?? '';
        return widthOf(line.slice(0, line.indexOf(wanted)));
      };
      expect(new Set(['Ring', 'Sit', 'Ask', 'Agree', 'E\u0301tude'].map(starts)).size).toBe(1);
      expect(new Set(['Thu 21', 'Mon 1', 'Wed 27', 'soon'].map(starts)).size).toBe(1);
    }
  });

  test('one wide state does not push the others about', () => {
    const wide = [
      ...list,
      {
        label: '9.1',
        text: 'Book the course',
        right: 'not applicable: needed only where the director also runs another service',
      },
    ];
    const [first] = linesOf([items(wide)], 80);
    expect(first).toMatch(/^ {2}3\.2 {12}Ring the director .*one call {4}Thu 21 May$/);
  });

  test('in 40 columns the note stands behind the text, and what is so below it', () => {
    expect(`\n${render([items(list.slice(0, 1))], layout(40))}`).toBe(`
  3.2  Ring the director (one call)
       Thu 21 May
`);
  });

  test('a note that leaves the text no room stands behind it', () => {
    const crowded = [
      { label: 'documents-ask', text: 'Ask for the list of all the men', note: 'one big email', right: 'Thu 21 May' },
    ];
    expect(`\n${render([items(crowded)], layout(60))}`).toBe(`
  documents-ask  Ask for the list of all the men (one big
                 email)
                 Thu 21 May
`);
  });

  test('of nothing is nothing', () => {
    expect(render([items([])], layout(80))).toBe('');
    expect(render([], layout(80))).toBe('');
  });
});

describe('plain', () => {
  const plain = layout(80, { plain: true });

  test('one fact a line, with no alignment, no wrapping and no empty line', () => {
    const blocks = [
      heading('This week'),
      BLANK,
      text('Nothing that identifies a child belongs here. '.repeat(5).trim(), { indent: 4, strong: true }),
      items([
        { label: '3.2', text: 'Ring the director', note: 'one call', right: 'Thu 21 May', under: ['Swap numbers.'] },
        { label: '', text: 'Meet the police' },
      ]),
    ];
    expect(render(blocks, plain).split('\n')).toEqual([
      'This week',
      'Nothing that identifies a child belongs here. '.repeat(5).trim(),
      '3.2  Ring the director  one call  Thu 21 May',
      '  Swap numbers.',
      'Meet the police',
      '',
    ]);
  });

  test('as many lines as facts, whatever they hold', () => {
    const anything = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }).filter((said) => said.trim() !== '');
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 5 }), (facts) => {
        expect(
          render(
            facts.map((fact) => text(fact)),
            plain,
          ).split('\n'),
        ).toHaveLength(facts.length + 1);
      }),
    );
  });
});

describe('blocks', () => {
  test('groups are set apart where they hold anything', () => {
    expect(spaced([], [text('a')], [], [text('b'), text('c')], [])).toEqual([text('a'), BLANK, text('b'), text('c')]);
  });
});

describe('measures', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['e\u0301', 1],
    ['漢字', 4],
    ['👩‍👧', 2],
    ['…', 1],
    ['’', 1],
  ])('%j takes %i columns', (said, columns) => {
    expect(widthOf(said)).toBe(columns);
    expect(widthOf(pad(said, 10))).toBe(10);
  });

  test('wrapping keeps every word, and fills lines', () => {
    expect(wrap('one two three', 100)).toEqual(['one two three']);
    expect(wrap('one two three four', 10)).toEqual(['one two', 'three four']);
    expect(wrap('one two', Number.POSITIVE_INFINITY)).toEqual(['one two']);
  });
});

describe('colour', () => {
  const codes = (said: string) => [...said.matchAll(/\u001b\[([0-9;]*)m/g)].map(([, code]) => code);
  const blocks = [
    heading('This week'),
    text('Late', { strong: true }),
    text('Plain'),
    items([{ label: '1', text: 'One' }]),
  ];

  test('is bold and one of eight colours, never dim, and always ended', () => {
    const style = COLOURS;
    const out = render(blocks, layout(80, { style })) + style.problem('wrong');
    expect(codes(out).length).toBeGreaterThan(3);
    expect(codes(out).filter((code) => !['1', '22', '31', '39'].includes(code ?? ''))).toEqual([]);
    expect(out.replace(/\u001b\[[0-9;]*m/g, '')).not.toContain('\u001b');
    for (const line of out.split('\n')) {
      const open = codes(line).filter((code) => code === '1' || code === '31').length;
      const closed = codes(line).filter((code) => code === '22' || code === '39').length;
      expect([line, open]).toEqual([line, closed]);
    }
  });

  test('changes nothing but colour', () => {
    const coloured = render(blocks, layout(40, { style: COLOURS }));
    expect(coloured.replace(/\u001b\[[0-9;]*m/g, '')).toBe(render(blocks, layout(40)));
  });

  test('off means not one escape', () => {
    expect(render(blocks, layout(80, { style: NO_STYLE }))).not.toContain('\u001b');
  });
});
