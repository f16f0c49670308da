import { isProblem, type Problem, usage } from './core/problem.ts';
import { toJson } from './formats/json.ts';
import { type Block, text } from './formats/terminal/blocks.ts';
import { render } from './formats/terminal/render.ts';
import { visible } from './formats/terminal/safe.ts';
import { callProblem, isCallError } from './help/call-problem.ts';
import type { Host } from './host/host.ts';
import { isInterrupted } from './host/prompts/prompter.ts';
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
    const { runProgram } = await import('./program.ts');
    await runProgram(argv, {
      writeHelp: (help) => host.out.write(help),
      width: layoutOf(host, NO_FLAGS, host.out).width,
      wantsHelp: argv.some((word) => word === 'help' || word === '--help' || word === '-h'),
      packs: () => host.packs(),
      render: (blocks) => render(blocks, layoutOf(host, { ...NO_FLAGS, color: false }, host.out)),
      session: (flags) => new Session(host, flags),
    });
    return 0;
  } catch (error) {
    return conclude(await asDamage(error, host), argv, host);
  }
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

function conclude(error: unknown, argv: readonly string[], host: Host): number {
  if (isCallError(error) && error.exitCode === 0) return 0;
  if (isClosedPipe(error)) return 0;
  if (isInterrupted(error)) {
    quietly(() => host.err.write('\nStopped. What was answered or recorded before is kept.\n'));
    return INTERRUPTED;
  }
  const problem = asProblem(error);
  if (problem === null) {
    quietly(() => host.err.write(defect(error, host)));
    return 1;
  }
  quietly(() => tell(problem, argv, host));
  return problem.exitCode;
}

function asProblem(error: unknown): Problem | null {
  if (isProblem(error)) return error;
  if (isCallError(error)) return callProblem(error);
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
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
  if (problem.hint !== null) blocks.push(text(problem.hint));
  host.err.write(render(blocks, layout));
}

function colourFlag(argv: readonly string[]): boolean | undefined {
  if (argv.includes('--no-color')) return false;
  return argv.includes('--color') ? true : undefined;
}

function defect(error: unknown, host: Host): string {
  const message = error instanceof Error ? error.message : String(error);
  const stack = host.env.INDUCT_DEBUG === '1' && error instanceof Error ? `${error.stack}\n` : '';
  const more = stack === '' ? ' Run it again with INDUCT_DEBUG=1 to see where.' : '';
  return `This is a defect in induct, not something you did: ${visible(message)}.${more}\n${stack}`;
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
