import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildCalendar } from '../../../src/core/dates/index.ts';
import { LAYER_FILES } from '../../../src/packs/files.ts';
import { checkList } from '../../../src/packs/local/local-list.ts';
import { layered, layerOf, mistakesOf, uncommented } from '../../helpers/layers.ts';
import { shipped } from '../../helpers/packs.ts';
import { DATA } from '../../helpers/run.ts';

const STEPS = `
steps:
  - id: documents
    title: Papers
    actions:
      - id: documents.ours
        kind: document
        title: Read our plan
      - { id: documents.budget, name: Budget book, within: 8, why: null }
      - { id: documents.send-strategy, hidden: true }
  - { id: inclusion, hidden: true }
  - id: ours
    title: Our step
    actions: [{ id: ours.pass, kind: task, title: Have a pass made, source: { page: induct, section: Own } }]
`;

describe('a layer', () => {
  test('changes, adds and takes out actions, and no number moves', async () => {
    const { steps } = await layered([layerOf({ 'steps.yaml': STEPS })], 'steps');
    const before = (await shipped()).steps;
    const all = steps.flatMap((step) => step.actions);
    const by = (id: string) => all.find((action) => action.id === id);
    const old = before.flatMap((step) => step.actions);
    expect(all.filter(({ id }) => old.some((one) => one.id === id)).map(({ id, number }) => [id, number])).toEqual(
      old.map(({ id, number }) => [id, number]),
    );
    expect(steps.find(({ id }) => id === 'documents')).toMatchObject({ title: 'Papers', number: '6' });
    expect(by('documents.budget')).toMatchObject({ name: 'Budget book', within: 8, hidden: false });
    expect(steps.find(({ id }) => id === 'documents')?.words['documents.budget']?.why).toBe(null);
    expect(by('documents.budget')?.source).toEqual(old.find(({ id }) => id === 'documents.budget')?.source);
    expect(by('documents.send-strategy')?.hidden).toBe(true);
    expect(steps.find(({ id }) => id === 'inclusion')?.actions.every(({ hidden }) => hidden)).toBe(true);
    const documents = before.find(({ id }) => id === 'documents')?.actions.length ?? 0;
    expect(by('documents.ours')).toMatchObject({ number: `6.${documents + 1}`, source: { page: 'local', url: null } });
    expect(steps.at(-1)).toMatchObject({ id: 'ours', number: '14', source: { page: 'local' } });
    expect(by('ours.pass')).toMatchObject({ number: '14.1', source: { page: 'induct' } });
  });

  test('changes what else a council calls its own', async () => {
    const folder = layerOf({
      'meetings.yaml': 'meetings: [{ id: scrutiny-committee, name: Scrutiny Board, short: Board }]',
      'people.yaml': 'people: [{ id: dcs, contact: { email: office@leeds.example } }]',
      'advisers.yaml': 'advisers: [{ name: Pat Green, regions: [South West] }]',
      'closing-days.yaml': 'closing_days: [{ date: 2029-12-28, name: Closed }]',
      'letters.yaml': 'signature: { officer: ["Regards,"] }\nletters: [{ id: dates, subject: Dates }]',
      'tips.yaml': 'tips: [{ id: listen, hidden: false }]'.replace('listen', 'statutory-duty'),
      'glossary.yaml': 'terms: [{ id: academy, hidden: true }, { id: hub, term: Hub, meaning: A house. }]',
    });
    const names = ['meetings', 'people', 'advisers', 'bankHolidays', 'letters', 'tips', 'glossary'] as const;
    const mine = await layered([folder], ...names);
    const theirs = await shipped();
    const { name, aliases } = mine.meetings.find(({ id }) => id === 'scrutiny-committee') ?? {};
    expect(name).toBe('Scrutiny Board');
    expect(aliases).toEqual(theirs.meetings.find(({ id }) => id === 'scrutiny-committee')?.aliases);
    expect(mine.people[0]?.contact).toEqual({ email: 'office@leeds.example' });
    const regions = Object.fromEntries(mine.advisers.advisers.map((one) => [one.name, one.regions]));
    expect(regions).toMatchObject({ 'Pat Green': ['South West'], 'Claire Burgess': ['West Midlands'] });
    expect(
      buildCalendar(mine.bankHolidays)
        .holidaysIn(2029)
        .map(({ date }) => date),
    ).toContain('2029-12-28');
    expect(mine.letters.signature).toEqual({ ...theirs.letters.signature, officer: ['Regards,'] });
    expect(mine.letters.letters.find(({ id }) => id === 'dates')).toMatchObject({
      subject: 'Dates',
      person: 'democratic-services',
    });
    expect(mine.tips).toEqual(theirs.tips);
    expect(mine.glossary.map(({ id }) => id)).not.toContain('academy');
    expect(mine.glossary.at(-1)).toMatchObject({ id: 'hub', source: { page: 'local' } });
  });

  test('lies on another, and the last one wins', async () => {
    const one = layerOf({ 'meetings.yaml': 'meetings: [{ id: schools-forum, name: One, chair: One }]' });
    const two = layerOf({ 'meetings.yaml': 'meetings: [{ id: schools-forum, name: Two }]' });
    const { meetings } = await layered([one, two], 'meetings');
    expect(meetings.find(({ id }) => id === 'schools-forum')).toMatchObject({ name: 'Two', chair: 'One' });
  });

  test('that is empty, or all comments, changes nothing', async () => {
    const folder = layerOf({ 'steps.yaml': '# nothing yet\n', 'tips.yaml': '' });
    const mine = await layered([folder], 'steps', 'tips');
    const { steps, tips } = await shipped();
    expect({ steps: mine.steps, tips: mine.tips }).toEqual({ steps, tips });
  });

  test('that is edited counts from the next time on', async () => {
    const folder = layerOf({ 'meetings.yaml': 'meetings: [{ id: schools-forum, name: One }]' });
    const name = async () =>
      (await layered([folder], 'meetings')).meetings.find(({ id }) => id === 'schools-forum')?.name;
    expect(await name()).toBe('One');
    writeFileSync(join(folder, 'meetings.yaml'), 'meetings: [{ id: schools-forum, name: Two }]');
    expect(await name()).toBe('Two');
  });

  test('that is gone is told, and not taken for an empty one', async () => {
    await expect(layered([join(layerOf({}), 'gone')], 'tips')).rejects.toMatchObject({ exitCode: 4 });
  });
});

