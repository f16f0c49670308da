import { expect, test } from 'vitest';
import { runInduct, startHome } from '../../helpers/run.ts';

const YORK = { name: 'City of York Council', short: 'York', gss: 'E06000014', region: 'Yorkshire and The Humber' };

async function twoHolders(): Promise<string> {
  const home = await startHome({ answers: { name: 'Aisha Khan' } });
  return startHome({ home, council: YORK, appointed: '2026-05-27', unfinished: true });
}

test('needs a plan', async () => {
  expect(await runInduct(['holders'])).toMatchObject({ exit: 3, stdout: '' });
});

test('the document names each, and which is current', async () => {
  const { json } = await runInduct(['holders', '--json'], { home: await twoHolders() });
  expect(Object.keys(json)).toEqual(['schema', 'today', 'holders']);
  expect(json.schema).toBe('induct.holders/1');
  expect(Object.keys(json.holders[0])).toEqual(['id', 'number', 'name', 'council', 'appointed', 'started', 'current']);
  expect(json.holders).toMatchObject([
    {
      number: 1,
      name: 'Aisha Khan',
      council: { name: 'Leeds City Council', gss: 'E08000035', region: 'Yorkshire and The Humber' },
      appointed: '2026-05-20',
      started: true,
      current: false,
    },
    { number: 2, name: null, council: { name: 'City of York Council' }, started: false, current: true },
  ]);
  expect(Object.keys(json.holders[0].council)).toEqual(['name', 'gss', 'region']);
});

test.each([80, 50])('the current one is marked with a word at %i columns', async (columns) => {
  const { stdout } = await runInduct(['holders'], { home: await twoHolders(), columns });
  expect(stdout).toContain('1  Cllr Aisha Khan, Leeds City Council');
  expect(stdout).toMatch(/2 {2}No name yet, City of York Council\s+current/);
  expect(stdout).toMatch(/the first\s+questions are not all\s+answered/);
  expect(stdout).toContain('induct switch 1');
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
});
