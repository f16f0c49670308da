import { describe, expect, test } from 'vitest';
import { actionsOf, induct, prepare, statusOf, TODAY } from '../../contract/calls.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests reach into documents whose shape they are about
type Document = any;

const nextOf = async (home: string, today = TODAY): Promise<Document[]> =>
  (await induct(home, ['next', '999', '--json'], { today })).json.next;

const MIXED: readonly (readonly string[])[] = [
  ['done', '3.2', '4.1'],
  ['ask', '6', '--yes'],
  ['got', '6.1', '6.4'],
  ['book', '4.8', '--for', '10 June'],
  ['book', '7.3', '--for', '18 June'],
  ['add', 'Ring the MP'],
  ['add', 'Write to the governors', '--by', '5 June'],
  ['due', '4.12', '8 June'],
];

describe('the document', () => {
  test('has its keys', async () => {
    const { json, exit, stderr } = await induct(await prepare(), ['next', '--json']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(Object.keys(json).sort()).toEqual(['induction', 'next', 'schema', 'today']);
    expect(json).toMatchObject({ schema: 'induct.next/1', today: TODAY });
    expect(json.next).toHaveLength(5);
    for (const { how, verb, doer } of json.next) {
      expect(['call', 'email', 'meeting', 'reading', 'sitting', 'task']).toContain(how);
      expect(['do', 'ask']).toContain(verb);
      expect(['holder', 'officer']).toContain(doer);
    }
  });

  test.each([1, 3, 40])('%i of them', async (n) => {
    const home = await prepare();
    expect((await induct(home, ['next', String(n), '--json'])).json.next).toEqual((await nextOf(home)).slice(0, n));
  });

  test.each(['2026-05-20', '2026-06-03', '2026-06-12', '2026-09-01', '2027-07-20'])(
    'in its order, on %s',
    async (today) => {
      const next = await nextOf(await prepare(MIXED), today);
      const late = next.map((one) => one.daysOverdue);
      expect(late).toEqual([...late].sort((a, b) => b - a));
      const rest = next.filter((one) => !one.overdue).map((one) => one.due ?? '9999');
      expect(rest).toEqual([...rest].sort());
      for (const one of next) expect(one.overdue).toBe(one.due !== null && one.due < today);
    },
  );

  test('the same date: in the order of the plan', async () => {
    const home = await prepare(MIXED);
    const place = new Map(Object.keys(actionsOf(await statusOf(home))).map((id, index) => [id, index]));
    const next = await nextOf(home);
    for (const [index, one] of next.entries()) {
      const before = next[index - 1];
      if (before === undefined || before.due !== one.due || before.daysOverdue !== one.daysOverdue) continue;
      const first = (occasion: Document) => Math.min(...occasion.actions.map((id: string) => place.get(id)));
      expect(first(before)).toBeLessThanOrEqual(first(one));
    }
  });

  test('offers what is open, and nothing else', async () => {
    for (const today of [TODAY, '2026-06-12', '2027-07-20']) {
      const home = await prepare(MIXED);
      const status = await statusOf(home, { today });
      const offered = new Set((await nextOf(home, today)).flatMap((one) => one.actions));
      for (const action of Object.values(actionsOf(status))) {
        const waits = action.blockedBy.length > 0;
        const arranged = action.status === 'arranged' && !action.overdue;
        const closed = ['done', 'skipped'].includes(action.status);
        expect([action.id, offered.has(action.id)]).toEqual([action.id, !waits && !arranged && !closed]);
      }
    }
  });

  test('what waits comes when what it waits for is done', async () => {
    const home = await prepare();
    const offers = async () => (await nextOf(home)).some((one) => one.actions.includes('learning.corporate-parenting'));
    expect(await offers()).toBe(false);
    await induct(home, ['ask', '8.1']);
    expect(await offers()).toBe(false);
    await induct(home, ['done', '8.1']);
    expect(await offers()).toBe(true);
  });

  test('every number and id can be typed', async () => {
    const home = await prepare(MIXED);
    for (const one of await nextOf(home, '2026-07-20')) {
      for (const word of [one.id, one.number].filter((typed) => typed !== null)) {
        const shown = await induct(home, ['show', word, '--json'], { today: '2026-07-20' });
        expect([word, shown.exit]).toEqual([word, 0]);
      }
    }
  });
});

test.each(['0', '-1', '1.5', 'x', '1000', ''])('%j is refused', async (n) => {
  const run = await induct(await prepare(), ['next', n]);
  expect(run).toMatchObject({ exit: 2, stdout: '' });
});

test('the screen holds as many, and says whose dates they are', async () => {
  const home = await prepare();
  const { stdout } = await induct(home, ['next', '7', '--plain']);
  const rows = (await nextOf(home)).slice(0, 7);
  for (const row of rows) expect(stdout).toContain(row.title);
  expect(stdout).toContain('our suggestion');
  expect(stdout).not.toContain((await nextOf(home))[7]?.title);
});

test('with everything done there is nothing, and 0', async () => {
  const home = await prepare(Array.from({ length: 13 }, (_, step) => ['done', String(step + 1), '--yes']));
  const run = await induct(home, ['next']);
  expect(run.exit).toBe(0);
  expect(run.stdout).toContain('Nothing is outstanding');
  expect((await induct(home, ['next', '--json'])).json.next).toEqual([]);
});
