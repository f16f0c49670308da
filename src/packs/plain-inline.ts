/** Something that is not written plainly, which yaml is to read. */
export class NotPlain extends Error {}

/** These are no text to YAML, in whatever case. */
const NO_TEXT = /^(?:null|true|false)$/i;
/** What a text without quotation marks begins with here. YAML lets it begin with more, and with these always. */
const BEGINS = 'A-Za-z0-9(/$\\u00a1-\\ufefe';

/** Adds a key that is not there yet. @throws NotPlain where it is */
export function putNew(map: Record<string, unknown>, key: string | undefined, value: unknown): void {
  if (key === undefined || NO_TEXT.test(key) || Object.hasOwn(map, key)) throw new NotPlain();
  map[key] = value;
}

const WORDS = new RegExp(`^[${BEGINS}]`);

/** What stands behind a key or a dash, to the end of its line or to a comment. @throws NotPlain */
export function inlineValue(rest: string): unknown {
  if (/^["'[{]/.test(rest)) return new Inline(rest).whole();
  const words = rest.replace(/ +#.*/, '');
  if (!WORDS.test(words) || /:(?: |$)/.test(words)) throw new NotPlain();
  return plainValue(words);
}

/** Words without quotation marks, of which some are numbers or worse. */
function plainValue(words: string): unknown {
  const text = words.replace(/ +$/, '');
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
  if (NO_TEXT.test(text) || /^\d[\da-fox._]*(?:e[-+]\d*)?$/i.test(text)) throw new NotPlain();
  return text;
}

const DOUBLE = /"((?:[^"\\]|\\["\\])*)"/y;
const SINGLE = /'((?:[^']|'')*)'/y;
const INLINE_KEY = /([A-Za-z][\w.-]{0,99}): +/y;
const INLINE_WORDS = new RegExp(`[${BEGINS}][^[\\]{},:#]*`, 'y');
const AFTER = / *(?: #.*)?$/y;

/** Quotation marks and brackets that are closed on their line. */
class Inline {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): unknown {
    const value = this.#value();
    if (this.#take(AFTER) === null) throw new NotPlain();
    return value;
  }

  #value(): unknown {
    const double = this.#take(DOUBLE);
    if (double !== null) return double[1]?.replace(/\\(.)/g, '$1');
    const single = this.#take(SINGLE);
    if (single !== null) return single[1]?.replaceAll("''", "'");
    if (this.#take(/\[ */y) !== null) return this.#list();
    if (this.#take(/\{ */y) !== null) return this.#map();
    return plainValue(this.#must(INLINE_WORDS)[0]);
  }

  #list(): unknown[] {
    const list: unknown[] = [];
    if (this.#take(/\]/y) !== null) return list;
    do list.push(this.#value());
    while (this.#goesOn(/ *\]/y));
    return list;
  }

  #map(): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    if (this.#take(/\}/y) !== null) return map;
    do putNew(map, this.#must(INLINE_KEY)[1], this.#value());
    while (this.#goesOn(/ *\}/y));
    return map;
  }

  /** Past a comma; or past the end, which gives false. */
  #goesOn(end: RegExp): boolean {
    if (this.#take(end) !== null) return false;
    this.#must(/ *, */y);
    return true;
  }

  #must(token: RegExp): RegExpExecArray {
    const found = this.#take(token);
    if (found === null) throw new NotPlain();
    return found;
  }

  #take(token: RegExp): RegExpExecArray | null {
    token.lastIndex = this.#at;
    const found = token.exec(this.#text);
    if (found !== null) this.#at = token.lastIndex;
    return found;
  }
}
