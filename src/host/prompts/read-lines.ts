import { createInterface } from 'node:readline';

/**
 * Lines as they come, null once the input has ended or the person pressed Ctrl-C. While it waits it alone takes that
 * signal, so that the command can say what is kept.
 */
export function readLines(input: NodeJS.ReadableStream): { next: () => Promise<string | null> } {
  const lines: string[] = [];
  const takers: ((line: string | null) => void)[] = [];
  let ended = false;
  const face = createInterface({ input, terminal: false });
  const finish = () => {
    ended = true;
    for (const take of takers.splice(0)) take(null);
  };
  face.on('line', (line) => {
    const take = takers.shift();
    if (take === undefined) lines.push(line);
    else take(line);
    if (takers.length === 0) face.pause();
  });
  face.on('close', finish);
  return {
    next: () => {
      const line = lines.shift();
      if (line !== undefined) return Promise.resolve(line);
      if (ended) return Promise.resolve(null);
      face.resume();
      const giveBack = takeInterrupt(finish);
      return new Promise((resolve) =>
        takers.push((taken) => {
          giveBack();
          resolve(taken);
        }),
      );
    },
  };
}

/**
 * Puts one listener in the place of all that would take Ctrl-C. There is always one: Node stops listening with the last,
 * and a signal that came in between would be lost.
 * @returns what puts them back
 */
function takeInterrupt(stop: () => void): () => void {
  const others = process.listeners('SIGINT');
  process.on('SIGINT', stop);
  for (const other of others) process.off('SIGINT', other);
  return () => {
    for (const other of others) process.on('SIGINT', other);
    process.off('SIGINT', stop);
  };
}
