import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path, ending);
    return name.endsWith(ending) ? [path] : [];
  });
}

/** The sentences in a source file: what stands in quotation marks and reads like words, without comments. */
function sentencesOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const literals = [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)];
  return literals
    .map((match) => (match[1] ?? match[2] ?? match[3] ?? '').replace(/\$\{[^}]*\}/g, 'X'))
    .filter(
      (text) =>
        /[a-z]+ [a-z]+/.test(text) && !/^(import|SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA)\b/.test(text.trim()),
    );
}

/** The words of a YAML file, without its comments and the pages' own words. */
function wordsOf(yaml: string): string[] {
  return yaml
    .split('\n')
    .filter((line) => !/^\s*#/.test(line) && !/page_wording|section:|url:/.test(line))
    .map((line) => line.trim());
}

const NEVER =
  /\b(please|sorry|oops|invalid|valid|illegal|forbidden|unspecified|abort(ed)?|fatal|congratulations|well done)\b/i;
const SHOUTED = /[a-z"')]!(\s|$)/;
const MOST_WORDS = 25;

/** A table for SQLite, or a list of words: nothing that anybody reads as a sentence. */
function isList(text: string): boolean {
  return text.includes('CREATE TABLE') || /^[\sa-z]+$/.test(text) || (text.startsWith('\n') && !/[.?:;,]\s/.test(text));
}

function tooLong(text: string): boolean {
  return text.split(/(?<=[.?:;])\s+|\n/).some((sentence) => sentence.split(/\s+/).length > MOST_WORDS);
}

describe.each(filesIn(join(ROOT, 'src'), '.ts').map((path) => [relative(ROOT, path), path] as const))(
  'the sentences of %s',
  (_, path) => {
    const sentences = sentencesOf(readFileSync(path, 'utf8'));
    it('are plain', () => {
      expect(sentences.filter((text) => NEVER.test(text) || SHOUTED.test(text))).toEqual([]);
    });
    it('are short', () => {
      expect(sentences.filter((text) => !isList(text) && tooLong(text))).toEqual([]);
    });
  },
);

describe.each(filesIn(join(ROOT, 'data'), '.yaml').map((path) => [relative(ROOT, path), path] as const))(
  'the sentences of %s',
  (_, path) => {
    it('are plain', () => {
      expect(wordsOf(readFileSync(path, 'utf8')).filter((text) => NEVER.test(text) || SHOUTED.test(text))).toEqual([]);
    });
  },
);

it('finds what it looks for', () => {
  const source =
    "const a = 'Sorry, that is invalid!'; // please\n/* please do */ const b = `an hour of $" + '{invalid} b`;';
  const sentences = sentencesOf(source);
  expect(sentences).toEqual(['Sorry, that is invalid!', 'an hour of X b']);
  expect(sentences.filter((text) => NEVER.test(text) || SHOUTED.test(text))).toHaveLength(1);
  expect(tooLong('word '.repeat(26))).toBe(true);
});
