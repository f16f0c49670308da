import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventsOf, induct, prepare } from '../../contract/calls.ts';

const CHART = [
  'Full name,Job Title,E-mail,Telephone,Assistant,Grade',
  "Sam Lee,Director of Children's Services,sam.lee@example.gov.uk,0113 496 0001,Jo Bloggs,1",
  'Alex Shah,Chief Executive,alex.shah@example.gov.uk,,,1',
  'Kim Park,Head of Fostering,kim.park@example.gov.uk,0113 496 0002,,3',
  'Lou Reid,,lou@example.gov.uk,,,',
  ',,,,,',
].join('\n');

function chart(home: string, text: string | Uint8Array, name = 'chart.csv'): string {
  const path = join(home, name);
  writeFileSync(path, text);
  return path;
}

// biome-ignore lint/suspicious/noExplicitAny: tests reach into documents whose shape they are about
async function peopleOf(home: string): Promise<Record<string, any>> {
  const { people } = (await induct(home, ['people', '--json'])).json;
  return Object.fromEntries(people.map((one: { id: string }) => [one.id, one]));
}

test('without a terminal it says what it would do, keeps nothing and ends with 2', async () => {
  const home = await prepare();
  const run = await induct(home, ['people', 'import', chart(home, CHART)]);
  expect(run).toMatchObject({ exit: 2, stdout: '' });
  expect(run.stderr).toContain('ON THE LIST (2)');
  expect(run.stderr.replace(/\s+/g, ' ')).toContain("Director of children's services (DCS): Sam Lee,");
  expect(run.stderr).toContain('TO BE ADDED (2)\n  Head of Fostering\n  Lou Reid');
  expect(run.stderr).toContain('Columns not used: Grade.');
  expect(run.stderr).toContain('add --yes');
  expect((await peopleOf(home)).dcs.name).toBeNull();
});

test('--yes keeps all of it as one change; again it adds nothing', async () => {
  const home = await prepare();
  const before = (await eventsOf(home)).length;
  const run = await induct(home, ['people', 'import', chart(home, CHART), '--yes']);
  expect(run.stderr).toContain('Imported: 2 matched, 2 added, 0 left as they were.');
  const people = await peopleOf(home);
  expect(people.dcs).toMatchObject({ name: 'Sam Lee', phone: '0113 496 0001', pa: 'Jo Bloggs' });
  expect(people['chief-executive']).toMatchObject({ name: 'Alex Shah', phone: null });
  expect(people['head-of-fostering']).toMatchObject({ title: 'Head of Fostering', name: 'Kim Park' });
  expect(people['lou-reid']).toMatchObject({ title: 'Lou Reid', name: 'Lou Reid' });
  const events = await eventsOf(home);
  expect(new Set(events.slice(0, events.length - before).map((event) => event.change)).size).toBe(1);
  const again = await induct(home, ['people', 'import', chart(home, CHART)]);
  expect(again).toMatchObject({ exit: 0, stderr: 'All of it is there already. Nothing was added.\n' });
  expect((await eventsOf(home)).length).toBe(events.length);
});

test('in a terminal it asks; no keeps nothing', async () => {
  const home = await prepare();
  const path = chart(home, CHART);
  const no = await induct(home, ['people', 'import', path], { tty: true, answers: [false] });
  expect(no.exit).toBe(2);
  expect((await peopleOf(home)).dcs.name).toBeNull();
  const yes = await induct(home, ['people', 'import', path], { tty: true, answers: [true] });
  expect(yes.exit).toBe(0);
  expect((await peopleOf(home)).dcs.name).toBe('Sam Lee');
});

test('two people of one post are two, and stay two when imported again', async () => {
  const home = await prepare();
  const path = chart(home, 'name,post\nAnn Bell,Headteacher\nBob Cole,Headteacher\n');
  await induct(home, ['people', 'import', path, '--yes']);
  const people = await peopleOf(home);
  expect(people.headteacher).toMatchObject({ name: 'Ann Bell' });
  expect(people['headteacher-bob-cole']).toMatchObject({ title: 'Headteacher, Bob Cole', name: 'Bob Cole' });
  const again = await induct(home, ['people', 'import', path, '--yes']);
  expect(again.stderr).toContain('Nothing was added');
});

test('by id, in any case, with semicolons and as Excel saves it', async () => {
  const home = await prepare();
  const bytes = Uint8Array.from([
    0xff,
    0xfe,
    ...Buffer.from('WHO;Name;Mobile\nLeader;Zoë Hart;07700 900123\n', 'utf16le'),
  ]);
  const run = await induct(home, ['people', 'import', chart(home, bytes), '--yes']);
  expect(run.exit).toBe(0);
  expect((await peopleOf(home)).leader).toMatchObject({ name: 'Zoë Hart', phone: '07700 900123' });
});

describe('a file with mistakes is told with line and remedy, and nothing of it is kept', () => {
  test.each([
    ['colour,size\nred,1\n', /chart\.csv, line 1: no column is called name or post\. It has: "colour", "size"\./],
    ['name,email\nSam,sam@example.org\nKim,kim\n', /chart\.csv, line 3: "kim" is not an email address\./],
    ['name,email\n,sam@example.org\n', /chart\.csv, line 2: there is no name and no post\./],
    ['id,phone\nnobody,0113 496 0000\n', /line 2: there is nobody called "nobody"\./],
    ['name,post\nSam\n', /line 2 has more or fewer cells/],
    ['name,post\n"Sam,x\n', /quotation mark is opened/],
    ['', /is empty/],
    ['name,post\nTom,"aged 6, at Oak School, his mum rang"\n', /line 2: this may identify a child/],
  ])('%j', async (text, message) => {
    const home = await prepare();
    const before = (await eventsOf(home)).length;
    const run = await induct(home, ['people', 'import', chart(home, text), '--yes']);
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(run.stderr.replace(/\s+/g, ' ')).toMatch(message);
    expect((await eventsOf(home)).length).toBe(before);
  });

  test('no such file', async () => {
    const home = await prepare();
    const run = await induct(home, ['people', 'import', join(home, 'none.csv'), '--json']);
    expect(run.error).toMatchObject({ code: 2, message: expect.stringContaining('There is no file') });
  });
});
