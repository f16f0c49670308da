import { describe, expect, test } from 'vitest';
import { explainTerms, sayShortForm, shortFormsOf } from '../../src/core/explain-terms.ts';
import { PAGES } from '../../src/core/pack.ts';
import { textsOf } from '../../src/formats/terminal/blocks.ts';
import { shipped } from '../helpers/packs.ts';

const { glossary } = await shipped();
const explain = (...texts: string[]) => explainTerms(texts, glossary.flatMap(shortFormsOf)).map((one) => one.short);

describe('explainTerms', () => {
  test.each<[string, string[]]>([
    ['Read the LADO report', ['LADO']],
    ['The IRO and the LADO, and the IRO again', ['IRO', 'LADO']],
    ['How many EHCPs are late?', ['EHCP']],
    ["The DCS's office", ['DCS']],
    ['MASH-led', ['MASH']],
    ['Ask the DfE', ['DfE']],
    ['CiCC, NEET, LCSPR, CAMHS, JSNA, SEND', ['CiCC', 'NEET', 'LCSPR', 'CAMHS', 'JSNA', 'SEND']],
    ['Another name: LAC', ['LAC']],
    ['The PRU is full', ['PRU']],
  ])('%j uses %j', (text, forms) => {
    expect(explain(text)).toEqual(forms);
  });

  test.each([
    'special educational needs and disability (SEND) strategy',
    'SEND (special educational needs and disability) strategy',
    'Several independent reviewing officers (IROs)',
    "the designated officer's (LADO) report",
  ])('%j spells it out', (text) => {
    expect(explain(text)).toEqual([]);
    expect(explain('SEND, IRO and LADO'.split(' ')[0] ?? '', text).includes('LADO')).toBe(false);
  });

  test('spelt out anywhere on the screen is enough', () => {
    expect(explain('The DCS rings', 'Director of children’s services (DCS)')).toEqual([]);
  });

  test.each([
    'send the email',
    'SENDER',
    'induct show dcs-hour',
    'The PA of the director', // two letters have too many meanings
    'a section 47 (s.47) enquiry',
    'ASK, DO NOT, NEXT, LATER',
    'XYZ is no term',
    'https://example.org/LADO/SEND',
    PAGES['model-induction'].title,
    'Source: Ofsted and the LGA. Our summary.',
    '',
  ])('%j needs nothing', (text) => {
    expect(explain(text)).toEqual([]);
  });

  test.each(['SEND (6.6) is here', 'LADO (annual report)', '(SEND)'])('%j does not spell it out', (text) => {
    expect(explain(text)).toHaveLength(1);
  });
});

test.each([
  ['LADO', 'LADO: local authority designated officer.'],
  ['DfE', 'DfE: Department for Education.'],
  ['CQC', 'CQC: Care Quality Commission.'],
  ['SEND', 'SEND: special educational needs and disability.'],
  ['LAC', 'LAC: looked-after child.'],
  ['ICPC', 'ICPC: initial child protection conference.'],
])('%s is said as %j', (short, said) => {
  const form = glossary.flatMap(shortFormsOf).find((one) => one.short === short);
  expect(form === undefined ? null : sayShortForm(form)).toBe(said);
});

test('every short form has one meaning', () => {
  const forms = glossary.flatMap(shortFormsOf).map((one) => one.short);
  expect(forms.length).toBeGreaterThan(40);
  expect(forms.filter((one, index) => forms.indexOf(one) !== index)).toEqual([]);
});

test('everything that blocks say is read', () => {
  const blocks = [
    { type: 'heading', text: 'a' },
    { type: 'text', text: 'b' },
    { type: 'items', items: [{ label: 'c', text: 'd', note: 'e', right: 'f', under: ['g'] }] },
    { type: 'hints', hints: ['h', 'i'] },
    { type: 'blank' },
    {
      type: 'table',
      table: { heading: 'j', heads: ['k'], rows: [{ lead: ['l'], text: 'm', cells: ['n'], under: ['o'] }] },
    },
  ] as const;
  expect(textsOf(blocks).join('')).toBe('abcdefghijklmno');
});
