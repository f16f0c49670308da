import { describe, expect, test } from 'vitest';
import { runInduct, startHome } from '../helpers/run.ts';
import { inTurn, rounds } from '../helpers/whole.ts';
import { actionsOf, induct, statusOf } from './calls.ts';
import { ACTS, HEADINGS, HOSTILE } from './hostile.ts';
import { SCREENS } from './screens.ts';

describe.each(Object.entries(HOSTILE).map(([name, text], place) => [name, text, place] as const))(
  '%s',
  (_, text, place) => {
    const make = async () => {
      const home = await startHome({ typing: 'officer', answers: { name: `K${text}`, title: `T${text}` } });
      const commands: readonly (readonly string[])[] = [
        ['add', `O${text}`, '--by', '5 June'],
        ['note', '3.2', `N${text}`],
        ['done', '2.1', '--note', `D${text}`],
        ['ask', '6.1', '--of', `A${text}`],
        ['book', '4.8', '--for', '10 June', '--with', `B${text}`],
        ['got', '6.4', '--where', `L${text}`],
        ['skip', '1.1', '--why', `S${text}`],
        ['meetings', 'rename', '7.3', `R${text}`],
        ['meetings', 'add', '7.3', '18 June', '--place', `P${text}`],
        ['meetings', 'new', `M${text}`, '--from', '4 June 9:30am'],
        ['adviser', 'set', `V${text}`],
        ['quiet', 'add', '27 July', '1 September', '--why', `Q${text}`],
      ];
      // Nul bytes cannot be in an argument; everything else is the user's own and kept as it was typed.
      const receipts: string[] = [];
      const refused: string[] = [];
      for (const argv of commands) {
        const run = await induct(home, argv);
        if (run.exit !== 0) refused.push(argv[0] === 'meetings' ? argv.slice(0, 2).join(' ') : (argv[0] ?? ''));
        expect([0, 2]).toContain(run.exit);
        receipts.push(run.stdout + run.stderr);
      }
      return { home, receipts, refused };
    };

    test('no such character reaches a screen, a receipt or an error', async () => {
      const { home, receipts } = await make();
      const other = await induct(home, [
        'start',
        '--new',
        '--council',
        `New ${text}`,
        '--region',
        'London',
        '--appointed',
        'today',
        '--name',
        `H${text}`,
        '--yes',
      ]);
      receipts.push(other.stdout + other.stderr);
      const errors = [
        [`x${text}`],
        ['done', `x${text}`],
        ['status', '--step', text],
        ['status', `--x${text}`],
        ['done', '3.1', '--on', text],
        ['status', '--holder', `x${text}`],
        ['help', text],
        ['tips', text],
        ['start', '--new', '--council', text, '--split', text],
      ];
      for (const argv of errors) {
        const run = await induct(home, argv);
        expect([argv, run.exit]).toEqual([argv, 2]);
        receipts.push(run.stdout + run.stderr);
      }
      for (const holder of ['1', '2']) {
        for (const argv of [
          ...SCREENS,
          ['show', '14.1'],
          ['show', '2.1'],
          ['show', '4.8'],
          ['show', '6.4'],
          ['next', '99'],
        ]) {
          // A second holder's screens are made by the same code: one manner will do for every day.
          const manners = [[], ...inTurn([['--plain'], ['--json'], ['--color']], place)];
          for (const flags of holder === '1' ? manners : manners.slice(0, rounds(4, 1))) {
            const run = await induct(home, [...argv, ...flags, '--holder', holder]);
            if (run.exit !== 0) expect([argv, run.stderr.includes('14.1')]).toEqual([argv, true]);
            const shown = run.stdout + run.stderr;
            receipts.push(flags.includes('--color') ? shown.replace(/\x1b\[(?:1|22|31|39)m/g, '') : shown);
          }
        }
      }
      receipts.push((await induct(home, ['undo', '--holder', '1'])).stderr);
      for (const said of receipts) {
        expect(ACTS.exec(said)?.index ?? -1, JSON.stringify(said)).toBe(-1);
        expect(said).not.toMatch(HEADINGS);
      }
    });

    test('it is kept as it was typed', async () => {
      const { home, refused } = await make();
      const status = await statusOf(home);
      const actions = actionsOf(status);
      expect(status.induction.name).toBe(`K${text}`);
      const expected: readonly (readonly [string, unknown, unknown])[] = [
        ['add', status.steps.at(-1).actions[0]?.title, `O${text}`],
        ['note', actions['dcs.urgent-news'].notes[0]?.text, `N${text}`],
        ['done', actions['guides.first-ten-days'].notes[0]?.text, `D${text}`],
        ['ask', actions['documents.inspection-reports'].arrangedWith, `A${text}`],
        ['book', actions['members.chief-executive'].arrangedWith, `B${text}`],
        ['got', actions['documents.self-assessment'].location, `L${text}`],
        ['skip', actions['outgoing.meet'].skippedBecause, `S${text}`],
      ];
      for (const [command, found, typed] of expected) {
        if (!refused.includes(command)) expect([command, found]).toEqual([command, typed]);
      }
      expect(refused.filter((command) => command !== 'meetings new' && command !== 'meetings rename')).toEqual([]);
    });
  },
);

test('a terminal shows what it was, without acting on it', async () => {
  const home = await startHome();
  await induct(home, ['note', '3.2', 'a\x1b[31mb']);
  expect((await induct(home, ['show', '3.2'])).stdout).toContain('a\\u001b[31mb');
});

test('letters of other languages, accents and signs stay as they are', async () => {
  const home = await startHome();
  const text = 'Gŵyl Ŷ é ’ – £5 “two” 日本 👩🏽‍🏫';
  await induct(home, ['note', '3.2', text]);
  expect((await induct(home, ['show', '3.2', '--plain'])).stdout).toContain(text);
  expect(actionsOf(await statusOf(home))['dcs.urgent-news'].notes[0].text).toBe(text);
});

test('a hostile answer at start is no way round', async () => {
  const run = await runInduct(['start', '--council', 'Leeds', '--appointed', 'today', '--yes', '--name', 'a\x1b[2Jb']);
  expect(run.stdout + run.stderr).not.toContain('\x1b');
});
