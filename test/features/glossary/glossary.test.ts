import { describe, expect, test } from 'vitest';
import { buildGlossary } from '../../../src/features/glossary/view.ts';
import { shipped } from '../../helpers/packs.ts';
import { runInduct } from '../../helpers/run.ts';
import { damaged } from '../when/damaged.ts';

const { glossary } = await shipped();
const found = (word: string) => buildGlossary(glossary, '2026-06-01', word).terms.map(({ id }) => id);

describe('buildGlossary', () => {
  test.each([
    ['lado', ['lado']],
    ['LADO', ['lado']],
    ['Local authority designated officer', ['lado']],
    ['local authority designated adviser', ['lado']],
    ['care-order', ['care-order']],
    ['care_order', ['care-order']],
    ['  Care   Order ', ['care-order']],
    ['purdah', ['pre-election-period']],
    ['pru', ['alternative-provision']],
    ['LAC', ['looked-after-child']],
    ['s.47', ['section-47']],
    ['young person’s', []],
    ['pathway', ['pathway-plan']],
    ['Director of children’s services', ['director-of-childrens-services']],
    ['leaver', ['care-leaver']],
    ['care', ['care-leaver', 'care-order', 'care-plan', 'care-quality-commission']],
    ['send', ['send']],
  ])('%j is %j', (word, ids) => {
    if (ids.length === 0) expect(() => found(word)).toThrow(/The glossary has no/);
    else expect(found(word)).toEqual(ids);
  });

  test.each([
    ['ladoo', /^The glossary has no "ladoo"\. The nearest: .*Local authority designated officer \(LADO\)/],
    ['thresholdz', /The nearest: Thresholds\./],
    ['zzzzzzzzz', /^The glossary has no "zzzzzzzzz"\.$/],
    ['', /^The glossary has no ""\.$/],
  ])('refuses %j', (word, message) => {
    expect(() => found(word)).toThrow(message);
  });
});

describe('induct glossary', () => {
  test('lists every term by letter', async () => {
    const { stdout, stderr, exit } = await runInduct(['glossary']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const words = stdout.replace(/\s+/g, ' ');
    for (const { term, short } of glossary) expect(words).toContain(short === null ? term : `${term} (${short})`);
    expect(stdout).toMatch(/^ {2}J {2}Joint strategic needs assessment \(JSNA\); /m);
    expect(stdout.split('\n').length).toBeLessThan(70);
  });

  test('--plain: a term a line', async () => {
    const { stdout } = await runInduct(['glossary', '--plain']);
    const lines = stdout.split('\n');
    for (const { term, short } of glossary) expect(lines).toContain(short === null ? term : `${term} (${short})`);
  });

  test('one word: what it means, what else it is called, where it comes from', async () => {
    const { stdout } = await runInduct(['glossary', 'lado']);
    expect(stdout).toContain('Local authority designated officer (LADO)\n  The officer who oversees');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      "Also: designated officer; local authority designated adviser (the page's words) Source:",
    );
    expect(stdout).toContain('Source: LGA, Model induction');
    expect(stdout).toContain('  https://www.norfolk.gov.uk/article/40533/Local-Authority-Designated-Officer\n');
    expect((await runInduct(['glossary', 'advocate'])).stdout).toContain('\nSource: our own summary\n');
  });

  test('several: a few with their meanings, many by name', async () => {
    const few = (await runInduct(['glossary', 'care'])).stdout;
    expect(few).toContain('Care plan\n  The plan for a child in care');
    expect(few).toContain('induct glossary care-leaver');
    const many = (await runInduct(['glossary', 'child'])).stdout;
    expect(many).toMatch(/^ {2}C {2}Child and adolescent/m);
    expect(many).not.toContain('The plan');
  });

  test('--json: all terms, or those of a word, with these keys', async () => {
    const { json } = await runInduct(['glossary', '--json'], { today: '2026-06-01' });
    expect(Object.keys(json)).toEqual(['schema', 'today', 'terms']);
    expect(json).toMatchObject({ schema: 'induct.glossary/1', today: '2026-06-01' });
    expect(json.terms.map((term: { id: string }) => term.id)).toEqual(glossary.map(({ id }) => id));
    for (const term of json.terms) {
      expect(Object.keys(term)).toEqual(['id', 'term', 'short', 'meaning', 'also', 'source']);
    }
    const one = await runInduct(['glossary', 'independent', 'reviewing', 'officer', '--json']);
    expect(one.json.terms.map((term: { id: string }) => term.id)).toEqual(['iro']);
    expect(one.json.terms[0].short).toBe('IRO');
  });

  test('an unknown word: 2, with the nearest', async () => {
    const run = await runInduct(['glossary', 'ladoo']);
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(run.stderr).toContain('LADO');
    expect((await runInduct(['glossary', 'ladoo', '--json'])).error?.code).toBe(2);
  });

  test('works with a damaged record', async () => {
    expect((await runInduct(['glossary', 'iro'], { home: await damaged() })).exit).toBe(0);
  });
});
