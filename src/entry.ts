import { nodeHost } from './host/node.ts';
import { run } from './main.ts';

/**
 * Runs induct in this process; called by bin/induct.js.
 * @param program the program's own folder, which holds its package.json
 * @returns the exit code
 */
export async function main(argv: readonly string[], program: string): Promise<number> {
  let host: Awaited<ReturnType<typeof nodeHost>> | undefined;
  try {
    host = await nodeHost(program, argv);
    return await run(argv, host);
  } finally {
    host?.close();
  }
}
