import { nodeHost, programFolder } from './host/node.ts';
import { run } from './main.ts';

/**
 * Runs induct in this process; called by bin/induct.js.
 * @param from the folder the caller lies in
 * @returns the exit code
 */
export async function main(argv: readonly string[], from: string): Promise<number> {
  let host: Awaited<ReturnType<typeof nodeHost>> | undefined;
  try {
    host = await nodeHost(programFolder(from), argv);
    return await run(argv, host);
  } finally {
    host?.close();
  }
}
