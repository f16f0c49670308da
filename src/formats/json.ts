/** Controls, bidirectional marks and separators, which JSON would let through to a terminal as they are. */
const ACTS = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** One JSON document as text, ending in a line feed; safe to show in a terminal. */
export function toJson(document: unknown): string {
  return `${safeJson(document)}\n`;
}

/** The same without the line feed. */
export function safeJson(document: unknown): string {
  const json = JSON.stringify(document, null, 2);
  return json.replace(ACTS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
