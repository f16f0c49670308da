import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIdentifying } from '../../src/core/identifying.ts';
import { mayIdentify } from '../../src/core/may-identify.ts';
import { rounds } from '../helpers/whole.ts';

function lines(file: string): readonly string[] {
  return readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
}
const kinds = (text: string): readonly string[] => findIdentifying(text).map((one) => one.what);

const NAME = "a child's name beside an age";
const STORY = 'a child, a place and what happened';
const SCHOOL = 'a school named beside a child';

describe('the two collections of notes', () => {
  const clean = lines('clean-notes.txt');
  const identifying = lines('identifying-notes.txt');

  it('lets ordinary notes of a council pass, but for one in a hundred', () => {
    expect(new Set(clean).size).toBeGreaterThanOrEqual(300);
    const stopped = clean.filter((note) => findIdentifying(note).length > 0);
    expect(stopped.length / clean.length, stopped.join('\n')).toBeLessThanOrEqual(0.01);
  });

  it('catches nineteen of twenty notes that identify a child', () => {
    expect(new Set(identifying).size).toBeGreaterThanOrEqual(60);
    const missed = identifying.filter((note) => findIdentifying(note).length === 0);
    expect(1 - missed.length / identifying.length, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('holds only made-up NHS numbers, from the range that is never given to anyone (999)', () => {
    const numbers = identifying.flatMap((note) => findIdentifying(note)).filter((one) => one.what === 'an NHS number');
    expect(numbers.length).toBeGreaterThan(4);
    for (const one of numbers) expect(one.found.replace(/\D/g, '')).toMatch(/^999/);
  });
});

describe('mayIdentify', () => {
  const WORDS = [
    ...'Ellie Zofia Nowak child A boy girl twin twins teen toddler son daughter mum dad family pupil student'.split(
      ' ',
    ),
    ...'called named her their aged 7 13 seven years old yo yrs mths born d.o.b. 3 May 2014 999 476 5919'.split(' '),
    ...'died missing hospital Leeds in at Road St. Primary School case ref LS1 4AP chair budget ſon ｃhild ５'.split(
      ' ',
    ),
  ];
  const told = (text: string) => findIdentifying(text).length > 0 && !mayIdentify(text);

  it('is never false for a text in which something is found', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS), fc.string({ maxLength: 6 })), {
        maxLength: 14,
      })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (words) => !told(words)),
      { numRuns: rounds(20_000, 1000) },
    );
    expect([...lines('clean-notes.txt'), ...lines('identifying-notes.txt')].filter(told)).toEqual([]);
  });

  it('is false for a short note that says nothing about anybody', () => {
    expect(
      ['Called.', 'The checklist is useful', 'Urgent news: a call first, then a text'].filter(mayIdentify),
    ).toEqual([]);
  });
});

describe('a small story', () => {
  const PEOPLE = `toddler baby newborn infant boy girl teenager teen lad youngster schoolboy schoolgirl twins siblings
    stepson stepdaughter grandson granddaughter foster_child pupil child student young_person son daughter mum mother dad
    father step-father stepfather step-mother stepmum stepdad family`;

  it.each(PEOPLE.split(/\s+/).map((word) => word.replace('_', ' ')))('is noticed of a %s', (word) => {
    expect(kinds(`The ${word} from Ilkley was stabbed.`)).toEqual([STORY]);
    expect(kinds(`THE ${word.toUpperCase()} from Ilkley was stabbed.`)).toEqual([STORY]);
  });
});

