import { safeJson } from './json.ts';

/**
 * A document whose last member is a long list, a piece at a time: together exactly what `toJson` gives for the whole, which
 * is never held.
 * @param head the document without its list; it has at least one member
 */
export function* jsonInPieces(head: object, name: string, list: Iterable<unknown>): Generator<string> {
  yield `${safeJson(head).slice(0, -'\n}'.length)},\n  ${safeJson(name)}: [`;
  let empty = true;
  for (const entry of list) {
    // No line ends within a string of JSON, so that every one of them is the document's own.
    yield `${empty ? '' : ','}\n    ${safeJson(entry).replaceAll('\n', '\n    ')}`;
    empty = false;
  }
  yield empty ? ']\n}\n' : '\n  ]\n}\n';
}
