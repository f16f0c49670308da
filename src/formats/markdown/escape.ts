import { visible } from '../terminal/safe.ts';

/**
 * A text as CommonMark shows it, in one line: never a heading, a list, a link or a picture, and no character that acts on
 * its reader.
 */
export function escapeMarkdown(text: string): string {
  const line = visible(text.replace(/\s+/g, ' ').trim());
  return line
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^([+\-=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/!(?=\\\[)/g, '\\!');
}
