/** Vowels in a row are a syllable; an `e` at the end, `es` and `ed` are mostly silent. */
export function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return letters === '' ? 0 : 1;
  const spoken = letters.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '').replace(/^y/, '');
  return Math.max(1, (spoken.match(/[aeiouy]{1,2}/g) ?? []).length);
}

/** Sentences of a text; a colon or semicolon ends one too, as a reader draws breath there. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?:;])\s+|\n/).filter((sentence) => /[a-z]/i.test(sentence));
}

/** The grade of Flesch and Kincaid: the years at school it takes to read it with ease. */
export function gradeOf(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap((sentence) => sentence.split(/\s+/)).filter((word) => /[a-z]/i.test(word));
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

export function wordsIn(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
