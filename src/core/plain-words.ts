/** Text as names are compared: any case, one space between words, plain apostrophes. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/g, "'")
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ');
}

/** Only the words of a text, with a space between them. */
export function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}']+/gu, ' ').trim();
}
