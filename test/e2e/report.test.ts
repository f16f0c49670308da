import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AUDIENCES } from '../../src/core/report/audience.ts';
import { AFTER, aHundredDays } from '../helpers/a-hundred-days.ts';
import { folderOfRun } from '../helpers/folders.ts';
import { runInduct } from '../helpers/run.ts';

const CHROMIUM = '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.skipIf(!existsSync(CHROMIUM))('the report in a real browser', () => {
  let browser: Browser;
  const folder = folderOfRun();

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
    const home = await aHundredDays('officer');
    for (const audience of AUDIENCES) {
      const run = await runInduct(['report', '--for', audience, '--format', 'html'], { home, today: AFTER });
      writeFileSync(join(folder, `${audience}.html`), run.stdout);
    }
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
  });

  test.each(AUDIENCES)(
    'for %s: nothing is against WCAG 2.2 AA, at 320 pixels, wide and in print',
    async (audience) => {
      // The page allows no script at all, so the one that checks it needs leave.
      const context = await browser.newContext({ bypassCSP: true });
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const address = pathToFileURL(join(folder, `${audience}.html`)).href;
      await page.goto(address);
      expect(asked).toEqual([address]);
      for (const [width, media] of [
        [320, 'screen'],
        [1280, 'screen'],
        [794, 'print'],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ media });
        await page.evaluate(AXE);
        const found = await page.evaluate(
          `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then((result) => result.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.html).join(' ')))`,
        );
        expect(found, `${width} ${media}`).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      }
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[\s*0 0 59[45][\d.]* 84[12][\d.]*\s*\]/);
      await context.close();
    },
    60_000,
  );
});
