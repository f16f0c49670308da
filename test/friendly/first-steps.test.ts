import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { DATA, PROGRAM, runInduct, temporaryFolder } from '../helpers/run.ts';
import { wordsOf } from './everywhere.ts';

const readme = readFileSync(join(PROGRAM, 'README.md'), 'utf8');

test('bare induct before start: one screen, which names start first', async () => {
  const run = await runInduct([], { columns: 80 });
  expect(run).toMatchObject({ exit: 0, stderr: '' });
  expect(run.stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(24);
  expect(/induct ([a-z]+)/.exec(run.stdout.replace(/^.*\n/, ''))?.[1]).toBe('start');
});

test('the notice is at most six lines, and names the computer, children and who may ask', async () => {
  const argv = ['start', '--council', 'Leeds', '--appointed', '2026-05-20', '--yes'];
  const { stderr } = await runInduct(argv, { columns: 80 });
  expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(6);
  const said = stderr.replace(/\s+/g, ' ');
  for (const words of ['stays on this computer', 'nothing is sent', 'identify a child', 'may have to be released'])
    expect(said).toContain(words);
});

test('every question has a flag of its name, a reason of one line, and may be left open but two', () => {
  const { questions } = parse(readFileSync(join(DATA, 'questions.yaml'), 'utf8')) as {
    questions: { id: string; why: string }[];
  };
  expect(questions.length).toBeGreaterThan(9);
  expect(questions.filter(({ why }) => why === undefined || why.includes('\n'))).toEqual([]);
});

test('the same record comes of questions and of flags', async () => {
  const asked = await runInduct(['start'], {
    tty: true,
    answers: ['officer', 'Aisha Khan', 'Leeds', '', 'new', 'save'],
  });
  const flags = '--typing officer --council Leeds --appointed today --dcs-post new --yes'.split(' ');
  const given = await runInduct(['start', '--name', 'Aisha Khan', ...flags], { tty: true });
  expect(given.asked).toEqual([]);
  const recorded = async (home: string) => {
    const { events } = (await runInduct(['history', '--all', '--json'], { home })).json;
    const rows = events.map(({ id: _, change: __, at: ___, ...row }: Record<string, unknown>) => JSON.stringify(row));
    return [...rows].sort();
  };
  expect(await recorded(given.home)).toEqual(await recorded(asked.home));
});

test.each(['dcs_post', 'split', 'statutory_lead', 'dcs_also', 'delivery', 'intervention', 'last_inspection'])(
  '%s takes not-sure, and what is open shows in profile',
  async (question) => {
    const flag = `--${question.replaceAll('_', '-')}`;
    const argv = ['start', '--council', 'Leeds', '--appointed', '2026-05-20', flag, 'not-sure', '--yes'];
    const { exit, home, stderr } = await runInduct(argv);
    expect(exit, stderr).toBe(0);
    expect((await runInduct(['profile', '--json'], { home })).json.answers[question]).toBe('not-sure');
    expect((await runInduct(['profile'], { home })).stdout).toContain('not sure yet');
  },
);

test('the commands of the README run one after the other as they stand there', async () => {
  const home = temporaryFolder();
  const blocks = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((match) => (match[1] ?? '').split('\n'));
  const start = blocks.find((line) => /induct(\.js)? start --council/.test(line)) ?? '';
  const begin = `induct start ${start.split(' start ')[1]}`;
  const rest = blocks.map((line) => line.replace(/\s+#.*$/, '')).filter((line) => line.startsWith('induct'));
  expect(rest.length).toBeGreaterThan(15);
  for (const line of [begin, ...rest]) {
    const run = await runInduct(wordsOf(line, temporaryFolder()), { home, today: '2026-05-22' });
    expect(run.exit, `${line}: ${run.stderr}`).toBe(0);
  }
});

test('the README says how to remove it, and where the data lies', () => {
  const removal = readme.slice(readme.indexOf('**To remove it:**'));
  for (const words of ['uninstall', 'cache', 'INDUCT_HOME', 'LOCALAPPDATA', '.local/share/induct'])
    expect(readme + removal).toContain(words);
});
