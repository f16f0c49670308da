import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/packs/compile.ts';
import { FILES } from '../../src/packs/files.ts';
import { packLoader } from '../../src/packs/load.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { edit, packCopy, placeOf } from '../helpers/packs.ts';
import { program } from '../helpers/processes.ts';
import { readOnce } from '../helpers/read-once.ts';
import { DATA, runInduct, startHome } from '../helpers/run.ts';

/** What is told about a pack, as `file:line:column: message`; empty when nothing is wrong. */
async function mistakesIn(folder: string): Promise<string[]> {
  const texts = Object.entries(FILES).map(([name, file]) => {
    const path = join(folder, file);
    return [name, existsSync(path) ? readFileSync(path, 'utf8') : null];
  });
  const compiled = compile(Object.fromEntries(texts), readOnce);
  if (compiled.ok) return [];
  return compiled.mistakes.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
}

type Mistake = readonly [name: string, file: string, change: (text: string) => string, marker: string, message: RegExp];
const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

/** The first action of all, up to its kind: the place where the mistakes of an action are made. */
const FIRST = '- id: outgoing.meet\n        kind: person\n';
const first = (lines: string) => replace(FIRST, `- id: outgoing.meet\n        kind: person\n${lines}`);

const MISTAKES: readonly Mistake[] = [
  [
    'a point for what a person does not cover',
    'people.yaml',
    replace('      dcs.vision: Where', '      people.police: Who?\n      dcs.vision: Where'),
    'Who?',
    /^dcs has a point for people\.police, which it neither covers nor takes up later$/,
  ],
  ['an unknown key', 'steps.yaml', first('        wthin: 5\n'), 'wthin', /^unknown key "wthin": is it "within"\?$/],
  [
    'an unknown key that is like no other',
    'steps.yaml',
    first('        zzzzzzzzzz: 5\n'),
    'zzzzzzzzzz',
    /^unknown key "zzzzzzzzzz"$/,
  ],
  [
    'an unknown key further down',
    'meetings.yaml',
    replace(
      'source: { page: model-induction, section: "Add key',
      'source: { pagge: x, page: model-induction, section: "Add key',
    ),
    'pagge',
    /^unknown key "pagge": is it "page"\?$/,
  ],
  [
    'a prototype as a key',
    'steps.yaml',
    first('        __proto__: { admin: true }\n'),
    '__proto__',
    /^unknown key "__proto__"$/,
  ],
  [
    'a constructor as a key',
    'steps.yaml',
    first('        constructor: x\n'),
    'constructor',
    /^unknown key "constructor"$/,
  ],
  [
    'an unknown key at the top',
    'tips.yaml',
    replace('tips:\n  - ', 'tpis: []\ntips:\n  - '),
    'tpis',
    /^unknown key "tpis": is it "tips"\?$/,
  ],
  [
    'a word for a number',
    'steps.yaml',
    replace(/within: 5\n {8}early/, 'within: five\n        early'),
    'five',
    /must be a number$/,
  ],
  [
    'half a day',
    'steps.yaml',
    replace(/within: 5\n {8}early/, 'within: 5.5\n        early'),
    '5.5',
    /must be a whole number$/,
  ],
  [
    'a number for a text',
    'steps.yaml',
    replace('title: Meet the police', 'title: 1829'),
    '1829',
    /must be text; put quotation marks/,
  ],
  [
    'a text for a list',
    'steps.yaml',
    replace('after: [course.programme]', 'after: course.programme'),
    'course.programme\n\n',
    /must be a list/,
  ],
  [
    'a text for true or false',
    'meetings.yaml',
    replace('papers_public: false', 'papers_public: maybe'),
    'maybe',
    /must be true or false$/,
  ],
  [
    'an unknown kind',
    'steps.yaml',
    replace('kind: person', 'kind: persn'),
    'persn',
    /must be one of: task, document, meeting, person/,
  ],
  ['an empty title', 'steps.yaml', replace('title: Meet the police', 'title: ""'), '""', /must not be empty$/],
  [
    'a missing title',
    'steps.yaml',
    replace('        title: Meet the police\n', ''),
    'id: people.police',
    /"steps\[11\]\.actions\[7\]\.title" is missing$/,
  ],
  [
    'a missing kind',
    'steps.yaml',
    replace(`${FIRST}`, '- id: outgoing.meet\n'),
    'id: outgoing.meet',
    /"steps\[1\]\.actions\[1\]\.kind" is missing$/,
  ],
  [
    'a key that is there twice',
    'steps.yaml',
    first('        kind: topic\n'),
    'kind: topic\n        title: Speak',
    /twice/,
  ],
  ['a tab to indent', 'steps.yaml', first('\tname: x\n'), '\tname', /tab/],
  [
    'a quotation mark that is not closed',
    'occasions.yaml',
    replace('title: First hour with the DCS', 'title: "First hour with the DCS'),
    '"First hour',
    /quotation mark/,
  ],
  [
    'a quotation mark that the next one seems to close',
    'tips.yaml',
    replace('title: "Your brand matters"', 'title: "Your brand matters'),
    '"Your brand matters\n',
    /quotation mark/,
  ],
  [
    'a tag that is not needed',
    'steps.yaml',
    replace('title: Meet the police', 'title: !!str Meet the police'),
    'Meet the police',
    /tags/,
  ],
  ['another YAML', 'tips.yaml', (text) => `%YAML 1.1\n---\n${text}`, '%YAML 1.1', /%YAML/],
  [
    'a bracket that is not closed',
    'occasions.yaml',
    replace('covers: [documents]', 'covers: [documents'),
    'within: 5\n\n  - id: dates-ask',
    /./,
  ],
  [
    'a colon in a text',
    'steps.yaml',
    replace('title: Meet the police', 'title: Meet: the police'),
    'Meet: the police',
    /quotation marks/,
  ],
  ['a second document', 'tips.yaml', (text) => `${text}---\ntips: []\n`, '---\ntips: []', /second document/],
  [
    'an alias',
    'steps.yaml',
    replace('title: Meet the police', 'title: &p Meet the police\n        short: *p'),
    '*p',
    /aliases/,
  ],
  ['a tag', 'steps.yaml', replace('title: Meet the police', 'title: !!binary aGVsbG8='), 'aGVsbG8=', /tags/],
  [
    'bytes that are no UTF-8',
    'steps.yaml',
    replace('title: Meet the police', 'title: Meet the \uFFFD police'),
    '\uFFFD',
    /save the file as UTF-8/,
  ],
  ['a NUL', 'steps.yaml', replace('title: Meet the police', 'title: Meet the \0 police'), '\0', /NUL/],
  ['an id in capitals', 'tips.yaml', replace('id: brand', 'id: Brand'), 'Brand\n', /must be lower-case words/],
  [
    'an id of another step',
    'steps.yaml',
    replace('id: outgoing.meet', 'id: guides.meet'),
    'guides.meet\n',
    /^the id guides\.meet must begin with outgoing\.$/,
  ],
  [
    'an id that is there twice',
    'steps.yaml',
    replace('id: people.police', 'id: people.health'),
    'people.health\n        kind: person\n        title: Meet the police',
    /^the id people\.health is there twice$/,
  ],
  [
    'a step that is there twice',
    'steps.yaml',
    (text) =>
      `${text}\n  - id: inclusion\n    title: Again\n    source: { page: induct, section: x }\n    actions: [{ id: inclusion.again, kind: task, title: x }]\n`,
    'inclusion\n    title: Again',
    /^the id inclusion is there twice$/,
  ],
  [
    'a tip that is there twice',
    'tips.yaml',
    replace('id: brand', 'id: listening'),
    'listening\n    title: "Your brand',
    /^the id listening is there twice$/,
  ],
  [
    'a condition without a reason',
    'steps.yaml',
    replace(/ {8}otherwise: needed only where a trust.*\n/, ''),
    'id: people.trust-chief-executive',
    /needs "otherwise"/,
  ],
  [
    'something after what is not there',
    'steps.yaml',
    replace('after: [course.programme]', 'after: [course.program]'),
    '[course.program]',
    /^course\.leadership-essentials comes after course\.program, which is not there$/,
  ],
  [
    'something after itself',
    'steps.yaml',
    replace('after: [course.programme]', 'after: [course.leadership-essentials]'),
    '[course.leadership-essentials]',
    /after itself$/,
  ],
  [
    'an occasion that covers nothing',
    'occasions.yaml',
    replace('covers: [dcs.urgent-news]', 'covers: []'),
    '[]',
    /covers" .*(at least|>=1|must not be empty)/i,
  ],
  [
    'an occasion that covers what is not there',
    'occasions.yaml',
    replace('covers: [dcs.urgent-news]', 'covers: [dcs.urgent-nwes]'),
    'dcs.urgent-nwes',
    /^dcs-call covers dcs\.urgent-nwes, which is no action and no step$/,
  ],
  ["an occasion with a step's id", 'occasions.yaml', replace('id: dcs-call', 'id: dcs'), 'dcs\n', /is a step's id too/],
  [
    'an occasion that asks, and does not say when',
    'occasions.yaml',
    replace('covers: [documents]\n    within: 5\n', 'covers: [documents]\n'),
    'id: documents-ask',
    /needs "within"/,
  ],
  [
    'a meeting that is not there',
    'steps.yaml',
    replace('before: scrutiny-committee', 'before: scrutiny-comittee'),
    'scrutiny-comittee',
    /which is no meeting$/,
  ],
  [
    'a question that is not there',
    'steps.yaml',
    replace('when: { delivery: [trust', 'when: { deliveri: [trust'),
    '{ deliveri',
    /^deliveri is no question$/,
  ],
  [
    'an answer that is not there',
    'steps.yaml',
    replace('when: { delivery: [trust', 'when: { delivery: [trusts'),
    '{ delivery: [trusts',
    /^delivery has no answer trusts$/,
  ],
  [
    'a question that would bring back, and is not there',
    'steps.yaml',
    replace('again: { dcs_post: [new', 'again: { dcs_posts: [new'),
    '{ dcs_posts',
    /^dcs_posts is no question$/,
  ],
  [
    'an answer that would bring back, and is not there',
    'steps.yaml',
    replace('again: { dcs_post: [new', 'again: { dcs_post: [knew'),
    '{ dcs_post: [knew',
    /^dcs_post has no answer knew$/,
  ],
  [
    'a question to settle that is not there',
    'steps.yaml',
    replace('settles: [split]', 'settles: [splitt]'),
    '[splitt]',
    /^splitt is no question$/,
  ],
  [
    'a meeting whose action is not there',
    'meetings.yaml',
    replace('action: meetings.schools-forum', 'action: meetings.school-forum'),
    'meetings.school-forum',
    /which is not there$/,
  ],
  [
    'a figure whose action is not there',
    'indicators.yaml',
    replace('action: performance.referrals', 'action: performance.referals'),
    'performance.referals',
    /which is not there$/,
  ],
  [
    'a page without its question',
    'situations.yaml',
    replace(/ {4}later: What led to the story.*\n/, ''),
    'id: press',
    /"situations\[3\]\.later" is missing$/,
  ],
  [
    'a page with nothing to ask',
    'situations.yaml',
    replace(/ask:\n {6}- Are the other[\s\S]*? {4}do_not:/, 'ask: []\n    do_not:'),
    '[]\n    do_not',
    /"situations\[1\]\.ask" must not be empty$/,
  ],
  [
    'a page with an unknown key',
    'situations.yaml',
    replace('    do_not:\n      - learn', '    do_nott: []\n    do_not:\n      - learn'),
    'do_nott',
    /^unknown key "do_nott": is it "do_not"\?$/,
  ],
  [
    'a name in the question of a page, which is kept as it stands',
    'situations.yaml',
    replace('later: What led to the story', 'later: What led {you} to the story'),
    'What led {you}',
    /must hold no braces, since it is kept as it stands$/,
  ],
  [
    'a page that is there twice',
    'situations.yaml',
    replace('- id: press\n', '- id: ofsted\n'),
    'ofsted\n    title: A journalist',
    /^the id ofsted is there twice$/,
  ],
  [
    'a word that finds two pages',
    'situations.yaml',
    replace('      - newspaper\n', '      - Inspector\n'),
    'Inspector\n',
    /^"Inspector" finds ofsted already$/,
  ],
  [
    "a word that is another page's id",
    'situations.yaml',
    replace('      - newspaper\n', '      - budget\n'),
    'budget\n      - news',
    /^"budget" finds budget already$/,
  ],
  ['a thirteenth month', 'year.yaml', replace('months: [8]', 'months: [13]'), '13]', /must be a month, 1 to 12$/],
  ['no month at all', 'year.yaml', replace('months: [8]', 'months: []'), '[]', /must not be empty$/],
  ['half a month', 'year.yaml', replace('months: [8]', 'months: [8.5]'), '8.5', /must be a (month|whole number)/],
  [
    'months that do not follow each other',
    'year.yaml',
    replace('months: [9, 10, 11]', 'months: [9, 11, 12]'),
    '11, 12]\n    title: The annual',
    /^month 11 does not follow month 9$/,
  ],
  [
    'a text of the year that is too long for its line',
    'year.yaml',
    replace('title: Annual council', `title: ${'Annual council, '.repeat(3)}for a year`),
    'Annual council, Annual council, Annual',
    /must be 45 characters or less$/,
  ],
  [
    'an entry of the year that is there twice',
    'year.yaml',
    replace('id: annual-council', 'id: elections'),
    'elections\n    months: [5]\n    title: Annual',
    /^the id elections is there twice$/,
  ],
  [
    'a term that is there twice',
    'glossary.yaml',
    replace('- id: advocate', '- id: academy'),
    'academy\n    term: "Advocate"',
    /^the id academy is there twice$/,
  ],
  [
    'a figure whose file is not there',
    'indicators.yaml',
    replace('file: repeat-plans', 'file: repeat-plan'),
    'repeat-plan\n',
    /^repeat-plans names the file repeat-plan, which is not there$/,
  ],
  [
    'a figure of a measure that is none',
    'indicators.yaml',
    replace('measure: rate', 'measure: ratio'),
    'ratio',
    /number.*percent.*rate/,
  ],
  [
    'a file to download with an address that is none',
    'figure-files.yaml',
    replace('url: "https://github.com', 'url: "github.com'),
    '"github.com',
    /must be a web address$/,
  ],
  [
    'a region that nobody has heard of',
    'advisers.yaml',
    replace('regions: ["North East"]', 'regions: ["The North"]'),
    '"The North"',
    /not one of the nine regions/,
  ],
  [
    'a region with nobody',
    'advisers.yaml',
    replace('regions: ["West Midlands", "South West"]', 'regions: ["West Midlands"]'),
    '- name: "Caroline',
    /^nobody is listed for South West$/,
  ],
  [
    'a date that is no date',
    'england/bank-holidays.yaml',
    replace('"2024-03-29"', '"29 March 2024"'),
    '"29 March 2024"',
    /must be a date such as/,
  ],
  [
    'a day that never was',
    'england/bank-holidays.yaml',
    replace('"2024-03-29"', '"2024-02-30"'),
    '"2024-02-30"',
    /date/,
  ],
  [
    'a letter with something in braces that nobody fills in',
    'letters.yaml',
    replace('Many thanks,", "{officer}"', 'Many thanks,", "{offcer}"'),
    '"{offcer}"',
    /^\{offcer\} is not filled in here; these are: \{name\}/,
  ],
  [
    'a letter whose subject holds a list',
    'letters.yaml',
    replace('subject: "Thank you"', 'subject: "Thank you for {list}"'),
    '"Thank you for {list}"',
    /^\{list\} is not filled in here/,
  ],
  [
    'a list that is not last in its paragraph',
    'letters.yaml',
    replace('which have come: {came}"', 'which have come: {came}, all of them"'),
    '"Thank you for these, which have come: {came}, all of them"',
    /^\{came\} must stand last in its paragraph$/,
  ],
  [
    'a letter to nobody',
    'letters.yaml',
    replace('person: adviser', 'person: advisor'),
    'advisor',
    /^adviser goes to advisor, who is not in people\.yaml$/,
  ],
  [
    'a letter that asks for nothing there is',
    'letters.yaml',
    replace('covers: [meetings]', 'covers: [meeting]'),
    'meeting]',
    /^dates covers meeting, which is no action and no step$/,
  ],
  [
    'an unknown key of a letter',
    'letters.yaml',
    replace('    first_soon: "First', '    first_sun: "First'),
    'first_sun',
    /^unknown key "first_sun": is it "first_soon"\?$/,
  ],
];

describe('a mistake is told with its file, line and column', () => {
  test.each(MISTAKES)('%s', async (_, file, change, marker, message) => {
    const folder = packCopy();
    const place = placeOf(edit(folder, file, change), marker);
    const told = await mistakesIn(folder);
    expect(told.map((line) => line.slice(0, line.indexOf(': ')))).toEqual([`${file}:${place}`]);
    expect(told[0]?.slice(told[0].indexOf(': ') + 2)).toMatch(message);
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  });

  test('a missing file', async () => {
    const folder = packCopy();
    rmSync(join(folder, 'links.yaml'));
    expect(await mistakesIn(folder)).toEqual(['links.yaml:1:1: the file is missing']);
  });

  test('a missing folder: every file', async () => {
    expect(await mistakesIn(join(temporaryFolder(), 'nowhere'))).toHaveLength(Object.keys(FILES).length);
  });

  test('an empty file, and one of comments only', async () => {
    for (const text of ['', '# nothing yet\n', 'tips\n', '[]\n', 'null\n']) {
      const folder = packCopy();
      writeFileSync(join(folder, 'tips.yaml'), text);
      expect([text, (await mistakesIn(folder)).length > 0]).toEqual([text, true]);
    }
  });

  test('a loop of three, at each of them', async () => {
    const folder = packCopy();
    const text = edit(folder, 'steps.yaml', (before) =>
      before
        .replace('- id: people.police\n', '- id: people.police\n        after: [people.health]\n')
        .replace('- id: people.health\n', '- id: people.health\n        after: [people.managers]\n')
        .replace('- id: people.managers\n', '- id: people.managers\n        after: [people.police]\n'),
    );
    const told = await mistakesIn(folder);
    const places = ['[people.police]', '[people.managers]', '[people.health]'].map((marker) => placeOf(text, marker));
    expect(told.map((line) => line.split(': ')[0])).toEqual(places.map((place) => `steps.yaml:${place}`));
    expect(told.every((line) => line.endsWith('after itself'))).toBe(true);
  });

  test('with CRLF, line and column are the same', async () => {
    const folder = packCopy();
    edit(folder, 'steps.yaml', (text) => text.replaceAll('\n', '\r\n'));
    expect(await mistakesIn(folder)).toEqual([]);
    const text = edit(folder, 'steps.yaml', replace('kind: person\r\n', 'kind: person\r\n        wthin: 5\r\n'));
    expect(await mistakesIn(folder)).toEqual([
      `steps.yaml:${placeOf(text, 'wthin')}: unknown key "wthin": is it "within"?`,
    ]);
  });
});

describe('what a text editor may leave in a file', () => {
  const bare = (text: string) => text.replace(/^#.*\n/gm, '').trimStart();

  test.each([
    ['BOM', (text: string) => `\uFEFF${text}`],
    ['BOM before the first key', (text: string) => `\uFEFF${bare(text)}`],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['BOM and CRLF', (text: string) => `\uFEFF${bare(text).replaceAll('\n', '\r\n')}`],
    ['no line end at the end', (text: string) => text.trimEnd()],
  ])('%s is accepted in every file, and reads the same', async (_, change) => {
    const folder = packCopy();
    const files = [
      'steps.yaml',
      'occasions.yaml',
      'tips.yaml',
      'advisers.yaml',
      'england/bank-holidays.yaml',
      'england/councils.yaml',
    ];
    for (const file of files) edit(folder, file, change);
    expect(await mistakesIn(folder)).toEqual([]);
    const sections = ['steps', 'occasions', 'tips', 'advisers', 'bankHolidays', 'councils'] as const;
    const cache = () => join(temporaryFolder(), 'cache');
    expect(await packLoader(folder, cache(), { read: readOnce }).load(...sections)).toEqual(
      await packLoader(DATA, cache(), { read: readOnce }).load(...sections),
    );
  });

  test('with a BOM before the first key, the column of a mistake does not count it', async () => {
    const folder = packCopy();
    edit(folder, 'england/bank-holidays.yaml', (text) => `\uFEFF${bare(text).replace('as_at', 'asat')}`);
    expect((await mistakesIn(folder))[0]).toMatch(/^england\/bank-holidays\.yaml:1:1: /);
  });
});

test('several mistakes in several files are told all at once', async () => {
  const folder = packCopy();
  const steps = edit(folder, 'steps.yaml', (text) =>
    text
      .replace(FIRST, `${FIRST}        wthin: 5\n        hwo: call\n`)
      .replace('title: Meet the police', 'title: 1829'),
  );
  const tips = edit(folder, 'tips.yaml', replace('id: brand', 'id: Brand'));
  const links = edit(folder, 'links.yaml', replace('checked: "yes"', 'checked: "perhaps"'));
  const occasions = edit(folder, 'occasions.yaml', replace('title: First hour with the DCS', 'title: "First hour'));
  rmSync(join(folder, 'habits.yaml'));
  const told = await mistakesIn(folder);
  expect(told.map((line) => line.split(': ')[0]).sort()).toEqual(
    [
      `steps.yaml:${placeOf(steps, 'wthin')}`,
      `steps.yaml:${placeOf(steps, 'hwo')}`,
      `steps.yaml:${placeOf(steps, '1829')}`,
      `tips.yaml:${placeOf(tips, 'Brand\n')}`,
      `links.yaml:${placeOf(links, '"perhaps"')}`,
      `occasions.yaml:${placeOf(occasions, '"First hour')}`,
      'habits.yaml:1:1',
    ].sort(),
  );
});

test('a mistake between two files is told although a third has one of its own', async () => {
  const folder = packCopy();
  edit(folder, 'occasions.yaml', replace('covers: [dcs.urgent-news]', 'covers: [dcs.urgent-nwes]'));
  edit(folder, 'meetings.yaml', replace('action: meetings.schools-forum', 'action: meetings.school-forum'));
  edit(folder, 'tips.yaml', replace('id: brand', 'id: Brand'));
  const told = await mistakesIn(folder);
  expect(told.map((line) => line.split(':')[0]).sort()).toEqual(['meetings.yaml', 'occasions.yaml', 'tips.yaml']);
});

test('a run with INDUCT_PACK ends with 4 and tells them on standard error', async () => {
  const home = await startHome();
  const pack = packCopy();
  const text = edit(pack, 'steps.yaml', first('        wthin: 5\n        hwo: call\n'));
  for (const argv of [['next'], ['status'], ['done', 'dcs.vision'], ['meetings']]) {
    const run = await runInduct(argv, { home, pack });
    expect([argv, run.exit, run.stdout]).toEqual([argv, 4, '']);
    const told = run.stderr.replace(/\s+/g, '');
    expect(told).toContain('Thereare2mistakesinthelist.');
    expect(told).toContain(`${pack}/steps.yaml:${placeOf(text, 'wthin')}:unknownkey"wthin"`.replace(/\s+/g, ''));
    expect(told).toContain(`:${placeOf(text, 'hwo')}:`);
  }
  const json = await runInduct(['next', '--json'], { home, pack });
  expect([json.exit, json.stdout, json.error?.code]).toEqual([4, '', 4]);
});

describe('what a parser would not survive', () => {
  const level = (count: number, text: string) => text.repeat(count);
  const HOSTILE: Readonly<Record<string, string>> = {
    brackets: `tips: ${level(10_000, '[')}${level(10_000, ']')}\n`,
    'open brackets': `tips: ${level(10_000, '[')}\n`,
    braces: `tips: ${level(10_000, '{a: ')}${level(10_000, '}')}\n`,
    'brackets and braces': `tips: ${level(5_000, '[{a: ')}${level(5_000, '}]')}\n`,
    'brackets, a line each': `tips:\n${level(10_000, ' [\n')}${level(10_000, ' ]\n')}`,
    dashes: `tips:\n  ${level(10_000, '- ')}x\n`,
    'dashes and tabs': `tips:\n  ${level(10_000, '-\t')}x\n`,
    'question marks': `${level(10_000, '? ')}x\n`,
    'dashes and keys': `tips:\n  ${level(5_000, '- a: ')}x\n`,
    'keys of keys': `${level(10_000, 'a: ')}x\n`,
    'deeper and deeper': `tips:\n${Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth + 1)}a:\n`).join('')}`,
    'tags and anchors': `tips: ${level(10_000, '!a ')}${level(10_000, '&a ')}x\n`,
    'a bomb': [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, index) => {
        const before = 'abcdefgh'[index];
        return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
      }),
      'tips: *i',
      '',
    ].join('\n'),
    'two megabytes': `tips: "${level(2_000_000, 'x')}"\n`,
    'many quotation marks': `tips: ${level(10_000, '"')}\n`,
    'a key as long as a book': `${level(500_000, 'k')}: x\n`,
    'an invisible loop': 'tips: &a [*a]\n',
  };

  const compiler = program(`
    import { compile, readPlainly } from './src/packs/compile.ts';
    import { readYaml } from './src/packs/read-yaml.ts';
    import { FILES } from './src/packs/files.ts';
    let text = '';
    process.stdin.on('data', (data) => { text += data; });
    process.stdin.on('end', () => {
      for (const [name, hostile] of Object.entries(JSON.parse(text))) {
        for (const round of [1, 2]) {
          const began = Date.now();
          const texts = { ...Object.fromEntries(Object.keys(FILES).map((file) => [file, null])), tips: hostile };
          compile(texts, readPlainly);
          const compiled = compile(texts, readYaml);
          const told = compiled.ok ? [] : compiled.mistakes.filter((one) => one.file === 'tips.yaml');
          console.log(JSON.stringify({ name, round, told: told.length, message: told[0]?.message, ms: Date.now() - began }));
        }
      }
      console.log('alive');
    });
  `);

  test('is told twice in one process, and the process lives', async () => {
    const child = compiler.start();
    let output = '';
    child.stdout?.on('data', (data) => {
      output += data;
    });
    const exit = new Promise((resolve) => child.once('close', resolve));
    child.stdin?.end(JSON.stringify(HOSTILE));
    expect(await exit).toBe(0);
    const lines = output.trim().split('\n');
    expect(lines.pop()).toBe('alive');
    const results = lines.map(
      (line) => JSON.parse(line) as { name: string; told: number; message: string; ms: number },
    );
    expect(results).toHaveLength(2 * Object.keys(HOSTILE).length);
    expect(results.filter(({ told }) => told === 0)).toEqual([]);
    expect(results.filter(({ message }) => message.length > 300 || message.includes('\n'))).toEqual([]);
  });

  test('too many brackets are found where they are', async () => {
    const folder = packCopy();
    const text = edit(folder, 'tips.yaml', (before) => `${before}\nmore: ${level(65, '[')}${level(65, ']')}\n`);
    const [told = ''] = await mistakesIn(folder);
    const line = text.slice(0, text.indexOf('more:')).split('\n').length;
    expect(told).toMatch(new RegExp(`^tips\\.yaml:${line}:${'more: '.length + 65}: more than 64 brackets`));
  });
});

test('the files shipped hold no mistake', async () => {
  expect(await mistakesIn(DATA)).toEqual([]);
  expect(readFileSync(join(DATA, 'steps.yaml'), 'utf8')).toContain(FIRST);
});

test('a letter that is gone, and one without its list', async () => {
  const folder = packCopy();
  edit(folder, 'letters.yaml', (text) =>
    text.replace('id: thanks', 'id: merci').replace('      - "{list}"\n      - "For each,', '      - "For each,'),
  );
  const told = await mistakesIn(folder);
  expect(told.map((line) => line.replace(/:\d+:\d+/, '')).sort()).toEqual([
    'letters.yaml: the letter dates needs {list}, which is what it is about',
    'letters.yaml: the letter thanks is missing',
  ]);
});
