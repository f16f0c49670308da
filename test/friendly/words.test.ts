import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { textsOf } from '../../src/formats/terminal/blocks.ts';
import { firstHelp } from '../../src/help/first.ts';
import { TOPICS } from '../../src/help/topics.ts';
import { SCREENS } from '../contract/screens.ts';
import { DATA, runInduct, startHome } from '../helpers/run.ts';
import { aMonth, everyCommand } from './everywhere.ts';
import { gradeOf, sentencesOf, syllablesOf, wordsIn } from './reading-age.ts';

const MOST_WORDS = 25;
const HIGHEST_GRADE = 8;
const SRC = join(import.meta.dirname, '..', '..', 'src');
const COMMANDS = await everyCommand();

/** Every text of a YAML file, with the keys that lead to it. What a page says itself, names and addresses are not ours. */
function textsIn(part: unknown, path = ''): [string, string][] {
  if (typeof part === 'string') return /\s/.test(part) ? [[path, part]] : [];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    ['source', 'page_wording', 'url', 'names', 'was'].includes(key) ? [] : textsIn(value, `${path}.${key}`),
  );
}

const YAML = readdirSync(DATA).filter((name) => name.endsWith('.yaml'));

test.each(YAML)('%s: no sentence is longer than 25 words', (name) => {
  const texts = textsIn(parse(readFileSync(join(DATA, name), 'utf8')));
  const long = texts.flatMap(([path, text]) =>
    sentencesOf(text)
      .filter((sentence) => wordsIn(sentence) > MOST_WORDS)
      .map((sentence) => `${path}: ${sentence}`),
  );
  expect(long).toEqual([]);
});

/** What is asked: the messages and reasons of the prompts, in the source and in the list of questions. */
function prompts(): string[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const inSource = files.flatMap((name) => {
    const source = readFileSync(join(SRC, name), 'utf8');
    return [...source.matchAll(/\b(?:message|why): (?:'([^'\n]+)'|"([^"\n]+)"|`([^`\n]+)`)/g)].map((match) =>
      (match[1] ?? match[2] ?? match[3] ?? '').replace(/\$\{[^}]*\}/g, 'it'),
    );
  });
  const { questions } = parse(readFileSync(join(DATA, 'questions.yaml'), 'utf8')) as { questions: unknown };
  const inData = textsIn(questions)
    .filter(([path]) => /\.(ask|why)/.test(path))
    .map(([, text]) => text);
  expect(inSource.length).toBeGreaterThan(30);
  expect(inData.length).toBeGreaterThan(20);
  return [...inSource, ...inData];
}

describe('the grade of Flesch and Kincaid is 8 or less', () => {
  test('of what is asked', () => {
    expect(gradeOf(prompts())).toBeLessThanOrEqual(HIGHEST_GRADE);
  });

  test('of what the help says of the commands and their flags', () => {
    const about = COMMANDS.map(({ command }) => command.about);
    const flags = COMMANDS.flatMap(({ command }) => (command.options ?? []).map((option) => option.about));
    expect(gradeOf([...about, ...new Set(flags)])).toBeLessThanOrEqual(HIGHEST_GRADE);
  });

  // `json` is a list of the names that programs read.
  const topics = Object.keys(TOPICS).filter((name) => name !== 'json');
  test.each(topics)('of help %s', (name) => {
    expect(gradeOf(textsOf(TOPICS[name]?.() ?? []))).toBeLessThanOrEqual(HIGHEST_GRADE);
  });

  test('of the first help, and of every calm page for a hard day', async () => {
    expect(gradeOf(textsOf(firstHelp()))).toBeLessThanOrEqual(HIGHEST_GRADE);
    const { json } = await runInduct(['when', '--json']);
    for (const { id } of json.situations) {
      const page = await runInduct(['when', id, '--plain']);
      const own = page.stdout.split(/^WHERE THIS COMES FROM$/m)[0] ?? '';
      expect(gradeOf(own.split('\n')), id).toBeLessThanOrEqual(HIGHEST_GRADE);
    }
  });

  test('and it tells easy from hard', () => {
    expect(syllablesOf('asked')).toBe(1);
    expect(syllablesOf('safeguarding')).toBe(4);
    expect(gradeOf(['Ring the director. Swap numbers.'])).toBeLessThan(6);
    expect(
      gradeOf(['Notwithstanding considerable organisational complexity, accountability remains indivisible.']),
    ).toBeGreaterThan(12);
  });
});

