import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FILES, LAYER_FILES } from '../../../src/packs/files.ts';
import { layerSchemas, schemaName, wholeSchemas } from '../../../src/packs/schemas.ts';
import { PROGRAM } from '../../helpers/run.ts';

const folder = join(PROGRAM, 'schemas');
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

/** If one of these fails: npm run schemas */
describe('the schemas that lie in schemas/', () => {
  test('of a whole list are those that check it', () => {
    const wanted = wholeSchemas();
    const there = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(Object.fromEntries(there.map((name) => [name, read(name)]))).toEqual(wanted);
    expect(Object.keys(wanted).sort()).toEqual(Object.values(FILES).map(schemaName).sort());
  });

  test("of a council's own list as well", () => {
    const wanted = layerSchemas();
    const there = readdirSync(join(folder, 'local'));
    expect(Object.fromEntries(there.map((name) => [name, read(join('local', name))]))).toEqual(wanted);
    expect(Object.keys(wanted).sort()).toEqual(Object.values(LAYER_FILES).map(schemaName).sort());
  });
});

describe("a schema of a council's own list", () => {
  // biome-ignore lint/suspicious/noExplicitAny: it is a document
  const of = (name: string): any => JSON.parse(layerSchemas()[name] ?? '');

  test('needs nothing but what tells entries apart, and knows no other key', () => {
    const step = of('steps.schema.json').properties.steps.items;
    expect(step.required).toEqual(['id']);
    const action = step.properties.actions.items;
    expect(action).toMatchObject({ required: ['id'], additionalProperties: false });
    expect(action.properties.hidden).toMatchObject({ type: 'boolean' });
    expect(action.properties.within.anyOf).toContainEqual({ type: 'null' });
    expect(of('advisers.schema.json').properties.advisers.items.required).toEqual(['name']);
    expect(Object.keys(of('closing-days.schema.json').properties)).toEqual(['closing_days']);
  });

  test('offers hidden only where it is used', () => {
    expect(of('links.schema.json').properties.links.items.properties.hidden).toBeDefined();
    expect(of('meetings.schema.json').properties.meetings.items.properties.hidden).toBeUndefined();
  });
});
