import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runInduct, startHome } from '../helpers/run.ts';

const TODAY = '2026-06-01';

describe('what is recorded', () => {
  test('rests on what was recorded before it in the same run, and is written once', async () => {
    const home = await startHome();
    // Said before each writing, so that it tells how many there are.
    writeFileSync(join(home, 'backups'), 'no folder');
    const run = await runInduct(['letter'], { home, tty: true, today: TODAY, answers: [true, true, true] });
    expect(run.exit).toBe(0);
    expect(run.stderr.split("Today's copy of the record could not be made").length - 1).toBe(3);
  });

  test('is told of the holder it was recorded for, whatever the name is now', async () => {
    const home = await startHome({ answers: { name: 'Aisha Khan' } });
    await startHome({ home, answers: { name: 'Tom Reed' } });
    const run = await runInduct(['profile', 'name', 'Smith', '--holder', 'Khan'], { home, today: TODAY });
    expect(run).toMatchObject({ exit: 0, stdout: '' });
    expect(run.stderr).toContain('For Cllr Smith (Leeds).');
    const { json } = await runInduct(['profile', '--json', '--holder', 'Smith'], { home, today: TODAY });
    expect(json.answers.name).toBe('Smith');
  });
});