describe('where there is nothing yet', () => {
  /** Lists that a new plan cannot fill; each tells what to do. */
  const EMPTY = ['waiting', 'visits', 'questions', 'promises', 'quiet', 'local', 'catchup', 'week', 'data', 'habits'];

  test.each(EMPTY)('induct %s says what to do, with a command to type', async (name) => {
    const { stdout, exit } = await runInduct([name], { home: await startHome() });
    expect(exit).toBe(0);
    expect(stdout).toMatch(/\binduct [a-z]+|Next: \d/);
  });

  test('every short screen of a new plan names a command', async () => {
    for (const { path, name } of COMMANDS) {
      const run = await runInduct(path, { home: await startHome() });
      if (run.exit !== 0 || run.stdout === '' || run.stdout.split('\n').length > 8) continue;
      // What is empty says so; a check that found nothing wrong needs no more.
      if (!/\byet\b|^(No|Nothing|There)\b/m.test(run.stdout) || / check$/.test(name)) continue;
      expect(run.stdout, name).toMatch(/\binduct\b|Next: \d/);
    }
  });
});

describe('states', () => {
  /** All the words there are for how something stands. */
  const STATES = /^(done|not applicable|asked for|booked|here|here since|by|was|after|late|from|for)\b/;

  test('what stands at the right of the plan is one of them, and a word even without colour', async () => {
    const home = await aMonth();
    const { json } = await runInduct(['status', '--all', '--json'], { home, today: '2026-06-22' });
    const { stdout } = await runInduct(['status', '--all'], { home, today: '2026-06-22', columns: 80 });
    const statuses = new Set<string>();
    for (const step of json.steps) for (const action of step.actions) statuses.add(action.status);
    expect([...statuses].sort()).toEqual(['arranged', 'done', 'received', 'skipped', 'todo']);
    const rights = [...stdout.matchAll(/^ {2}\d+\.\d+ .*\S {2,}(\S.*)$/gm)].map((match) => match[1] ?? '');
    expect(rights.length).toBeGreaterThan(40);
    expect(rights.filter((right) => !STATES.test(right))).toEqual([]);
  });
});

test('short forms are explained where they stand, or by induct glossary', async () => {
  /** What every councillor or every reader knows, and what is typed. */
  const KNOWN = /^(LGA|MP|UK|GOV|IT|PA|OK|LS\d*|NHS|PDF|CSV|A|I|JSON|ID|AM|PM|GCSE|FILE|NAME|TEXT)s?$/;
  const HEADING = /^(?:[A-Z][A-Z']+[ ,:]+)+[A-Z][A-Z']+\b|^[A-Z]+(?= \(| {2})/;
  const homes = [await startHome(), await aMonth()];
  const found = new Set<string>();
  for (const home of homes) {
    for (const argv of SCREENS.filter(([name]) => name !== 'links')) {
      const { stdout } = await runInduct([...argv, '--plain'], { home, today: '2026-06-22' });
      const lines = stdout.split('\n').filter((line) => !/^[^a-z]+$|^\s*(Source|https?):/.test(line));
      const words = lines.map((line) => line.replace(HEADING, '').replace(/\binduct .*/, ''));
      for (const [word] of words.join('\n').matchAll(/(?<![\w.@/-])[A-Z]{2,6}s?(?![\w@/-])/g)) found.add(word);
    }
  }
  expect(found.size).toBeGreaterThan(8);
  const unknown: string[] = [];
  for (const word of found) {
    if (KNOWN.test(word)) continue;
    const { exit, stdout } = await runInduct(['glossary', word.replace(/s$/, '')]);
    if (exit !== 0 || !stdout.includes(word.replace(/s$/, ''))) unknown.push(word);
  }
  expect(unknown).toEqual([]);
});
