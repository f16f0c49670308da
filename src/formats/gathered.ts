/** Enough for one writing, and little to hold. */
const ENOUGH = 64 * 1024;

/** The same text in fewer and larger pieces: each writing costs as much as a thousand characters. */
export function* gathered(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < ENOUGH) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
