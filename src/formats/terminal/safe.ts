import { isEven } from './measure.ts';

/**
 * Characters that a terminal acts on instead of showing: C0 and C1 controls, bidirectional marks and overrides,
 * line and paragraph separators, the zero-width no-break space.
 */
const ACTS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The text with every character that a terminal would act on written as \uXXXX; nothing else changes. */
export function visible(text: string): string {
  if (isEven(text)) return text;
  return text.replace(ACTS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
