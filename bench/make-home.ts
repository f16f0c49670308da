import { join } from 'node:path';
import { type Draft, draft } from '../src/core/events.ts';
import { packLoader } from '../src/packs/load.ts';
import { Store } from '../src/store/store.ts';

/** What one change holds at most; a transaction each, so that a hundred thousand events take no more than a minute. */
const CHANGE = 20;
const FIRST_DAY = Date.UTC(2026, 4, 20, 9);
const DAYS = 12;
const DAY_MS = 86_400_000;

/** What is recorded about an action, over and over: its state comes back to where it was, as it does in life. */
const ROUND: readonly ((subject: string, title: string, on: string) => Draft)[] = [
  (subject, title, on) =>
    draft('arranged', subject, title, on, { for: '2026-06-10', time: '10:00', with: 'the office' }),
  (subject, title, on) =>
    draft('noted', subject, title, on, { text: 'To be taken up again next week.', private: false }),
  (subject, title, on) => draft('received', subject, title, on, { location: 'the shared folder' }),
  (subject, title, on) => draft('done', subject, title, on, { was: 'received' }),
  (subject, title, on) => draft('reopened', subject, title, on, { was: 'done' }),
  (subject, title, on) => draft('skipped', subject, title, on, { why: 'It is done elsewhere.' }),
  (subject, title, on) => draft('noted', subject, title, on, { text: 'Taken up after all.', private: true }),
  (subject, title, on) => draft('reopened', subject, title, on, { was: 'skipped' }),
  (subject, title, on) => draft('due-set', subject, title, on, { due: '2026-07-01' }),
  (subject, title, on) => draft('due-set', subject, title, on, { due: null }),
];

/** The answers of `start`, and its end. */
function beginning(on: string): readonly Draft[] {
  const council = {
    name: 'Leeds City Council',
    short: 'Leeds',
    gss: 'E08000035',
    region: 'Yorkshire and The Humber',
  };
  const answers = [
    ['typing', 'holder'],
    ['council', council],
    ['appointed', on],
    ['dcs_post', 'in-post'],
  ] as const;
  const answered = answers.map(([question, answer]) =>
    draft('answered', question, question, on, { answer, initial: true }),
  );
  return [...answered, draft('started', '', 'Start', on, { notice: true })];
}

/**
 * Makes a home whose record holds exactly so many events, about all actions of the list, through the store.
 * @param data the list's folder
 * @param holders how many holders there are; all but the last, whose events these are, have only begun
 */
async function makeHome(count: number, home: string, data: string, holders: number): Promise<void> {
  const { steps } = await packLoader(data, join(home, 'cache')).load('steps');
  const actions = steps.flatMap((step) => step.actions);
  const start = beginning('2026-05-20');
  if (count < start.length) throw new Error(`a plan begins with ${start.length} events, so N must be at least that`);
  if ((await Store.open(home, { create: false })) !== null) throw new Error(`${home} holds a record already`);
  const store = await Store.open(home, { create: true });
  if (store === null) throw new Error(`no record was made in ${home}`);
  const stampAt = (index: number) => {
    const at = new Date(FIRST_DAY + Math.floor((index / count) * DAYS * DAY_MS)).toISOString();
    return { by: index % 3 === 0 ? ('officer' as const) : ('holder' as const), at };
  };
  for (let holder = 1; holder < holders; holder += 1) store.append(store.create(stampAt(0)), start, stampAt(0), 0);
  const induction = store.create(stampAt(0));
  store.append(induction, start, stampAt(0), 0);
  for (let done = start.length; done < count; ) {
    const stamp = stampAt(done);
    const drafts = Array.from({ length: Math.min(CHANGE, count - done) }, (_, place) => {
      const index = done + place;
      const action = actions[index % actions.length];
      const make = ROUND[Math.floor(index / actions.length) % ROUND.length];
      if (action === undefined || make === undefined) throw new Error('the list is empty');
      return make(action.id, action.title, stamp.at.slice(0, 10));
    });
    store.append(induction, drafts, stamp, done);
    done += drafts.length;
  }
  store.close();
}

const [count = '', home = '', data = '', holders = '1'] = process.argv.slice(2);
makeHome(Number(count), home, data, Number(holders)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
