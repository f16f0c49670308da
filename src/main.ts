import { isProblem, type Problem, usage } from './core/problem.ts';
import { commandLoaders, EVERYDAY, shortView } from './features/index.ts';
import { toJson } from './formats/json.ts';
import { type Block, text } from './formats/terminal/blocks.ts';
import { widthOf } from './formats/terminal/measure.ts';
import { type Layout, render } from './formats/terminal/render.ts';
import { visible } from './formats/terminal/safe.ts';
import { callProblem, isCallError } from './help/call-problem.ts';
import type { Host } from './host/host.ts';
import { isInterrupted } from './host/prompts/prompter.ts';
import { type FindCommand, readPlainCall } from './plain-call.ts';
import { NO_FLAGS } from './session/flags.ts';
import { layoutOf } from './session/screen.ts';
import { Session } from './session/session.ts';

const INTERRUPTED = 130;

/**
 * Runs induct once. The only place where an error becomes words and an exit code.
 * @param argv what was typed after `induct`
 * @returns the exit code (`induct help exit-codes`)
 */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  try {
    if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
      host.out.write(`${host.version}\n`);
      return 0;
    }
    if (argv.length === 1 && (argv[0] === '--help' || argv[0] === '-h' || argv[0] === 'help')) {
      const { firstHelp } = await import('./help/first.ts');
      host.out.write(render(firstHelp(), helpLayout(host)));
      return 0;
    }
    if (argv[0] === 'completion' && argv[1] === '--') return await complete(argv.slice(2), host);
    const call = await readPlainCall(argv, findCommand);
    if (call !== null) {
      await call.command.run(new Session(host, call.flags), call.input);
      return 0;
    }
    const { runProgram } = await import('./program.ts');
    await runProgram(argv, {
      writeHelp: (help) => host.out.write(help),
      width: helpLayout(host).width,
      wantsHelp: argv.some((word) => word === 'help' || word === '--help' || word === '-h'),
      packs: () => host.packs(),
      render: (blocks) => render(blocks, helpLayout(host)),
      session: (flags) => new Session(host, flags),
    });
    return 0;
  } catch (error) {
    return conclude(await asDamage(error, host), argv, host);
  }
}

/** Help is read before the flags are. */
function helpLayout(host: Host): Layout {
  return layoutOf(host, { ...NO_FLAGS, color: false }, host.out);
}

/**
 * What looks like a defect may come from a record that was changed behind its back: a state without one of its parts, say.
 * Then that is what is told.
 */
async function asDamage(error: unknown, host: Host): Promise<unknown> {
  if (!(error instanceof TypeError || error instanceof RangeError)) return error;
  try {
    await (await host.openStore({ create: false }))?.expectAsRecorded();
    return error;
  } catch (damage) {
    return isProblem(damage) ? damage : error;
  }
}

/** Asked by a shell while somebody types: whatever goes wrong, there is nothing to suggest, and nothing is said. */
async function complete(words: readonly string[], host: Host): Promise<number> {
  try {
    const { suggest } = await import('./features/completion/suggest.ts');
    host.out.write(await suggest(words, new Session(host, NO_FLAGS)));
  } catch {
    // Not a word of an error belongs into a line that is being typed.
  }
  return 0;
}

/** A command by the name it was called by; the short view without a name. */
const findCommand: FindCommand = async (name, alone) => {
  if (name === undefined) return shortView(alone);
  if (Object.hasOwn(EVERYDAY, name)) return EVERYDAY[name]?.(alone);
  const all = commandLoaders();
  return Object.hasOwn(all, name) ? all[name]?.(alone) : undefined;
};

function conclude(error: unknown, argv: readonly string[], host: Host): number {
  if (isClosedPipe(error)) return 0;
  if (isInterrupted(error)) {
    const said = (error as { said?: string }).said ?? 'What was answered or recorded before is kept.';
    const layout = layoutOf(host, { ...NO_FLAGS, plain: argv.includes('--plain'), color: false }, host.err);
    quietly(() => host.err.write(`\n${render([text(`Stopped. ${said}`)], layout)}`));
    return INTERRUPTED;
  }
  // commander ends with an error where it has shown help. Only what may be one of its own is asked about that.
  if (!isProblem(error) && isCallError(error) && error.exitCode === 0) return 0;
  const problem = asProblem(error);
  if (problem === null) {
    quietly(() => host.err.write(defect(error, argv, host)));
    return 1;
  }
  quietly(() => tell(problem, argv, host));
  return problem.exitCode;
}

function asProblem(error: unknown): Problem | null {
  if (isProblem(error)) return error;
  if (isCallError(error)) return callProblem(error);
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ERR_INVALID_ARG_VALUE' && (error as Error).message.includes('null bytes')) {
    return usage('A character in the name of the file is one that no file can have in its name.');
  }
  if (code === 'ENOSPC' || code === 'EIO' || code === 'EDQUOT') {
    const problem = usage('The result could not be written: there is no space left, or the disk failed.');
    return Object.assign(problem, { exitCode: 4 as const });
  }
  return null;
}

function tell(problem: Problem, argv: readonly string[], host: Host): void {
  if (argv.includes('--json')) {
    const { exitCode: code, message, hint } = problem;
    host.err.write(toJson({ schema: 'induct.error/1', error: { code, message, hint } }));
    return;
  }
  const plain = argv.includes('--plain');
  const layout = { ...layoutOf(host, { ...NO_FLAGS, plain, color: colourFlag(argv) }, host.err), plain };
  const blocks: Block[] = problem.message.split('\n').map((line) => {
    const words = line.trimStart();
    return text(words, { indent: line.length - words.length });
  });
  if (problem.hint !== null)
    blocks.push(...hintBlocks(problem.hint, plain ? Number.POSITIVE_INFINITY : Math.min(layout.width, 80)));
  host.err.write(render(blocks, layout));
}

/** A hint; a command at its end has a line of its own where both do not fit on one. */
function hintBlocks(hint: string, width: number): Block[] {
  const [, before, command] = /^(.*[:?]) (induct .*)$/.exec(hint) ?? [];
  if (before === undefined || command === undefined || widthOf(hint) <= width) return [text(hint)];
  return [text(before), text(command)];
}

function colourFlag(argv: readonly string[]): boolean | undefined {
  if (argv.includes('--no-color')) return false;
  return argv.includes('--color') ? true : undefined;
}

/**
 * What a defect comes to. Its own message may hold words that somebody typed, and is shown only where it was asked for.
 */
function defect(error: unknown, argv: readonly string[], host: Host): string {
  const name = visible(error instanceof Error ? error.name : typeof error);
  const message = `This is a defect in induct, not something you did (${name}).`;
  const kept = 'What was recorded before is kept. To see whether this was too: induct history';
  const more = 'To see where it is, run the same again with INDUCT_DEBUG=1.';
  if (argv.includes('--json')) {
    return toJson({ schema: 'induct.error/1', error: { code: 1, message, hint: `${kept}. ${more}` } });
  }
  if (host.env.INDUCT_DEBUG !== '1') return `${message}\n${kept}\n${more}\n`;
  const stack = String((error as Error | undefined)?.stack ?? error)
    .split('\n')
    .map(visible);
  return [message, kept, 'Before this goes to anyone, look whether it holds words of yours:', ...stack, ''].join('\n');
}

/** The reader went away, as in `induct status | head -1`: nobody is left to tell. */
function isClosedPipe(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === 'EPIPE';
}

function quietly(write: () => void): void {
  try {
    write();
  } catch {
    // Standard error is gone too; the exit code still tells.
  }
}
