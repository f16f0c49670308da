import type { Session } from './session.ts';

/** Where a result goes: a file, or standard output; and whether a file there may be replaced. */
export type FileOptions = { readonly output: string | undefined; readonly force: boolean };

/** The flags of every command whose result is a text for others. */
export const FILE_FLAGS = [
  { flags: '--output <file>', about: 'write it into a file; - or nothing: to standard output' },
  { flags: '--force', about: 'replace that file if it is there' },
] as const;

/**
 * Gives a text as the result: into the file named, else to standard output. With --json standard output belongs to the
 * document, so that the text goes nowhere but into a file.
 * @returns the file's full path; null where there is none
 */
export async function giveFile(session: Session, content: string, options: FileOptions): Promise<string | null> {
  const { output, force } = options;
  if (output !== undefined && output !== '-') return session.host.files.write(output, content, { force });
  if (!session.flags.json) session.host.out.write(content);
  return null;
}
