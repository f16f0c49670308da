import { usage } from '../../core/problem.ts';

/** What a file should be, and how to get it so, for the error when it is not. */
export type Wanted = { readonly what: string; readonly how: string };

const CSV: Wanted = { what: 'a CSV file', how: 'In Excel: Save as, CSV UTF-8.' };

/**
 * A text file's words, whichever way Excel saved it: UTF-8 with or without its mark, UTF-16 with one, else the Windows code
 * page 1252.
 * @param name how an error names the file
 * @throws Problem (2) for what is no text, such as a spreadsheet or a PDF
 */
export function decodeText(bytes: Uint8Array, name: string, { what, how }: Wanted = CSV): string {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) {
    throw usage(`${name} is a spreadsheet or another packed file, not ${what}.`, how);
  }
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  const text = read(bytes, encoding) ?? read(bytes, 'windows-1252') ?? '';
  if (text.includes('\u0000')) throw usage(`${name} is not a text file.`, how);
  return text;
}

function read(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
