import { usage } from '../../core/problem.ts';

const SAVE_AS = 'In Excel: Save as, CSV UTF-8.';

/** How a file begins that is none of text, and what it is. */
const BEGINNINGS: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b], 'a spreadsheet or another packed file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old spreadsheet'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x1f, 0x8b], 'a packed file'],
  [[0xff, 0xfe], 'a text in UTF-16'],
  [[0xfe, 0xff], 'a text in UTF-16'],
];

/**
 * A file's bytes piece by piece, each proved to be text in UTF-8, with or without its mark.
 * @param name how an error names the file
 * @throws Problem (2) for what is no text, is no CSV, or is not UTF-8, with line and column
 */
export async function* checkedChunks(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const place = { line: 1, column: 1 };
  let first = true;
  for await (const chunk of chunks) {
    if (first) refuseOther(chunk, name);
    first = false;
    const text = decode(decoder, chunk, place, name);
    const zero = text.indexOf('\u0000');
    if (zero >= 0) throw notText(name, after(place, text.slice(0, zero)));
    Object.assign(place, after(place, text));
    yield chunk;
  }
  decode(decoder, null, place, name);
  if (first) throw usage(`${name} is empty.`);
}

type Place = { line: number; column: number };

function decode(
  decoder: InstanceType<typeof TextDecoder>,
  chunk: Uint8Array | null,
  place: Place,
  name: string,
): string {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    const text = chunk === null ? '' : new TextDecoder('utf-8').decode(chunk);
    const wrong = text.indexOf('\ufffd');
    throw notText(name, after(place, text.slice(0, Math.max(wrong, 0))));
  }
}

function notText(name: string, { line, column }: Place): Error {
  return usage(`${name}, line ${line}, character ${column}: this is not text in UTF-8.`, SAVE_AS);
}

function after({ line, column }: Place, text: string): Place {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  if (lines === 0) return { line, column: column + text.length };
  return { line: line + lines, column: text.length - text.lastIndexOf('\n') };
}

function refuseOther(chunk: Uint8Array, name: string): void {
  for (const [bytes, what] of BEGINNINGS) {
    if (bytes.every((byte, index) => chunk[index] === byte))
      throw usage(`${name} is ${what}, not a CSV file.`, SAVE_AS);
  }
  const start = String.fromCharCode(...chunk.slice(0, 200)).trimStart();
  if (/^<(!doctype|html|\?xml)/i.test(start)) {
    throw usage(`${name} is a web page, not a CSV file.`, 'Download the file itself from that page.');
  }
}
