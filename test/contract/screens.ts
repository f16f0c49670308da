import { commandLoaders } from '../../src/features/index.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { type RunOptions, type RunResult, startHome } from '../helpers/run.ts';
import { induct, prepare } from './calls.ts';

/** A plan at some moment. `make` builds its home. */
export type Scene = { readonly name: string; readonly today: string; readonly make: () => Promise<string> };

export const STEPS = Array.from({ length: 13 }, (_, step) => String(step + 1));

/** What somebody records in the first month, of every kind. */
export const A_MONTH: readonly (readonly string[])[] = [
  ['done', '3.2', '2.1', '--on', '21 May'],
  ['ask', '6', '--of', "the DCS's office", '--yes'],
  ['ask', '7', '--on', '28 May', '--yes'],
  [
    'got',
    '6.1',
    '6.4',
    '--where',
    'https://example.org/a-long-address/of-a-document-that-came/and-is-not-read-yet.pdf',
  ],
  ['got', '6.5', '--title', 'Leeds JSNA, the chapter on children', '--dated', '14 March 2022', '--restricted'],
  ['done', '8.4', '--on', '11 April 2023'],
  ['letter', 'login', '--sent'],
  ['book', '9.2', '--for', '9 July'],
  ['book', '4.8', '--for', '10 June', '4pm'],
  ['meetings', 'add', '7.2', '10 June', '10:30am', '--place', 'Civic Hall'],
  ['meetings', 'add', '7.3', '18 June', '4:30pm'],
  ['meetings', 'new', 'One-to-one with the director', '--every', 'week', '--from', '4 June 9:30am'],
  ['skip', '1.1', '--why', 'She has moved abroad'],
  ['add', 'Ring the MP about the new school on the old hospital site', '--by', '5 June'],
  ['note', '3.2', 'A call first, then a text'],
  ['note', '4.1', 'Wants a word before cabinet', '--private'],
  ['due', '6.6', '5 June'],
  ['habits', 'on', 'data-look'],
  ['habits', 'log', 'data-look', '--on', '2 June'],
  ['visits', 'log', '--to', 'Duty desk', '--with', 'Jo Bloggs', '--note', 'Calm', '--question', 'Who covers nights?'],
  ['questions', 'ask', 'How long do families wait?', '--to', 'schools-forum'],
  ['questions', 'answer', 'q1', 'A team of three'],
  ['promise', 'Come back on home-to-school transport', '--to', 'Seacroft hub', '--by', '5 June'],
  ['promise', 'Write to the chair', '--to', 'leader', '--by', '10 July'],
  ['kept', 'p2', '--note', 'Wrote'],
  ['data', 'record', 'referrals', '1,234', '--period', '2026-04'],
  ['data', 'reports', 'add', 'Monthly report', '--from', 'Data lead', '--every', 'month'],
  ['data', 'reports', 'came', 'monthly', '--as-at', '30 April', '--question', 'Why do waits grow?'],
  ['data', 'record', 'referrals', '1,301', '--period', '2026-05'],
  ['when', 'incident', '--ask'],
  ['people', 'set', 'dcs', '--name', 'Sam Lee', '--email', 'sam.lee@example.gov.uk', '--pa', 'Jo Bloggs'],
  ['people', 'add', 'Member of Parliament for Leeds East', '--phone', '0113 496 0000'],
  ['met', 'dcs', '--on', '2 June', '--agreed', 'Every Thursday', '--promise', 'A note on transport by 10 June'],
  ['met', 'adult-services', '--on', '1 June', '--they-promised', 'A word with the whips', '--next', '2 July 4pm'],
  ['done', '12.4'],
  ['undo'],
  ['note', '3.4', 'Something that should not have been written'],
  ['redact', 'last', '--confirm', 'redact'],
];

const officer = { typing: 'officer', answers: { name: 'Aisha Khan' } } as const;

