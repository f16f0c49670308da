import { describe, expect, test } from 'vitest';
import { buildTips, tipsDocument } from '../../../src/features/tips/view.ts';
import { runInduct, startHome, temporaryFolder } from '../../helpers/run.ts';
import { load } from '../profile/plan-of.ts';

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
