/** What a terminal would act on, by what it is; each has letters around it, so that it can be found again. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'a colour': 'a\x1b[31mb\x1b[0mc',
  'a cleared screen': 'a\x1b[2J\x1b[Hb',
  'a window title': 'a\x1b]0;owned\x07b',
  'a link': 'a\x1b]8;;https://example.org\x1b\\b\x1b]8;;\x1b\\c',
  'C1 controls': 'a\x9b31mb\x90c\x9dd\x85e',
  'a carriage return': 'a\rb',
  'lines of its own': 'a\nOVERDUE, BY OUR SUGGESTED DATES (9)\nb',
  'tabs, bells and backspaces': 'a\tb\x07c\x08d\x00e\x7ff',
  'text turned round': 'a\u202eb\u202c\u2066c\u2069\u200fd\u200e\u061ce',
  separators: 'a\u2028b\u2029c\ufeffd',
};

/** Everything a terminal would act on, but the line feeds that end lines. */
export const ACTS =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/;

/** A line that a hostile text would make, and that no screen of these plans has. */
export const HEADINGS = /^OVERDUE, BY OUR SUGGESTED DATES \(9\)$/m;

/** What of an output would act, with what stands around it; null where nothing does. */
export function actingIn(output: string): string | null {
  const place = ACTS.exec(output)?.index ?? HEADINGS.exec(output)?.index;
  return place === undefined ? null : JSON.stringify(output.slice(Math.max(0, place - 40), place + 40));
}
