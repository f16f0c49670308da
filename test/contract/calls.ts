import { expect } from 'vitest';
import { type HomeOptions, type RunOptions, type RunResult, runInduct, startHome } from '../helpers/run.ts';
import { fromTemplate } from '../helpers/templates.ts';

/** The day of these tests where they name no other: a fortnight after the appointment, when some dates have passed. */
export const TODAY = '2026-06-03';

// biome-ignore lint/suspicious/noExplicitAny: tests reach into documents whose shape they are about
type Document = any;

/** One call on a plan of its own: what comes before it, what is typed, and what it comes to. */
export type Call = {
  /** What is recorded before, each a whole command. All of it must succeed. */
  readonly before?: readonly (readonly string[])[];
  readonly call: readonly string[];
  /** The exit code; 0 where nothing is said. */
  readonly exit?: 2 | 3 | 4;
  /** What standard error holds. */
  readonly says?: readonly (string | RegExp)[];
  readonly never?: readonly (string | RegExp)[];
  /** Actions in the `status` that follows, by id; `changed` of the call names just these, in any order. */
  readonly leaves?: Readonly<Record<string, object>>;
  /** What the receipt names as changed, where it is not just the actions of `leaves`. */
  readonly changed?: readonly string[];
  readonly created?: readonly object[];
  /** True where something is recorded that changes no action and makes nothing with a name of its own. */
  readonly keeps?: boolean;
  readonly home?: HomeOptions;
  readonly run?: RunOptions;
};

export async function induct(home: string, argv: readonly string[], run: RunOptions = {}): Promise<RunResult> {
  return runInduct(argv, { today: TODAY, home, ...run });
}

/** `status --json` of a home. */
export async function statusOf(home: string, run: RunOptions = {}): Promise<Document> {
  const { json, exit, stderr } = await induct(home, ['status', '--json'], run);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return json;
}

/** Every event of a home, newest first. */
export async function eventsOf(home: string): Promise<Document[]> {
  return (await induct(home, ['history', '--all', '--json'])).json.events;
}

/** The actions of a status document by id. */
export function actionsOf(status: Document): Record<string, Document> {
  const all = status.steps.flatMap((step: Document) => step.actions);
  return Object.fromEntries(all.map((action: Document) => [action.id, action]));
}

/** Everything that can be read of a home; two readings are equal when nothing was recorded between them. */
export async function readingOf(home: string, run: RunOptions = {}): Promise<Document> {
  const documents = ['status', 'history --all', 'meetings', 'profile', 'quiet', 'holders'].map(async (words) => {
    return (await induct(home, [...words.split(' '), '--json'], { today: run.today ?? TODAY })).stdout;
  });
  return Promise.all(documents);
}

/** A started home in which commands were run, each of which succeeded. */
export async function prepare(commands: readonly (readonly string[])[] = [], options: HomeOptions = {}) {
  if (options.home !== undefined) return record(commands, options);
  return fromTemplate(`prepare ${JSON.stringify([commands, options])}`, () => record(commands, options));
}

async function record(commands: readonly (readonly string[])[], options: HomeOptions): Promise<string> {
  const home = await startHome(options);
  for (const argv of commands) {
    const { exit, stderr } = await induct(home, argv);
    if (exit !== 0) throw new Error(`induct ${argv.join(' ')} ended with ${exit}: ${stderr}`);
  }
  return home;
}

/** Makes the call twice, each in a home of its own: for people, and with --json. */
export async function check(call: Call): Promise<void> {
  const home = await prepare(call.before, call.home);
  const before = {
    reading: call.exit === undefined ? null : await readingOf(home, call.run),
    events: await eventsOf(home),
  };
  const said = await induct(home, call.call, call.run);
  expect(said, said.stderr).toMatchObject({ exit: call.exit ?? 0, stdout: '' });
  const words = said.stderr.replace(/\s+/g, ' ');
  for (const one of call.says ?? []) expect(words).toMatch(one);
  for (const one of call.never ?? []) expect(words).not.toMatch(one);

  const changed = call.changed ?? Object.keys(call.leaves ?? {});
  const status = await statusOf(home, call.run);
  const actions = actionsOf(status);
  for (const [id, expected] of Object.entries(call.leaves ?? {})) expect(actions[id]).toMatchObject(expected);
  const events = await eventsOf(home);
  const fresh = events.slice(0, events.length - before.events.length);
  expect(events.slice(fresh.length).map(({ undone: _, ...event }) => event)).toEqual(
    before.events.map(({ undone: _, ...event }) => event),
  );
  expect(new Set(fresh.map((event) => event.change)).size).toBe(fresh.length === 0 ? 0 : 1);

  const other = await prepare(call.before, call.home);
  const told = await induct(other, [...call.call, '--json'], call.run);
  expect(told.exit).toBe(call.exit ?? 0);
  if (call.exit !== undefined) {
    expect(fresh).toEqual([]);
    expect(await readingOf(home, call.run)).toEqual(before.reading);
    expect(told.stdout).toBe('');
    expect(told.error?.code).toBe(call.exit);
    return;
  }
  expect(told.stderr).toBe('');
  expect(Object.keys(told.json)).toEqual(['schema', 'today', 'changed', 'created']);
  expect(told.json).toMatchObject({ schema: 'induct.changed/1', today: call.run?.today ?? TODAY });
  expect(told.json.created).toEqual(call.created ?? []);
  expect(told.json.changed.map((action: Document) => action.id).sort()).toEqual([...changed].sort());
  const after = actionsOf(await statusOf(other, call.run));
  for (const action of told.json.changed) expect(action).toEqual(after[action.id]);
  if (call.keeps === true) expect(fresh).not.toEqual([]);
  else if (changed.length === 0 && (call.created ?? []).length === 0) expect(fresh).toEqual([]);
}