describe('findIdentifying', () => {
  it.each([
    ['NHS 999 505 3187', ['an NHS number'], '999 505 3187'],
    ['999\u00a0505\u2011\u20113187', ['an NHS number'], '999 505--3187'],
    ['child 3 999 505 3187', ['an NHS number'], '3 999 505 3187'],
    ['LS9 6NW', ['a postcode'], 'LS9 6NW'],
    ['EC1A 1ZZ', ['a postcode'], 'EC1A 1ZZ'],
    ['m145tq', ['a postcode'], 'm145tq'],
    ['DOB: 4 June 2015', ['a date of birth'], 'DOB: 4 June 2015'],
    ['04/06/2015 (dob)', ['a date of birth'], '04/06/2015 (dob'],
    ['A123456789012', ['a pupil number (UPN)'], 'A123456789012'],
    ['ab 12 34 56 c', ['a National Insurance number'], 'ab 12 34 56 c'],
    ['Jayden, 7', [NAME], 'Jayden, 7'],
    ['Jayden,   7', [NAME], 'Jayden, 7'],
    ['Ellie aged 4', [NAME], 'Ellie aged 4'],
    ['7-year-old Ellie', [NAME], '7-year-old Ellie'],
    ['seven-year-old Xanthippe', [NAME], 'seven-year-old Xanthippe'],
    ['child A (7)', [NAME], 'child A (7'],
    ['J.B., aged 9', [NAME], 'J.B., aged 9'],
    ['Ellie’s brother Thaddeus, aged 12', [NAME], 'Thaddeus, aged 12'],
    ['a girl called Ellie', ["a child's name"], 'girl called Ellie'],
    ['her son Yusuf has no taxi', ["a child's name"], 'her son Yusuf'],
    ['a pupil at Oakwood Primary', [SCHOOL], 'pupil at Oakwood Primary'],
    ['the toddler in Harehills, dad arrested', [STORY], 'toddler in Harehills, dad arrested'],
    ['toddler in harehills, dad arrested', [STORY], 'toddler in harehills, dad arrested'],
    ['case 123456', ['a case number'], 'case 123456'],
    ['LL ID 123456', ['a case number'], 'LL ID 123456'],
  ])('%j: %j', (text, what, found) => {
    expect(findIdentifying(text).map((one) => one.what)).toEqual(what);
    expect(findIdentifying(text)[0]?.found).toBe(found);
  });

  it.each([
    '',
    ' ',
    '999 505 3188',
    '0113 999 505 3187',
    '+44 999 505 3187',
    'Meeting ID 999 505 3187',
    '2021 2022 23',
    'M1 traffic',
    'A64 2nd exit',
    'M1 2nd exit',
    'S47 4th quarter',
    'ZZ9 9ZZ',
    'Ellie, 7 June',
    'Ellie, 7pm',
    'Ellie, 7:30',
    'Cllr Ellie Khan, 7',
    'Mr James (4)',
    'young people in Leeds aged 16',
    'Ellie, aged 61',
    'aged 11 to 19',
    'the 2-year-old offer',
    'Virtual School, one child',
    'child protection in Leeds, hospital',
    'DOB errors 0.3%',
    'case 2025',
    'FOI reference 123456',
  ])('passes %j', (text) => {
    expect(findIdentifying(text)).toEqual([]);
  });

  it('says each thing once, and everything that is there', () => {
    expect(kinds('Jayden, 7, LS9 6NW. Jayden, 7, LS9 6NW.')).toEqual(['a postcode', NAME]);
    expect(findIdentifying(Array.from({ length: 500 }, (_, n) => `case ${100000 + n}.`).join(' '))).toHaveLength(50);
  });

  it('is not led astray by characters that cannot be seen', () => {
    expect(kinds('9\u200b99\u00ad 505 3187')).toEqual(['an NHS number']);
    expect(kinds('Ｅｌｌｉｅ aged ４')).toEqual([NAME]);
    expect(kinds('the toddler\nin Harehills,\r\ndad\tarrested')).toEqual([STORY]);
  });

  it('finds any made-up NHS number, however it is spaced', () => {
    const shapes = ['ddd ddd dddd', 'dddddddddd', 'ddd-ddd-dddd', 'd d d d d d d d d d', 'ddddd ddddd', 'ddd.ddd.dddd'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.constantFrom(...shapes), (rest, shape) => {
        const first = `999${String(rest).padStart(6, '0')}`;
        const sum = [...first].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
        const check = (11 - (sum % 11)) % 11;
        fc.pre(check !== 10);
        const digits = [...first, String(check)];
        const typed = shape.replace(/d/g, () => digits.shift() ?? '');
        expect(kinds(`Letter about ${typed}, ask why`)).toEqual(['an NHS number']);
      }),
    );
  });

  it('takes any text, and finds in it what it says it found', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const one of findIdentifying(`${text} Jayden, 7`)) expect(one.found).not.toBe('');
      }),
    );
  });

  it('finds what stands at the end of a very long text', () => {
    for (const length of [19_400, 19_990, 20_010, 39_700, 100_000]) {
      expect(kinds(`${'word '.repeat(length / 5)}the toddler in Harehills, dad arrested`)).toEqual([STORY]);
    }
  });

  it.each([
    'a',
    'A',
    '1',
    '1 ',
    '9-',
    ' ',
    '\n',
    '(',
    "'",
    '-',
    'Aa ',
    'A. ',
    'Ab-',
    'born ',
    'dob ',
    'nhs no ',
    'case id ',
    'LL ',
    'ref ',
    'age ',
    'aged 4 ',
    '4-year-old ',
    'Ellie ',
    'Ellie, 7 ',
    'is ',
    'is was ',
    'child A ',
    'boy called ',
    'her son ',
    'at st ',
    'St ',
    'toddler ',
    'arrested ',
    'in Harehills ',
    'toddler in Harehills arrested ',
    'Oakwood Primary ',
    'Of the ',
    'pupil at ',
    'LS9 ',
    'LS9 6N',
    'AB 12 ',
    'A12345678901',
    '1.1.',
    '12 June ',
    '٣',
    'é',
    '😀',
    'ﬃ',
    '\u200b',
    "O'",
    'the family ',
    'near ',
  ])('reads 100,000 characters of %j without getting lost in them', (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length)).slice(0, 100_000);
    findIdentifying(text.slice(0, 5_000));
    const times = [0, 0].map(() => {
      const start = performance.now();
      findIdentifying(text);
      return performance.now() - start;
    });
    // Some 20 ms when written; one that grows with the square of the length takes minutes.
    expect(Math.min(...times)).toBeLessThan(5000);
  });
});
