import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { runInduct } from '../helpers/run.ts';
import { inTurn } from '../helpers/whole.ts';
import { helpScreens, homeOf, SCENES, SCREENS, screenOf } from './screens.ts';

const HELP = await helpScreens();
const COLUMNS = [40, 50, 60, 80, 120];
/** The narrowest and the usual width for every screen; of those between and beyond, one by turns for every day. */
const widths = (place: number) => [40, 80, ...inTurn([50, 60, 120], place)];
await Promise.all(SCENES.map(homeOf));

/** Lines that are too wide, and could have been broken. */
function tooWide(text: string, columns: number): string[] {
  return text.split('\n').filter((line) => stringWidth(line) > columns && /\S\s/.test(line.trim()));
}

describe.each(SCENES.map((scene, place) => [scene.name, scene, place] as const))('%s', (_, scene, place) => {
  test.each(SCREENS.map((argv, nth) => [argv.join(' '), argv, place + nth] as const))(
    'induct %s',
    async (_name, argv, turn) => {
      for (const columns of widths(turn)) {
        const run = await screenOf(scene, argv, { columns });
        expect(run.exit, run.stderr).toBe(0);
        expect(tooWide(run.stdout + run.stderr, columns), `at ${columns} columns`).toEqual([]);
        const lines = run.stdout.split('\n');
        expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
        expect(run.stdout.endsWith('\n')).toBe(true);
        expect(run.stdout).not.toMatch(/\n\n\n|^\n|\n\n$/);
      }
      const wide = await screenOf(scene, argv, { columns: 200, tty: true, env: { NO_COLOR: '1' } });
      expect(tooWide(wide.stdout, 80)).toEqual([]);
    },
  );

  test('a screen says the same at every width', async () => {
    for (const argv of [
      ['status', '--all'],
      ['next', '20'],
      ['show', '6.1'],
    ]) {
      const words = async (columns: number) =>
        (await screenOf(scene, argv, { columns })).stdout
          .replace(/\s+/g, ' ')
          .replace(/\(one email\)/g, 'one email')
          .split(' ')
          .sort()
          .join(' ');
      expect(await words(40)).toBe(await words(80));
    }
  });

  test('--plain: one fact a line, no columns, nothing broken', async () => {
    for (const argv of SCREENS) {
      const plain = await screenOf(scene, [...argv, '--plain'], { columns: 40 });
      const wide = await screenOf(scene, [...argv, '--plain'], { columns: 120 });
      expect(plain.stdout).toBe(wide.stdout);
      for (const line of plain.stdout.split('\n').slice(0, -1)) {
        expect(line).not.toBe('');
        expect(line.trim()).not.toMatch(/ {3,}/);
      }
    }
  });
});

describe('help', () => {
  test.each(HELP.map((argv) => [argv.join(' '), argv] as const))('induct %s', async (_, argv) => {
    for (const columns of COLUMNS) {
      const run = await runInduct(argv, { columns });
      expect(run).toMatchObject({ exit: 0, stderr: '' });
      // An example is for copying, so it stays on one line.
      const lines = run.stdout.replace(/^ {2}induct .*$/gm, '');
      expect(tooWide(lines, columns), `at ${columns} columns`).toEqual([]);
      if (columns >= 80) expect(tooWide(run.stdout, columns)).toEqual([]);
    }
  });
});

describe('errors and receipts', () => {
  const [scene] = SCENES;
  test.each([
    ['done', '3.99'],
    ['done', 'documents.annual-report'],
    ['done', '6'],
    ['start', '--council', 'Atlantis', '--appointed', '31 June', '--split', 'perhaps'],
    ['statsu'],
    ['status', '--step', 'nowhere'],
    ['due', '6.6'],
    ['note', '3.2', 'NHS number 943 476 5919'],
    ['profile', 'dcs_post', 'gone'],
  ])('%s %s', async (...argv) => {
    if (scene === undefined) throw new Error('no scene');
    for (const columns of COLUMNS) {
      const run = await screenOf(scene, argv, { columns });
      expect(run.exit).toBe(2);
      expect(tooWide(run.stderr, columns), `at ${columns} columns`).toEqual([]);
    }
  });

  test('the lines of a list in an error keep their indent', async () => {
    if (scene === undefined) throw new Error('no scene');
    for (const columns of COLUMNS) {
      const { stderr } = await screenOf(scene, ['done', '3.99'], { columns });
      const numbered = stderr.split('\n').filter((line) => /^\s*3\.\d+ dcs\./.test(line));
      expect(numbered.length).toBeGreaterThan(1);
      expect(numbered.filter((line) => !/^ {2}\S/.test(line))).toEqual([]);
    }
  });

  test('a command to copy is not broken over two lines at 80 columns', async () => {
    const broken: string[] = [];
    for (const one of SCENES) {
      for (const argv of SCREENS) {
        const { stdout: whole } = await screenOf(one, argv, { columns: 80 });
        // These stand alone at the end of a row, and another row or a heading follows.
        const stdout = whole.replace(/induct (waiting|meetings)\n(?=\n| {2}\S|[A-Z])/g, '\n');
        if (/induct( [a-z]+)?\n\s*(?![A-Z]{3})[\w.]/.test(stdout.replace(/induct\n\n/g, '')))
          broken.push(`${one.name}: ${argv.join(' ')}`);
      }
    }
    expect(broken).toEqual([]);
  });
});
