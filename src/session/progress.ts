import { millisecondsBetween } from '../core/dates/index.ts';
import { grouped } from '../core/say-amount.ts';
import { UNWATCHED, type Watch } from '../core/watch.ts';
import { isAccessible } from './screen.ts';
import type { Session } from './session.ts';

/** What takes no longer than this needs no word. */
const SOON_MS = 1000;
/** At most ten times a second is the line written anew. */
const AGAIN_MS = 100;
/** So many entries go by between two looks at the clock. */
const LOOK_EVERY = 50;

const USUAL_WIDTH = 80;

const TO_START = '\r';
const REST_OF_LINE = '\u001b[K';

/**
 * Tells somebody at a terminal how far something long is: after a second one line on standard error, which is written anew
 * and taken away at the end. Accessible, it is one line, said once and left. Nothing with --json, --plain or no terminal.
 * @param doing such as "Checking the record"
 */
export async function withProgress<T>(
  session: Session,
  doing: string,
  work: (watch: Watch) => T | Promise<T>,
): Promise<T> {
  const { host, flags } = session;
  if (!host.err.isTerminal || flags.json || flags.plain) return work(UNWATCHED);
  const isOneLine = isAccessible(host, flags);
  const began = host.now();
  let shownAt: string | null = null;
  const watch: Watch = (done, all) => {
    if (done % LOOK_EVERY !== 0 || (isOneLine && shownAt !== null)) return;
    const now = host.now();
    if (millisecondsBetween(began, now) < SOON_MS) return;
    if (shownAt !== null && millisecondsBetween(shownAt, now) < AGAIN_MS) return;
    shownAt = now;
    const line = fitting(doing, `${grouped(done)} of ${grouped(all)}`, host.err.columns);
    host.err.write(isOneLine ? `${line}\n` : `${TO_START}${line}${REST_OF_LINE}`);
  };
  try {
    return await work(watch);
  } finally {
    if (shownAt !== null && !isOneLine) host.err.write(`${TO_START}${REST_OF_LINE}`);
  }
}

/** A line that would wrap could not be taken away again, so that a narrow terminal gets the numbers alone. */
function fitting(doing: string, numbers: string, columns: number | undefined): string {
  // A terminal that does not know says 0.
  const width = columns || USUAL_WIDTH;
  const line = `${doing}: ${numbers}`;
  return line.length < width ? line : numbers.slice(0, width - 1);
}
