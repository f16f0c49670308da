import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runInduct, temporaryFolder } from '../helpers/run.ts';
import { DATA } from '../helpers/shipped.ts';

/** A whole list for another role, with the councils and bank holidays of the shipped one. */
function adultList(): string {
  const folder = join(temporaryFolder(), 'adult');
  cpSync(join(import.meta.dirname, '..', 'fixtures', 'adult-list'), folder, { recursive: true });
  cpSync(join(DATA, 'england'), join(folder, 'england'), { recursive: true });
  return folder;
}

const today = '2026-06-01';

describe('a list for another role', () => {
  test('is all that the program needs: nothing of the shipped one shows through', async () => {
    const [pack, home] = [adultList(), temporaryFolder()];
    const on = async (...argv: readonly string[]) => {
      const run = await runInduct(argv, { pack, home, today });
      expect(run.exit, `induct ${argv.join(' ')}: ${run.stderr}`).toBe(0);
      return run;
    };
    expect((await on('local', 'check')).stdout).toContain('No mistakes in the list:');
    await on('start', '--council', 'Leeds', '--appointed', '2026-05-20', '--dass-post', 'vacant', '--yes');
    const { json } = await on('status', '--json');
    expect(json.counts).toMatchObject({ total: 8, skipped: 1 });
    expect(json.steps.map(({ id, number }: { id: string; number: string }) => [id, number])).toEqual([
      ['director', '1'],
      ['papers', '2'],
      ['rooms', '3'],
      ['own', '4'],
    ]);
    // The answer brings it from the third working day to the first.
    expect(json.steps[0].actions[1]).toMatchObject({ id: 'director.assurance', due: '2026-05-21' });
    await on('done', 'director-hour');
    await on('profile', 'shared', 'yes');
    await on('ask', '2', '--of', 'her office', '--yes');
    await on('meetings', 'add', 'wellbeing-board', '10 June', '10am');
    await on('data', 'record', 'waiting', '120', '--period', '2026-05');
    await on('habits', 'on', 'care-home');
    const after = (await on('status', '--json')).json;
    expect(after.counts).toMatchObject({ total: 9, done: 2, arranged: 4, skipped: 0 });
    expect((await on('when', 'closure', '--no-input')).stdout).toContain('Where do people go tonight?');
    expect((await on('glossary', 'DASS')).stdout).toContain('answers for adult social care');
    expect((await on('letter', 'chase', '--all')).stdout).toContain('Agreement with the neighbour council');
    expect((await on('completion', '--', 'brief', ':')).stdout).toMatch(/^dass\t/);
    const shipped = /\bDCS\b|scrutiny|Ofsted|documents\.|dcs\./;
    for (const argv of [
      [],
      ['status', '--all'],
      ['next'],
      ['meetings'],
      ['documents'],
      ['learning'],
      ['people'],
      ['letter'],
    ]) {
      expect((await on(...argv)).stdout.replace('new "DCS one-to-one"', '')).not.toMatch(shipped);
    }
    for (const argv of [
      ['brief', 'dass'],
      ['data'],
      ['habits'],
      ['week'],
      ['year'],
      ['tips'],
      ['links'],
      ['waiting'],
      ['local'],
    ]) {
      expect((await on(...argv)).stdout).not.toMatch(shipped);
    }
    await on('catchup', '--no-input');
    await on('undo');
  });
});
