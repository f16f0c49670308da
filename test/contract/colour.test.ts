import { describe, expect, test } from 'vitest';
import { some } from '../helpers/whole.ts';
import { homeOf, SCENES, SCREENS, type Scene, screenOf } from './screens.ts';

const scenes = SCENES.filter(({ name }) => ['just started', 'a month later', 'quiet weeks'].includes(name));
await Promise.all(scenes.map(homeOf));
/** Every screen of one scene; what colour hangs on is the same in the others, so that some of theirs do for every day. */
const screensOf = ({ name }: Scene) => (name === 'a month later' ? SCREENS : some(SCREENS, 3));
/** As wide as a pipe and a terminal of these tests, and asked for in other files too. */
const AS_WIDE = { columns: 80 };
const bytes = (run: { stdout: string; stderr: string }) => run.stdout + run.stderr;

describe.each(scenes.map((scene) => [scene.name, scene] as const))('%s', (_, scene) => {
  test.each([
    ['NO_COLOR=1', { env: { NO_COLOR: '1' }, tty: true }, []],
    ['NO_COLOR=0', { env: { NO_COLOR: '0' }, tty: true }, []],
    ['--no-color', { tty: true }, ['--no-color']],
    ['--no-color over FORCE_COLOR', { env: { FORCE_COLOR: '1' } }, ['--no-color']],
    ['--plain', { tty: true }, ['--plain']],
    ['--plain --color', { tty: true }, ['--plain', '--color']],
    ['--accessible', { tty: true }, ['--accessible']],
    ['INDUCT_ACCESSIBLE=1', { tty: true, accessible: true }, []],
    ['TERM=dumb', { env: { TERM: 'dumb' }, tty: true }, []],
    ['TERM=dumb and FORCE_COLOR', { env: { TERM: 'dumb', FORCE_COLOR: '1' } }, []],
    ['a pipe', {}, []],
    ['FORCE_COLOR=0', { env: { FORCE_COLOR: '0' }, tty: true }, []],
  ] as const)('%s: no escape', async (_name, options, flags) => {
    for (const argv of screensOf(scene))
      expect(bytes(await screenOf(scene, [...argv, ...flags], options))).not.toContain('\x1b');
    for (const argv of some(SCREENS, 8)) {
      expect(bytes(await screenOf(scene, [...flags, ...argv], options))).not.toContain('\x1b');
    }
    for (const wrong of [['done', '3.99'], ['statsu'], ['status', '--kind', 'people']]) {
      expect(bytes(await screenOf(scene, [...wrong, ...flags], options))).not.toContain('\x1b');
    }
  });

  test.each([
    ['FORCE_COLOR=1 in a pipe', { env: { FORCE_COLOR: '1' } }, []],
    ['a terminal', { tty: true }, []],
    ['NO_COLOR empty in a terminal', { tty: true, env: { NO_COLOR: '' } }, []],
    ['--color in a pipe', {}, ['--color']],
    ['--color over NO_COLOR', { env: { NO_COLOR: '1' } }, ['--color']],
  ] as const)('%s: colour that is never dim, and says nothing of its own', async (_name, options, flags) => {
    for (const argv of screensOf(scene)) {
      const { stdout } = await screenOf(scene, [...argv, ...flags], options);
      const codes = [...stdout.matchAll(/\x1b\[([\d;]*)m/g)].flatMap((match) => (match[1] ?? '').split(';'));
      for (const code of codes) expect(['0', '1', '22', '31', '39']).toContain(code);
      const words = stdout.replace(/\x1b\[[\d;]*m/g, '');
      expect(words).not.toContain('\x1b');
      expect(words).toBe((await screenOf(scene, argv, AS_WIDE)).stdout);
    }
    expect((await screenOf(scene, ['status', '--all', ...flags], options)).stdout).toContain('\x1b[');
  });

  test('--json never has colour', async () => {
    const run = await screenOf(scene, ['status', '--json', '--color'], { tty: true, env: { FORCE_COLOR: '1' } });
    expect(bytes(run)).not.toContain('\x1b');
    expect(run.json.schema).toBe('induct.status/1');
  });
});
