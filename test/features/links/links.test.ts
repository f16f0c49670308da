import { expect, test } from 'vitest';
import { runInduct, startHome, temporaryFolder } from '../../helpers/run.ts';
import { load } from '../profile/plan-of.ts';

const { links } = await load('links');

test('the document has its keys and no others, before and after start', async () => {
  const before = await runInduct(['links', '--json'], { home: temporaryFolder() });
  const after = await runInduct(['links', '--json'], { home: await startHome() });
  expect(before.exit).toBe(0);
  expect(after.json).toEqual(before.json);
  expect(Object.keys(before.json)).toEqual(['schema', 'today', 'links']);
  expect(before.json.schema).toBe('induct.links/1');
  expect(before.json.links).toHaveLength(links.length);
  for (const link of before.json.links) expect(Object.keys(link)).toEqual(['id', 'title', 'text', 'url', 'source']);
});

test.each([80, 50])('each address stands on a line of its own at %i columns', async (columns) => {
  const { stdout } = await runInduct(['links'], { columns });
  const lines = stdout.split('\n');
  for (const link of links) expect(lines).toContain(`  ${link.url}`);
  const words = lines.filter((line) => !line.includes('https://'));
  expect(Math.max(...words.map((line) => line.length))).toBeLessThanOrEqual(columns);
});

test('--plain has one fact a line', async () => {
  const { stdout } = await runInduct(['links', '--plain']);
  const [first] = links;
  expect(stdout.split('\n').slice(1, 4)).toEqual([first?.title, first?.text, first?.url]);
});
