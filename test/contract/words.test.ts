import { describe, expect, test } from 'vitest';
import { induct, prepare } from './calls.ts';
import { A_MONTH, homeOf, SCENES, SCREENS, screenOf } from './screens.ts';

const PAGES = [
  'incident',
  'ofsted',
  'press',
  'scrutiny',
  'director-leaves',
  'complaint',
  'pre-election',
  'budget',
  'leaving',
];
const NEVER = /\b(kinds?|topics?|tasks?|blocked|skipped|quartet|please|sorry|oops|invalid)\b|!|\d ?%|\bper cent\b/i;
await Promise.all(SCENES.map(homeOf));

/** The words of a screen, without what a page says itself and without addresses. */
function own(screen: string): string[] {
  return screen
    .replace(/^WHERE THIS COMES FROM$[\s\S]*/m, '')
    .replace(/https?:\S+/g, '')
    .split('\n');
}

describe.each(SCENES.map((scene) => [scene.name, scene] as const))('%s', (_, scene) => {
  test.each(
    SCREENS.filter(([name = '']) => !['tips', 'links', 'glossary'].includes(name)).map(
      (argv) => [argv.join(' '), argv] as const,
    ),
  )('induct %s', async (_name, argv) => {
    const { stdout, stderr } = await screenOf(scene, [...argv, '--plain']);
    expect(own(stdout + stderr).filter((line) => NEVER.test(line))).toEqual([]);
  });
});

test('receipts and errors', async () => {
  const home = await prepare(A_MONTH);
  const calls = [
    ...A_MONTH,
    ['done', '3.2'],
    ['done', '3.99'],
    ['done', '6'],
    ['got', '3.1'],
    ['skip', '1.1'],
    ['reopen', '3.8'],
    ['book', '4.8', '--for', 'yesterday'],
    ['done', 'documents-ask'],
    ['statsu'],
    ['status', '--jsn'],
    ['profile', 'dcs_post', 'gone'],
    ['undo'],
  ];
  for (const argv of calls) {
    const { stderr } = await induct(home, [...argv, '--plain']);
    expect(
      own(stderr).filter((line) => NEVER.test(line)),
      argv.join(' '),
    ).toEqual([]);
  }
});

describe('to an officer', () => {
  const officers = SCENES.filter(({ name }) => name.startsWith('an officer'));
  /** "Your first ten days" is what a guide is called. */
  const said = (text: string) =>
    text.split('\n').filter((line) => /\b(you|your|yours)\b/i.test(line.replace(/"Your first ten days"/g, '')));

  test.each(officers.map((scene) => [scene.name, scene] as const))('%s: no screen says you', async (_, scene) => {
    for (const argv of [
      [],
      ['status'],
      ['status', '--all'],
      ['status', '--overdue'],
      ['next', '60'],
      ['meetings'],
      ['documents'],
      ['learning'],
      ['waiting'],
      ['people'],
      ['catchup'],
      ['brief', '7.2'],
      ['brief', '7.5'],
      ['brief', '7.7'],
      ['quiet'],
      ['week'],
      ['habits'],
      ['when'],
      ...PAGES.map((page) => ['when', page]),
      ['glossary'],
      ['glossary', 'advocate'],
      ['year'],
    ]) {
      const { stdout, stderr } = await screenOf(scene, [...argv, '--plain']);
      expect(said(stdout + stderr), argv.join(' ')).toEqual([]);
    }
    const names = scene.name === 'an officer without a name' ? 'portfolio holder' : 'Cllr Khan';
    expect((await screenOf(scene, ['status', '--all'])).stdout).toContain(names);
  });

  test('no receipt says you', async () => {
    const home = await prepare([], { typing: 'officer', answers: { name: 'Aisha Khan' } });
    for (const argv of [
      ...A_MONTH,
      ['done', '3.2'],
      ['done', '4.1-4.14', '--yes'],
      ['undo'],
      ['reopen', '2.1'],
      ['profile', 'given_by', 'mayor'],
      ['profile', 'dcs_post', 'vacant'],
      ['quiet', 'add', '27 July', '1 September', '--why', 'recess'],
    ]) {
      const { stderr } = await induct(home, [...argv, '--plain']);
      expect(said(stderr), argv.join(' ')).toEqual([]);
    }
  });

  test('the record says whom it is about', async () => {
    for (const scene of officers) {
      expect(said((await screenOf(scene, ['history', '--all', '--plain'])).stdout)).toEqual([]);
    }
  });
});

test('to the holder no screen speaks of a Cllr', async () => {
  for (const scene of SCENES.filter(({ name }) => !name.startsWith('an officer'))) {
    for (const argv of [[], ['status', '--all'], ['next', '60']]) {
      expect((await screenOf(scene, argv)).stdout).not.toMatch(/\bCllr\b|\{you|\{your/);
    }
  }
});

test('no placeholder is left on any screen', async () => {
  for (const scene of SCENES) {
    for (const argv of SCREENS) {
      expect((await screenOf(scene, argv, { columns: 80 })).stdout).not.toMatch(
        /\{\w+\}|undefined|null\b|NaN|\[object/,
      );
    }
  }
});