export const SCENES: readonly Scene[] = [
  { name: 'just started', today: '2026-05-20', make: () => startHome() },
  { name: 'a month later', today: '2026-06-22', make: () => prepare(A_MONTH) },
  { name: 'an officer, a fortnight later', today: '2026-06-04', make: () => prepare(A_MONTH, officer) },
  { name: 'an officer without a name', today: '2026-07-08', make: () => prepare([], { typing: 'officer' }) },
  { name: 'everything done', today: '2026-06-03', make: () => prepare(STEPS.map((step) => ['done', step, '--yes'])) },
  {
    name: 'quiet weeks',
    today: '2026-08-12',
    make: () => prepare([...A_MONTH, ['quiet', 'add', '27 July', '1 September', '--why', 'recess']]),
  },
  {
    name: 'before the appointment',
    today: '2026-05-20',
    make: () => startHome({ appointed: '2026-06-15', startedOn: '2026-05-20' }),
  },
  { name: '14 months later', today: '2027-07-20', make: () => prepare(A_MONTH) },
  {
    name: 'a leap day',
    today: '2028-02-29',
    make: () => startHome({ appointed: '2028-02-29', answers: { dcs_also: 'yes', delivery: 'trust' } }),
  },
];

/** Every screen that shows a plan or stands beside it. */
export const SCREENS: readonly (readonly string[])[] = [
  [],
  ['status'],
  ['status', '--all'],
  ['status', '--overdue'],
  ['next', '20'],
  ...['3.2', '6', '6.1', '8.2', '3.8', '7.3', '1.1', 'own', 'documents-ask', 'officers-call'].map((what) => [
    'show',
    what,
  ]),
  ['meetings'],
  ['documents'],
  ['learning'],
  ['waiting'],
  ['visits'],
  ['questions'],
  ['questions', '--all'],
  ['promises'],
  ['promises', '--all'],
  ['data'],
  ['data', 'files'],
  ['data', 'reports'],
  ['data', 'show', 'referrals', '--no-input'],
  ['data', 'show', 'care-leavers-active', '--no-input'],
  ['people'],
  ...['dcs', 'chief-executive', 'leader', 'scrutiny-committee', '7.5', 'police'].map((who) => ['brief', who]),
  ['catchup', '--no-input'],
  ['history', '--all'],
  ['tips'],
  ['tips', '--now'],
  ['links'],
  ['local', 'check'],
  ['when'],
  ['when', 'incident', '--no-input'],
  ['when', 'ofsted', '--no-input'],
  ['when', 'complaint', '--no-input'],
  ['glossary'],
  ['glossary', 'care'],
  ['year'],
  ['year', 'march'],
  ['profile'],
  ['adviser'],
  ['adviser', '--all'],
  ['holders'],
  ['quiet'],
  ['week'],
  ['week', '--this'],
  ['habits'],
  ['local'],
  ['doctor'],
  ['restore', '--list'],
  ['leave'],
  ['accessible'],
];

/** The help, without and with a command. */
export async function helpScreens(): Promise<string[][]> {
  const topics = [
    'dates',
    'privacy',
    'calendar',
    'local',
    'backup',
    'accessibility',
    'exit-codes',
    'json',
    'flags',
    'more',
  ];
  const calls = await Promise.all(
    Object.values(commandLoaders()).map(async (load) => {
      const { name, subcommands = [] } = await load(false);
      return [[name, '--help'], ...subcommands.map((one) => [name, one.name, '--help'])];
    }),
  );
  return [['help'], ['--help'], ...topics.map((topic) => ['help', topic]), ...calls.flat()];
}

/** A home for a scene, made once a file of tests. */
const homes = new Map<string, Promise<string>>();
export function homeOf(scene: Scene): Promise<string> {
  const home = homes.get(scene.name) ?? scene.make();
  homes.set(scene.name, home);
  return home;
}

/** A screen of a scene. Seeing it changes nothing, so what was asked for before is not run again. */
const seen = new Map<string, Promise<RunResult>>();
export function screenOf(scene: Scene, argv: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const key = JSON.stringify([scene.name, argv, options]);
  const screen = seen.get(key) ?? homeOf(scene).then((home) => induct(home, argv, { today: scene.today, ...options }));
  seen.set(key, screen);
  return screen;
}

export { temporaryFolder };
