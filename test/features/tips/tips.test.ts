import { describe, expect, test } from 'vitest';
import { buildTips, fittingTips, tipsDocument } from '../../../src/features/tips/view.ts';
import { prepare } from '../../contract/calls.ts';
import { runInduct, startHome, temporaryFolder } from '../../helpers/run.ts';
import { load } from '../profile/plan-of.ts';
import { damaged } from '../when/damaged.ts';

const { tips } = await load('tips');

describe('buildTips', () => {
  test.each([
    ['1', 'statutory-duty'],
    ['14', 'speed-read'],
    ['listening', 'listening'],
    ['LISTENING', 'listening'],
    ['speed_read', 'speed-read'],
    ['brand', 'brand'],
    ['know', 'know-your-context'],
  ])('%j is %s', (wanted, id) => {
    const view = buildTips(tips, '2026-06-01', wanted);
    expect(view.tips.map(({ tip }) => tip.id)).toEqual([id]);
    expect(view.one).toBe(true);
  });

  test.each([
    ['listning', /The nearest: 11 listening\./],
    ['read', /The nearest: 14 speed-read\./],
    ['s', /The nearest: 1 statutory-duty, 2 strategic-leader, /],
    ['0', /^There is no tip "0"\.$/],
    ['15', /^There is no tip "15"\.$/],
    ['', /There is no tip ""/],
  ])('refuses %j', (wanted, message) => {
    expect(() => buildTips(tips, '2026-06-01', wanted)).toThrow(message);
  });

  test('the document has its keys and no others', () => {
    const document = tipsDocument(buildTips(tips, '2026-06-01', undefined));
    expect(Object.keys(document)).toEqual(['schema', 'today', 'tips']);
    expect(document.tips).toHaveLength(14);
    for (const tip of document.tips) {
      expect(Object.keys(tip)).toEqual(['id', 'title', 'text', 'source']);
      expect(Object.keys(tip.source)).toEqual(['page', 'section', 'url']);
    }
  });
});

describe('induct tips', () => {
  test('works before start, and is the same after it', async () => {
    const before = await runInduct(['tips', '--json'], { home: temporaryFolder() });
    const after = await runInduct(['tips', '--json'], { home: await startHome({ typing: 'officer' }) });
    expect(before.exit).toBe(0);
    expect(before.json).toEqual(after.json);
    expect(before.json.schema).toBe('induct.tips/1');
  });

  test.each([80, 50, 40])('fits %i columns', async (columns) => {
    const { stdout } = await runInduct(['tips'], { columns });
    for (const [index, tip] of tips.entries()) expect(stdout).toContain(`${index + 1}. ${tip.title.slice(0, 20)}`);
    const words = stdout.split('\n').filter((line) => !line.includes('https://'));
    expect(Math.max(...words.map((line) => line.length))).toBeLessThanOrEqual(columns);
  });

  test('one alone names its source', async () => {
    const { stdout } = await runInduct(['tips', '11']);
    expect(stdout).toContain('11. Listening matters');
    expect(stdout).toContain('Source: LGA, Top tips');
    expect(stdout).not.toContain('12.');
    expect(await runInduct(['tips', 'nothing-like-it'])).toMatchObject({ exit: 2, stdout: '' });
  });
});

describe('fittingTips', () => {
  const next = (...steps: string[]) => steps.map((step) => ({ actions: [{ step }] })) as never;

  test.each<[string[], string[]]>([
    [[], []],
    [['own'], []],
    [['dcs'], ['statutory-duty']],
    [
      ['dcs', 'dcs', 'guides'],
      ['statutory-duty', 'not-everything-at-once'],
    ],
    [
      ['documents', 'people'],
      ['know-your-context', 'best-interests'],
    ],
    [
      ['adviser', 'course', 'learning'],
      ['lga-support', 'not-everything-at-once'],
    ],
    [['own', 'own', 'own', 'documents'], []],
  ])('next is %j: %j', (steps, ids) => {
    expect(fittingTips(tips, next(...steps)).map((tip) => tip.id)).toEqual(ids);
  });

  test('every step of the plan has a tip', async () => {
    const { steps } = await load('steps');
    for (const { id } of steps)
      expect([id, fittingTips(tips, next(id)).length > 0 || id === 'outgoing']).toEqual([id, true]);
  });
});

describe('what fits the moment', () => {
  test('stands first, and the others follow with their numbers', async () => {
    const { stdout } = await runInduct(['tips'], { home: await startHome() });
    const titles = stdout.split('\n').filter((line) => /^(\d+\.|[A-Z ]+$)/.test(line) && line !== '');
    expect(titles.slice(0, 5).map((line) => line.split('.')[0])).toEqual([
      'FOR WHAT IS NEXT',
      '1',
      '8',
      'THE OTHERS',
      '2',
    ]);
    expect(titles.filter((line) => /^\d/.test(line))).toHaveLength(14);
  });

  test('before start, and with a record that cannot be read, there is none', async () => {
    const before = await runInduct(['tips']);
    expect(before.stdout).not.toMatch(/FOR WHAT IS NEXT|THE OTHERS/);
    const home = await damaged();
    expect(await runInduct(['tips'], { home })).toMatchObject({ exit: 0, stderr: '', stdout: before.stdout });
    expect((await runInduct(['tips', '--now'])).exit).toBe(3);
    expect((await runInduct(['tips', '--now'], { home })).exit).toBe(4);
  });

  test('--now shows only those, and they follow the plan', async () => {
    const home = await startHome();
    const first = await runInduct(['tips', '--now', '--json'], { home });
    expect(first.json.tips.map((tip: { id: string }) => tip.id)).toEqual(['statutory-duty', 'not-everything-at-once']);
    const later = await prepare([
      ['done', '1', '2', '3', '--yes'],
      ['done', '4', '5', '--yes'],
    ]);
    const then = await runInduct(['tips', '--now', '--json'], { home: later, today: '2026-06-03' });
    expect(then.json.tips.map((tip: { id: string }) => tip.id)).not.toEqual(
      first.json.tips.map((tip: { id: string }) => tip.id),
    );
    expect(then.json.tips.length).toBeGreaterThan(0);
    const { stdout } = await runInduct(['tips', '--now'], { home });
    expect(stdout).toMatch(/^FOR WHAT IS NEXT\n1\. /);
    expect(stdout).not.toContain('THE OTHERS');
  });

  test('an officer sees them as said to the holder', async () => {
    const home = await startHome({ typing: 'officer', answers: { name: 'Aisha Khan' } });
    expect((await runInduct(['tips', '--now'], { home })).stdout).toMatch(/^FOR WHAT IS NEXT, AS SAID TO CLLR KHAN\n/);
  });

  test('nothing is next when all is done; --now goes with no name', async () => {
    const steps = Array.from({ length: 13 }, (_, step) => ['done', String(step + 1), '--yes']);
    const home = await prepare(steps);
    const run = await runInduct(['tips', '--now'], { home, today: '2026-06-03' });
    expect(run).toMatchObject({ exit: 0, stdout: 'No tip fits what is next. All of them: induct tips\n' });
    expect((await runInduct(['tips', '--now', '--json'], { home, today: '2026-06-03' })).json.tips).toEqual([]);
    expect(await runInduct(['tips', '4', '--now'], { home })).toMatchObject({ exit: 2, stdout: '' });
  });
});
