const LONGEST = 60;

/**
 * What was typed, as an error may repeat it: shortened, and with nothing in it that could make a line of its own or
 * that a terminal would act on.
 */
export function shown(typed: string): string {
  const safe = onOneLine(typed);
  return safe.length > LONGEST ? `${safe.slice(0, LONGEST)}…` : safe;
}

/** The same at its whole length, for the path of a file: a name may hold a line feed, and must not make a line. */
export function onOneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
