// @ts-check
// npm run pictures
// Makes docs/pictures/*.svg of what the program prints: builds it, lives a fortnight with it, and takes three screens.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeScenes } from './scenes.mjs';
import { toSvg } from './svg.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'induct-pictures-'));
const PICTURES = join(ROOT, 'docs', 'pictures');

try {
  execFileSync(process.execPath, [join(ROOT, 'build.mjs')], { stdio: 'inherit' });
  const taken = await takeScenes(async ([today, ...argv]) =>
    execFileSync(process.execPath, [join(ROOT, 'bin/induct.js'), ...argv, '--color'], {
      env: { PATH: process.env.PATH, INDUCT_HOME: home, INDUCT_TODAY: today },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  mkdirSync(PICTURES, { recursive: true });
  for (const { name, typed, screen } of taken) writeFileSync(join(PICTURES, `${name}.svg`), toSvg(typed, screen));
} finally {
  rmSync(home, { recursive: true, force: true });
}
