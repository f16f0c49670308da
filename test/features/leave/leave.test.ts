import { beforeAll, describe, expect, test } from 'vitest';
import { AFTER, aHundredDays } from '../../helpers/a-hundred-days.ts';
import { folderOfRun } from '../../helpers/folders.ts';
import { type RunOptions, runInduct, startHome } from '../../helpers/run.ts';

let home = '';
const induct = (argv: readonly string[], run: RunOptions = {}) => runInduct(argv, { home, today: AFTER, ...run });

beforeAll(async () => {
  folderOfRun();
  home = await aHundredDays();
  await induct(['done', '8.2', '--on', '1 June']);
});

describe('leave', () => {
  test.each([80, 50])('at %i columns: what is open, what is ahead, and what to do with the rest', async (columns) => {
    const { stdout, stderr, exit } = await induct(['leave'], { columns });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    const words = stdout.replace(/\s+/g, ' ');
    for (const one of [
      'PROMISED, NOT KEPT YET (1) p1 An answer on school transport',
      'OPEN QUESTIONS (1) q2 What does a placement cost?',
      'DATES AHEAD (1) Thu 1 October, 5pm Health and wellbeing board',
      'induct handover --format json --output handover.json',
      'GIVE BACK',
      'DO NOT ERASE YET',
      'ask information governance first.',
    ]) {
      expect(words).toContain(one);
    }
    expect(stdout).not.toMatch(/SECRET|REMARK|\blate\b/);
    expect(
      stdout.split('\n').filter((line) => line.length > columns && line.includes(' ') && !/^induct /.test(line)),
    ).toEqual([]);
  });

  test('to an officer it speaks of the holder', async () => {
    const own = await startHome({ typing: 'officer', answers: { name: 'Aisha Khan' } });
    const { stdout } = await runInduct(['leave'], { home: own });
    expect(stdout).toContain('Before Cllr Khan leaves the role.');
    expect(stdout).toContain("Cllr Khan's own learning record");
    expect(stdout).toContain('No promise is open.');
  });

  test('--json', async () => {
    const { json } = await induct(['leave', '--json']);
    expect(json).toMatchObject({
      schema: 'induct.leave/1',
      questions: [{ id: 'q2', text: 'What does a placement cost?' }],
      promises: [{ id: 'p1', by: '2026-09-30' }],
      dates: [{ date: '2026-10-01', title: 'Health and wellbeing board' }],
    });
  });
});

describe('leave learning', () => {
  test('is training and guides, and nothing of the council', async () => {
    const { stdout, exit } = await induct(['leave', 'learning']);
    expect(exit).toBe(0);
    expect(stdout).toContain('# Learning record: Cllr Aisha Khan');
    expect(stdout).toMatch(/- 1 June 2026: .*corporate parenting/i);
    expect(stdout).toContain('2 June 2026: Your first ten days');
    expect(stdout).not.toMatch(/inspection|ilacs|SECRET|Jo March|question/i);
  });

  test('as a page, and as a document', async () => {
    expect((await induct(['leave', 'learning', '--format', 'html'])).stdout).toContain('<!DOCTYPE html>');
    expect((await induct(['leave', 'learning', '--json'])).json).toMatchObject({ schema: 'induct.learning-record/1' });
  });
});
