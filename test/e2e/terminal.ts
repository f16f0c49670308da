import { type IPty, spawn } from '@lydell/node-pty';
import { onTestFinished } from 'vitest';
import { BIN, NODE, warm } from './built.ts';

export const KEYS = { enter: '\r', down: '\u001b[B', up: '\u001b[A', ctrlC: '\u0003', ctrlD: '\u0004' } as const;

export type TerminalOptions = {
  readonly home: string;
  readonly columns?: number;
  readonly today?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Instead of `induct` with `argv`: a line for the shell, in which $INDUCT is the program. */
  readonly shell?: string;
};

const PATIENCE_MS = 15_000;

/** A program in a pseudo-terminal of its own. What is waited for is looked for behind what was found before. */
export class Terminal {
  readonly #pty: IPty;
  readonly #exited: Promise<{ readonly code: number; readonly signal: number }>;
  #raw = '';
  #seen = 0;
  #look: () => void = () => {};

  constructor(argv: readonly string[], options: TerminalOptions) {
    const { home, columns = 80, today = '2026-05-20', env = {}, shell } = options;
    warm(home);
    const [file, args] = shell === undefined ? [NODE, [BIN, ...argv]] : ['/bin/sh', ['-c', shell]];
    this.#pty = spawn(file, args, {
      cols: columns,
      rows: 40,
      name: env.TERM ?? 'xterm-256color',
      env: {
        PATH: process.env.PATH ?? '',
        INDUCT_HOME: home,
        INDUCT_TODAY: today,
        INDUCT: `${NODE} ${BIN}`,
        ...env,
      },
    });
    this.#pty.onData((data) => {
      this.#raw += data;
      this.#look();
    });
    this.#exited = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode, signal }) => resolve({ code: exitCode, signal: signal ?? 0 }));
    });
    onTestFinished(() => this.kill());
  }

  /** The process in the terminal: the program, or the shell that runs it. */
  get pid(): number {
    return this.#pty.pid;
  }

  /** Every byte that was written to the terminal. */
  get raw(): string {
    return this.#raw;
  }

  /** All that was written, without escape sequences; what was drawn again is there again, on a line of its own. */
  get text(): string {
    return withoutEscapes(this.#raw);
  }

  /**
   * Waits until words appear that were not waited for before; a line may end anywhere in them.
   * @returns what was written up to and with them
   */
  waitFor(words: string): Promise<string> {
    const from = this.#seen;
    const wanted = new RegExp([...words.replace(/\s/g, '')].map(escaped).join('\\s*'), 'g');
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`"${words}" did not appear. Since the last wait:\n${this.text.slice(from)}`)),
        PATIENCE_MS,
      );
      this.#look = () => {
        const text = this.text;
        wanted.lastIndex = from;
        const found = wanted.exec(text);
        if (found === null) return;
        clearTimeout(late);
        this.#look = () => {};
        this.#seen = wanted.lastIndex;
        resolve(text.slice(from, this.#seen));
      };
      this.#look();
    });
  }

  type(keys: string): void {
    this.#pty.write(keys);
  }

  /** Waits for words, then types. */
  async answer(words: string, keys: string): Promise<void> {
    await this.waitFor(words);
    this.type(keys);
  }

  async exit(): Promise<{ readonly code: number; readonly signal: number }> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`it did not end. It wrote:\n${this.text}`)), PATIENCE_MS);
    });
    try {
      return await Promise.race([this.#exited, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  kill(signal = 'SIGKILL'): void {
    try {
      this.#pty.kill(signal);
    } catch {
      // It has ended already.
    }
  }
}

function escaped(character: string): string {
  return character.replace(/[.*+?^${}()|[\]\\]/, '\\$&');
}

/** Words alone: a movement of the cursor ends a line, colours go. */
export function withoutEscapes(raw: string): string {
  return raw
    .replace(/\u001b\[[\d;]*m/g, '')
    .replace(/\u001b\[\?25[lh]/g, '')
    .replace(/\u001b\[[\d;?]*[A-Za-z]/g, '\n')
    .replace(/\r+\n/g, '\n')
    .replace(/\r/g, '\n');
}
