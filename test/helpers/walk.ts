import { sayLongDate } from '../../src/core/dates/index.ts';
import { commandLoaders } from '../../src/features/index.ts';
import { temporaryFolder } from './folders.ts';
import type { Answer } from './prompter.ts';
import { type RunResult, runInduct } from './run.ts';

/** Who sits at the screen. Both keep the same record, each in a home of their own and in their own voice. */
export type Who = 'holder' | 'officer';

/** One thing somebody types on a day of the walk, and what they must see. */
export type Row = {
  readonly day: string;
  readonly who: Who;
  /** Why they type it, in a few words. */
  readonly why?: string;
  readonly argv: readonly string[];
  /** A command that must be there; until it is, the row waits. */
  readonly needs?: string;
  /** What they answer; then there is a terminal. */
  readonly answers?: readonly Answer[];
  /** What it may end with; 0 where nothing is said. */
  readonly exits?: readonly number[];
  readonly sees?: readonly (string | RegExp)[];
  readonly never?: readonly (string | RegExp)[];
};

/** The rows whose commands are there; the others wait for theirs. */
export function ready(rows: readonly Row[]): { readonly now: readonly Row[]; readonly waiting: readonly Row[] } {
  const isThere = ({ needs }: Row) => needs === undefined || Object.hasOwn(commandLoaders(), needs);
  return { now: rows.filter(isThere), waiting: rows.filter((row) => !isThere(row)) };
}

/** Two people over the same hundred days. */
export type Walk = {
  /** Types a row in both homes, so that both records stay alike; gives what the one who typed it saw. */
  readonly take: (row: Row) => Promise<{ readonly seen: RunResult; readonly other: RunResult }>;
  /** What was seen so far, as one text. */
  readonly text: () => string;
};

/** Begins the walk: the plan is started on a day, once for each of the two. */
export function startWalk(start: readonly string[], day: string): Walk {
  const homes: Record<Who, string> = { holder: temporaryFolder(), officer: temporaryFolder() };
  const pages: string[] = [];
  let started: Promise<unknown> | null = null;
  const typed = (who: Who) => [...start, '--typing', who];
  const begin = () =>
    Promise.all(
      (['holder', 'officer'] as const).map(async (who) => {
        const run = await runInduct(typed(who), { home: homes[who], today: day });
        if (run.exit !== 0) throw new Error(`induct ${typed(who).join(' ')}: ${run.stderr}`);
        pages.push(sayPage({ day, who, argv: typed(who) }, run));
      }),
    );
  const runAs = (who: Who, { day: today, argv, answers }: Row) =>
    runInduct(argv, {
      home: homes[who],
      today,
      columns: 80,
      ...(answers === undefined ? {} : { tty: true, answers, env: { NO_COLOR: '1' } }),
    });
  return {
    take: async (row) => {
      started ??= begin();
      await started;
      const seen = await runAs(row.who, row);
      const other = await runAs(row.who === 'holder' ? 'officer' : 'holder', row);
      pages.push(sayPage(row, seen));
      return { seen, other };
    },
    text: () => pages.join('\n'),
  };
}

/** A screen under who saw it, when, and what was typed. */
function sayPage({ day, who, argv, why }: Row, run: RunResult): string {
  const words = argv.map((word) => (/[\s"]/.test(word) ? `"${word}"` : word));
  const head = `=== ${sayLongDate(day)}, the ${who}${why === undefined ? '' : `: ${why}`}`;
  return [head, `$ induct ${words.join(' ')}`.trimEnd(), run.stdout + run.stderr].join('\n');
}

/** A screen in one line, for looking for words in it. */
export function flat({ stdout, stderr }: RunResult): string {
  return `${stdout}\n${stderr}`.replace(/\s+/g, ' ');
}
