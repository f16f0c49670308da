import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROGRAM, runInduct, startHome } from '../../helpers/run.ts';

const REFERRALS = join(PROGRAM, 'test', 'fixtures', 'figures', 'referrals.csv');

test('published figures stand in the report and in the brief for the director, and numbers are not compared', async () => {
  const home = await startHome();
  const before = await runInduct(['report', '--for', 'scrutiny'], { home });
  expect(before.stdout).not.toContain('Published figures');
  expect((await runInduct(['data', 'import', REFERRALS], { home })).exit).toBe(0);
  const { stdout } = await runInduct(['report', '--for', 'scrutiny'], { home });
  expect(stdout).toContain('## Published figures');
  expect(stdout).toMatch(/^- Repeat referrals: Leeds [\d.]+%, region [\d.]+%, England [\d.]+%.* \(\d{4}\)\.$/m);
  expect(stdout).toMatch(/^- Referrals: Leeds [\d,]+ \(\d{4}\)\.$/m);
  const html = await runInduct(['report', '--for', 'me', '--format', 'html'], { home });
  expect(html.stdout).toContain('Repeat referrals, Leeds');
});