const at = (file: string, text: string, ...told: string[]) => [told[0] ?? '', { [file]: text }, told] as const;
const LACKS = 'documents.budgett is new on this list and lacks kind, title: is it documents.budget?';

describe('a mistake is told where it was made', () => {
  test.each([
    at(
      'steps.yaml',
      'steps:\n  - id: documents\n    actions:\n      - { id: documents.budgett, within: 8 }\n',
      `steps.yaml:4:9: ${LACKS}`,
    ),
    at(
      'steps.yaml',
      'steps:\n  - id: documents\n    actions: [{ id: documents.budget, wthin: 8 }]\n',
      'steps.yaml:3:39: unknown key "wthin": is it "within"?',
    ),
    at(
      'steps.yaml',
      'steps:\n  - id: documents\n    actions: [{ id: documents.x, kind: task }]\n',
      'steps.yaml:3:15: "steps[1].actions[1].title" is missing',
    ),
    at(
      'steps.yaml',
      'steps:\n  - id: documents\n    actions: [{ id: dcs.x, kind: task, title: X }]\n',
      'steps.yaml:3:21: the id dcs.x must begin with documents.',
    ),
    at(
      'steps.yaml',
      'steps: [{ id: dcs, actions: [{ id: dcs.vision, within: 1 }, { id: dcs.vision, within: 2 }] }]\n',
      'steps.yaml:1:67: id dcs.vision is there twice',
    ),
    at(
      'steps.yaml',
      'steps: [{ id: dcs, actions: [{ id: dcs.vison, hidden: true }] }]\n',
      'steps.yaml:1:36: there is no dcs.vison to hide: is it dcs.vision?',
    ),
    at(
      'steps.yaml',
      'steps: [{ id: dcs, actions: [{ id: dcs.vision, hidden: yes }] }]\n',
      'steps.yaml:1:56: "hidden" must be true or false',
    ),
    at(
      'steps.yaml',
      'steps: [{ id: dcs, actions: [{ id: dcs.vision, after: [dcs.nothing] }] }]\n',
      'steps.yaml:1:55: dcs.vision comes after dcs.nothing, which is not there',
    ),
    at(
      'meetings.yaml',
      'meetings:\n  - { id: schools-forum, hidden: true }\n',
      'meetings.yaml:2:34: "hidden" is not used here, so that nothing recorded is lost. Hide its action in steps.yaml instead',
    ),
    at(
      'meetings.yaml',
      'meetings:\n  - { id: schools-forum, action: meetings.no }\n',
      'meetings.yaml:2:34: schools-forum names the action meetings.no, which is not there',
    ),
    at(
      'occasions.yaml',
      'occasions:\n  - { id: dcs-call, covers: [dcs.no] }\n',
      'occasions.yaml:2:30: dcs-call covers dcs.no, which is no action and no step',
    ),
    at(
      'letters.yaml',
      'letters:\n  - { id: dates, subject: "{nobody}" }\n',
      'letters.yaml:2:27: {nobody} is not filled in here; these are: {name} {role} {title} {council} {I} {me} {my} {officer} {dear} {appointed} {count} {asked}',
    ),
    at('letters.yaml', 'letters:\n  - { id: chase, hidden: true }\n', 'letters.yaml:2:3: the letter chase is missing'),
    at('closing-days.yaml', 'years: [2030]\n', 'closing-days.yaml:1:8: only closing_days can stand here'),
    at(
      'closing-days.yaml',
      'closing_days: [{ date: "2026-02-30", name: X }]\n',
      'closing-days.yaml:1:24: "closing_days[1].date" must be a date such as "2026-06-04"',
    ),
    at(
      'advisers.yaml',
      'advisers: [{ name: Pat, regions: [Mars] }]\n',
      'advisers.yaml:1:35: "Mars" is not one of the nine regions: North East, North West, Yorkshire and The Humber, East Midlands, West Midlands, East of England, London, South East, South West',
    ),
    at('links.yaml', '- a\n', 'links.yaml:1:1: the file must hold keys, as the shipped one does'),
    at('tips.yaml', 'tips: none\n', 'tips.yaml:1:7: "tips" must be a list, one - a line'),
    at('people.yaml', 'people:\n\t- id: x\n', 'people.yaml:2:1: a tab is used to indent; use spaces'),
    at('step.yaml', '', 'step.yaml:1:1: no file of a list has this name: is it steps.yaml?'),
    at(
      'councils.yaml',
      '',
      `councils.yaml:1:1: no file of a list has this name; these have: ${Object.values(LAYER_FILES).join(', ')}`,
    ),
  ])('%s', async (_, files, told) => {
    expect(await mistakesOf(files)).toEqual(told);
  });

  test('all at once, of every file', async () => {
    const told = await mistakesOf({
      'steps.yaml': 'steps: [{ id: dcs, actions: [{ id: dcs.vision, wthin: 1, titel: x }] }]',
      'tips.yaml': 'tips: none',
      'step.yml': '',
    });
    expect(told.map((line) => line.split(':')[0])).toEqual(['step.yml', 'steps.yaml', 'steps.yaml', 'tips.yaml']);
  });
});

describe('the examples that a new list begins with', () => {
  const folder = join(DATA, 'local');
  const files = readdirSync(folder);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');

  test('change nothing while they stand behind a #', async () => {
    const { changes } = await checkList(folder, { base: DATA });
    expect(changes).toEqual([]);
  });

  test('are right, all of them together', async () => {
    const mine = layerOf(Object.fromEntries(files.map((name) => [name, uncommented(read(name))])));
    const { changes } = await checkList(mine, { base: DATA });
    expect(new Set(changes.map(({ file }) => file))).toEqual(new Set(files));
    expect(new Set(changes.map(({ what }) => what))).toEqual(new Set(['added', 'changed', 'hidden']));
  });

  test.each(files)('%s names its schema, which lies beside it', (name) => {
    expect(read(name).split('\n')[0]).toBe(
      `# yaml-language-server: $schema=schemas/${name.replace('.yaml', '.schema.json')}`,
    );
  });
});
