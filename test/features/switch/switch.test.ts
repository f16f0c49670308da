import { expect, test } from 'vitest';
import { runInduct, startHome } from '../../helpers/run.ts';

const YORK = { name: 'City of York Council', short: 'York', gss: 'E06000014', region: 'Yorkshire and The Humber' };

async function twoHolders(): Promise<string> {
  const home = await startHome({ answers: { name: 'Aisha Khan' } });
  return startHome({ home, council: YORK, answers: { name: 'Bob Lee' } });
}

async function current(home: string): Promise<number> {
  const { json } = await runInduct(['holders', '--json'], { home });
  return json.holders.find((holder: { current: boolean }) => holder.current).number;
}

test.each([['Khan'], ['1'], ['Aisha', 'Khan'], ['Leeds'], ['cllr', 'khan']])('%s %s', async (...words) => {
  const home = await twoHolders();
  const run = await runInduct(['switch', ...words.filter(Boolean)], { home });
  expect(run).toMatchObject({ exit: 0, stdout: '' });
  expect(run.stderr).toBe('Now the plan of Cllr Aisha Khan (Leeds). Every command is about this plan.\n');
  expect(await current(home)).toBe(1);
});

test('to the current one says so', async () => {
  const home = await twoHolders();
  const run = await runInduct(['switch', 'York'], { home });
  expect(run.stderr).toBe('This is already the plan of Cllr Bob Lee (York).\n');
});

test('gives the changed document, empty', async () => {
  const home = await twoHolders();
  const { json, stderr } = await runInduct(['switch', 'Khan', '--json'], { home });
  expect(json).toEqual({ schema: 'induct.changed/1', today: '2026-05-20', changed: [], created: [] });
  expect(stderr).toBe('');
  expect(await current(home)).toBe(1);
});

test('without a name it offers them, or lists them where nobody can be asked', async () => {
  const home = await twoHolders();
  const listed = await runInduct(['switch'], { home });
  expect(listed.exit).toBe(2);
  expect(listed.stderr).toContain('1 Cllr Aisha Khan (Leeds), 2 Cllr Bob Lee (York)');
  const { json } = await runInduct(['holders', '--json'], { home });
  const asked = await runInduct(['switch'], { home, tty: true, answers: [json.holders[0].id] });
  expect(asked.offered).toEqual([['1  Cllr Aisha Khan (Leeds)', '2  Cllr Bob Lee (York), current']]);
  expect(await current(home)).toBe(1);
});

test('nobody of that name changes nothing', async () => {
  const home = await twoHolders();
  expect(await runInduct(['switch', 'Smith'], { home })).toMatchObject({ exit: 2, stdout: '' });
  expect(await current(home)).toBe(2);
  expect((await runInduct(['switch', 'Smith'])).exit).toBe(3);
});

test('says that INDUCT_HOLDER goes before it', async () => {
  const home = await twoHolders();
  const { stderr } = await runInduct(['switch', 'Khan'], { home, env: { INDUCT_HOLDER: 'Lee' } });
  expect(stderr).toContain('INDUCT_HOLDER is set to "Lee"');
});

test('an unfinished one says how to carry on', async () => {
  const home = await startHome({ home: await twoHolders(), unfinished: true, answers: { name: 'Cy Dee' } });
  await runInduct(['switch', '1'], { home });
  const { stderr } = await runInduct(['switch', 'Dee'], { home });
  expect(stderr).toContain('Carry on with: induct start');
});
