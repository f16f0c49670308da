import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { COLOURS } from '../../src/formats/terminal/colour.ts';
import { nodeFiles } from '../../src/host/files/node-files.ts';
import { nodeSettings } from '../../src/host/files/settings.ts';
import type { Host, Output } from '../../src/host/host.ts';
import { localLists, usedList } from '../../src/host/lists.ts';
import { foldersOf } from '../../src/host/paths.ts';
import { linePrompter } from '../../src/host/prompts/lines.ts';
import { noPrompter } from '../../src/host/prompts/none.ts';
import { run } from '../../src/main.ts';
import { keptFolder } from '../../src/packs/local/kept.ts';
import { Store } from '../../src/store/store.ts';
import { upkeepOf } from '../../src/store/upkeep.ts';
import { temporaryFolder } from './folders.ts';
import { type Answer, scriptedPrompter } from './prompter.ts';
import { readOnce } from './read-once.ts';
import { checkShipped, DATA, PROGRAM, shippedLoader } from './shipped.ts';

export { temporaryFolder } from './folders.ts';
export { type Answer, INTERRUPT } from './prompter.ts';
export { DATA, PROGRAM } from './shipped.ts';
export { type HomeOptions, LEEDS, startHome } from './start-home.ts';

/** The day the tests take as today, where they do not say another: a Wednesday. */
export const TODAY = '2026-05-20';

const VERSION = (JSON.parse(readFileSync(join(PROGRAM, 'package.json'), 'utf8')) as { version: string }).version;

export type RunOptions = {
  readonly today?: string;
  /** The real time of events, or a clock; by default half past nine in the morning of `today`, UTC. */
  readonly now?: string | (() => string);
  /** What a person answers, in order. They make sense only with `tty`. */
  readonly answers?: readonly Answer[];
  /** Whether there is a terminal at all three streams. */
  readonly tty?: boolean;
  readonly columns?: number;
  /** The whole environment; nothing of this process's own is passed on. */
  readonly env?: Readonly<Record<string, string>>;
  /** A pack folder instead of the one shipped. */
  readonly pack?: string;
  /** The folder of the record; a new one without. */
  readonly home?: string;
  readonly accessible?: boolean;
  /** The system, as Node names it; linux without. */
  readonly platform?: string;
  /** What is typed, line by line, to the real numbered-line prompter (with `tty` and `accessible`). */
  readonly stdin?: string;
};

export type RunResult = {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The document on standard output; undefined where there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into documents whose shape they are about
  readonly json: any;
  /** The error document on standard error, as --json gives it; undefined where there is none. */
  readonly error: { readonly code: number; readonly message: string; readonly hint: string | null } | undefined;
  /** Every question put, in order; a refused answer follows its question as `refused "…": why`. */
  readonly asked: readonly string[];
  /** The labels of what every list of choices offered. */
  readonly offered: readonly (readonly string[])[];
  /** What was opened with the system's programs, and what was put on the clipboard; both work where there is a terminal. */
  readonly opened: readonly string[];
  readonly copied: readonly string[];
  readonly home: string;
};

/**
 * Runs induct in this process, over real files in a temporary folder.
 * @param argv what is typed after `induct`
 * @throws Error when a question was put that `answers` has no answer for, or an answer was left over
 */
export async function runInduct(argv: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const { tty = false, columns, accessible = false, answers = [], today = TODAY, stdin } = options;
  const home = options.home ?? options.env?.INDUCT_HOME ?? temporaryFolder();
  const env: Record<string, string> = { INDUCT_HOME: home, ...options.env };
  if (accessible) env.INDUCT_ACCESSIBLE = '1';
  if (!tty && columns !== undefined) env.COLUMNS = String(columns);
  if (options.pack !== undefined) env.INDUCT_PACK = options.pack;
  const folders = () => foldersOf(env, () => ({ home, cache: join(home, 'cache') }));

  const written = { out: '', err: '' };
  const output = (to: 'out' | 'err'): Output => ({
    write: (text) => {
      written[to] += text;
    },
    isTerminal: tty,
    columns: tty ? (columns ?? 80) : undefined,
  });
  const lists = { env, shipped: DATA, ahead: null, folders, here: home, read: readOnce };
  const isShippedAlone = () => !env.INDUCT_PACK && keptFolder(folders().home) === null;
  const local = localLists(lists);
  const script = scriptedPrompter(answers);
  const opened: string[] = [];
  const copied: string[] = [];
  let store: Store | null = null;
  const host: Host = {
    env,
    platform: options.platform ?? 'linux',
    version: VERSION,
    out: output('out'),
    err: output('err'),
    inputIsTerminal: tty,
    colours: COLOURS,
    today: () => today,
    now: () => {
      const { now = `${today}T09:30:00.000Z` } = options;
      return typeof now === 'string' ? now : now();
    },
    home: () => folders().home,
    packs: () => (isShippedAlone() ? shippedLoader : usedList(lists)),
    localLists: { ...local, checkUsed: async () => (isShippedAlone() ? checkShipped(local) : local.checkUsed()) },
    openStore: async (wanted) => {
      store ??= await Store.open(folders().home, wanted);
      return store;
    },
    upkeep: async () => {
      store?.close();
      store = null;
      return upkeepOf(folders(), env);
    },
    makePrompter: async (manner) => {
      if (manner === 'none') return noPrompter;
      if (stdin === undefined || manner !== 'lines') return script.prompter;
      return linePrompter({ input: Readable.from([stdin]), write: (text) => host.err.write(text) });
    },
    files: nodeFiles(() => folders().home),
    settings: nodeSettings(() => folders().home),
    open: async (target) => {
      opened.push(target);
      return tty;
    },
    copy: async (text) => {
      copied.push(text);
      return tty;
    },
  };
  let exit: number;
  try {
    exit = await run(argv, host);
  } finally {
    (store as Store | null)?.close();
  }
  const failure = script.failure();
  if (failure !== null) {
    throw new Error(`induct ${argv.join(' ')}: ${failure}\nasked: ${script.asked.join(' | ')}`);
  }
  return {
    exit,
    stdout: written.out,
    stderr: written.err,
    json: parsed(written.out),
    error: parsed(written.err)?.error,
    asked: script.asked,
    offered: script.offered.map((choices) => choices.map((choice) => choice.label)),
    opened,
    copied,
    home,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: as `json` above
function parsed(text: string): any {
  if (!/^[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
