import { fstatSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join, sep } from 'node:path';
import { instantOf, isCivilDate } from '../core/dates/index.ts';
import { usage } from '../core/problem.ts';
import { shown } from '../core/shown.ts';
import { NO_STYLE } from '../formats/terminal/style.ts';
import type { PackLoader } from '../packs/load.ts';
import type { Store } from '../store/store.ts';
import { nodeFiles } from './files/node-files.ts';
import { nodeSettings } from './files/settings.ts';
import type { Host, Output } from './host.ts';
import { localLists, usedList } from './lists.ts';
import { type Folders, foldersOf } from './paths.ts';

/** The real host: this process's streams, environment, clock and files. `program` is the program's own folder. */
export async function nodeHost(
  program: string,
  argv: readonly string[],
): Promise<Host & { readonly close: () => void }> {
  const { env } = process;
  const platform = env.INDUCT_HOME ? null : await platformFolders();
  const out = output(1, () => process.stdout);
  const err = output(2, () => process.stderr);
  const mayColour = isDevice(1) || isDevice(2) || Boolean(env.FORCE_COLOR) || argv.includes('--color');
  const colours = mayColour ? (await import('../formats/terminal/colour.ts')).COLOURS : NO_STYLE;
  let known: Folders | undefined;
  const folders = () => {
    known ??= foldersOf(env, () => platform as Folders);
    return known;
  };
  const lists = {
    env,
    shipped: `${program}${sep}data`,
    ahead: `${program}${sep}dist${sep}list`,
    folders,
    get here() {
      return process.cwd();
    },
  };
  // Which list is used is asked once a run.
  let used: PackLoader | null = null;
  let store: Store | null = null;
  let asked = false;
  return {
    env,
    platform: process.platform,
    get version() {
      return versionIn(program);
    },
    out,
    err,
    colours,
    get inputIsTerminal() {
      return isTerminal(0, () => process.stdin);
    },
    today: () => todayOf(env.INDUCT_TODAY),
    now: () => instantOf(new Date()),
    home: () => folders().home,
    packs: () => {
      used ??= usedList(lists);
      return used;
    },
    localLists: localLists(lists),
    openStore: async (options) => {
      const { Store } = await import('../store/store.ts');
      store ??= await Store.open(folders().home, options);
      return store;
    },
    upkeep: async () => {
      store?.close();
      store = null;
      const { upkeepOf } = await import('../store/upkeep.ts');
      return upkeepOf(folders(), env);
    },
    makePrompter: async (manner) => {
      asked ||= manner !== 'none';
      if (manner === 'inquirer') {
        const { inquirerPrompter } = await import('./prompts/inquirer.ts');
        return inquirerPrompter({ input: process.stdin, output: process.stderr });
      }
      if (manner === 'lines') {
        const { linePrompter } = await import('./prompts/lines.ts');
        return linePrompter({
          input: process.stdin,
          write: err.write,
          width: process.stderr.columns ?? 80,
        });
      }
      return (await import('./prompts/none.ts')).noPrompter;
    },
    files: nodeFiles(() => folders().home),
    settings: nodeSettings(() => folders().home),
    open: async (target) => (await import('./open-target.ts')).openTarget(target, env),
    copy: async (text) => (await import('./clipboard.ts')).copyText(text),
    close: () => {
      store?.close();
      if (asked) process.stdin.destroy();
    },
  };
}

function versionIn(program: string): string {
  return (JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')) as { version: string }).version;
}

/** env-paths is the door to the platform's folders; "" keeps it from adding a suffix of its own. */
async function platformFolders(): Promise<Folders> {
  const { default: envPaths } = await import('env-paths');
  const { data, cache } = envPaths('induct', { suffix: '' });
  return { home: data, cache };
}

function todayOf(given: string | undefined): string {
  if (given === undefined || given === '') {
    const now = new Date();
    const two = (part: number) => String(part).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }
  if (!isCivilDate(given)) throw usage(`INDUCT_TODAY is "${shown(given)}". It must be a date such as 2026-06-04.`);
  return given;
}

function output(descriptor: 1 | 2, stream: () => NodeJS.WriteStream): Output {
  // What a stream leads to stays the same for a run; how wide it is does not.
  let known: boolean | undefined;
  const leadsToTerminal = () => {
    known ??= isTerminal(descriptor, stream);
    return known;
  };
  return {
    write: (text) => {
      if (mustStream(process.platform, leadsToTerminal)) stream().write(text);
      else writeAll(descriptor, text);
    },
    get isTerminal() {
      return leadsToTerminal();
    },
    get columns() {
      return leadsToTerminal() ? stream().columns : undefined;
    },
  };
}

/** Building a standard stream costs a tenth of a start, so it is asked only where it may be a terminal. */
function isTerminal(descriptor: 0 | 1 | 2, stream: () => { readonly isTTY?: boolean }): boolean {
  try {
    return isDevice(descriptor) && stream().isTTY === true;
  } catch {
    return false;
  }
}

/** Whether a descriptor may lead to a terminal: not to a file, a pipe or the null device. Each is looked at once. */
function isDevice(descriptor: 0 | 1 | 2): boolean {
  const known = devices.get(descriptor) ?? looksLikeDevice(descriptor);
  devices.set(descriptor, known);
  return known;
}

const devices = new Map<number, boolean>();

function looksLikeDevice(descriptor: number): boolean {
  try {
    const device = fstatSync(descriptor);
    return device.isCharacterDevice() && (process.platform === 'win32' || device.rdev !== statSync('/dev/null').rdev);
  } catch {
    return false;
  }
}

/**
 * Whether words must go through Node's stream: what is written straight to a console of Windows is read in the console's
 * code page, so that every dash and accent would be wrong (nodejs/node#24550). The stream writes at once there as well.
 */
export function mustStream(platform: string, isTerminal: () => boolean): boolean {
  return platform === 'win32' && isTerminal();
}

/** Writes everything at once and at once: process.stdout costs a fifth of a start, and loses what a full disk refuses. */
function writeAll(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
