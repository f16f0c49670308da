import { type CouncilAnswer, type Draft, draft } from '../../src/core/events.ts';
import { Store } from '../../src/store/store.ts';
import { temporaryFolder } from './folders.ts';
import { fromTemplate } from './templates.ts';

export const LEEDS: CouncilAnswer = {
  name: 'Leeds City Council',
  short: 'Leeds',
  gss: 'E08000035',
  region: 'Yorkshire and The Humber',
};

export type HomeOptions = {
  /** Where; a new temporary folder without. A home that has a plan gets another holder. */
  readonly home?: string;
  readonly council?: CouncilAnswer;
  readonly appointed?: string;
  /** The day `start` was run; the day of the appointment without. */
  readonly startedOn?: string;
  readonly typing?: 'holder' | 'officer';
  readonly dcsPost?: string;
  /** More answers given at `start`, such as { name: 'Aisha Khan' }. */
  readonly answers?: Readonly<Record<string, string>>;
  /** What is recorded afterwards, each as a change of its own. */
  readonly drafts?: readonly Draft[];
  /** Leaves the last step of `start` out: the questions are not all answered. */
  readonly unfinished?: boolean;
};

/**
 * A home with a plan that was started, made through the store alone: Leeds, appointed on 20 May 2026, the director in
 * post, the holder typing.
 * @returns the home's folder
 */
export async function startHome(options: HomeOptions = {}): Promise<string> {
  if (options.home !== undefined) return makeHome(options.home, options);
  return fromTemplate(`start ${JSON.stringify(options)}`, () => makeHome(temporaryFolder(), options));
}

async function makeHome(home: string, options: HomeOptions): Promise<string> {
  const { appointed = '2026-05-20', council = LEEDS, typing = 'holder', dcsPost = 'in-post' } = options;
  const on = options.startedOn ?? appointed;
  const stamp = { by: typing, at: `${on}T09:00:00.000Z` };
  const given: readonly (readonly [string, string | CouncilAnswer])[] = [
    ['typing', typing],
    ['council', council],
    ['appointed', appointed],
    ['dcs_post', dcsPost],
    ...Object.entries(options.answers ?? {}),
  ];
  const answered = given.map(([question, answer]) =>
    draft('answered', question, question, on, { answer, initial: true }),
  );
  const started = options.unfinished ? [] : [draft('started', '', 'The plan', on, { notice: true })];
  const store = await Store.open(home, { create: true });
  if (store === null) throw new Error(`no record in ${home}`);
  try {
    const induction = store.create(stamp);
    for (const one of [...answered, ...started, ...(options.drafts ?? [])]) {
      store.append(induction, [one], stamp, store.snapshot(induction).version);
    }
  } finally {
    store.close();
  }
  return home;
}
