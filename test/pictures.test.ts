import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCENES, takeScenes } from '../scripts/pictures/scenes.mjs';
import { partsOf, toSvg } from '../scripts/pictures/svg.mjs';
import { PROGRAM, runInduct, temporaryFolder } from './helpers/run.ts';

const PICTURES = join(PROGRAM, 'docs', 'pictures');
const README = readFileSync(join(PROGRAM, 'README.md'), 'utf8');

test('the pictures are what the program prints now; else: npm run pictures', async () => {
  const home = join(temporaryFolder(), 'home');
  const taken = await takeScenes(async ([today, ...argv]) => {
    const { exit, stdout, stderr } = await runInduct([...argv, '--color'], { home, today });
    expect(exit, `induct ${argv.join(' ')}: ${stderr}`).toBe(0);
    return stdout;
  });
  expect(readdirSync(PICTURES).sort()).toEqual(SCENES.map(({ name }) => `${name}.svg`).sort());
  for (const { name, typed, screen } of taken) {
    expect(readFileSync(join(PICTURES, `${name}.svg`), 'utf8'), name).toBe(toSvg(typed, screen));
  }
});

describe('the README', () => {
  test.each(SCENES)('shows the picture $name, and says in words what is on it', ({ name }) => {
    const alt = new RegExp(`!\\[([^\\]]+)\\]\\(docs/pictures/${name}\\.svg\\)`).exec(README)?.[1] ?? '';
    expect(alt.length).toBeGreaterThan(60);
    expect(alt).not.toMatch(/\b(picture|image|screenshot) of\b/i);
  });
});

describe('a picture', () => {
  test('takes nothing from elsewhere, and is light', () => {
    for (const file of readdirSync(PICTURES)) {
      const svg = readFileSync(join(PICTURES, file), 'utf8').replace('xmlns="http://www.w3.org/2000/svg"', '');
      expect(svg).not.toMatch(/href|url\(|@import|<style|<script|<image|https?:\/\/(?!www\.)/);
      expect(svg).toContain('fill="#ffffff"');
    }
  });

  test('is text in its place: two columns are two texts, and what has a meaning in SVG is a letter', () => {
    const svg = toSvg('induct x', '  1.1  a < b & c       \u001b[31mlate\u001b[39m\n');
    const texts = [...svg.matchAll(/<text [^>]*x="([\d.]+)"[^>]*>([^<]*)</g)].map(([, x, words]) => [Number(x), words]);
    expect(texts).toEqual([
      [16, '&gt; induct x'],
      [32.8, '1.1'],
      [74.8, 'a &lt; b &amp; c'],
      [209.2, 'late'],
    ]);
    expect(svg).toMatch(/fill="#a40e26">late/);
  });

  test('knows every style that screens have, and refuses another', () => {
    expect(partsOf('\u001b[1ma\u001b[22mb')).toEqual([
      { text: 'a', bold: true, red: false },
      { text: 'b', bold: false, red: false },
    ]);
    expect(() => partsOf('\u001b[45ma')).toThrow('knows no style 45');
  });
});
