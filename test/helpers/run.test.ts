import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { draft } from '../../src/core/events.ts';
import { Interrupted } from '../../src/host/prompts/prompter.ts';
import { INTERRUPT, scriptedPrompter } from './prompter.ts';
import { runInduct, startHome, TODAY } from './run.ts';

describe('runInduct', () => {
  test('runs over a real home', async () => {
    const home = await startHome();
    const run = await runInduct(['next', '2', '--json'], { home });
    expect(run).toMatchObject({ exit: 0, stderr: '', asked: [], home });
    expect(run.json).toMatchObject({
      schema: 'induct.next/1',
      today: TODAY,
      induction: { council: { name: 'Leeds City Council' } },
    });
    expect(run.json.next).toHaveLength(2);
    expect(run.error).toBeUndefined();
  });

  test('gives the error document', async () => {
    const run = await runInduct(['next', '--json']);
    expect(run).toMatchObject({ exit: 3, stdout: '', json: undefined, error: { code: 3 } });
  });

  test('hands the width and the terminal on', async () => {
    const home = await startHome();
    const narrow = await runInduct(['next'], { home, columns: 40 });
    expect(Math.max(...narrow.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
    const terminal = await runInduct(['next'], { home, tty: true, env: { FORCE_COLOR: '1' } });
    expect(terminal.exit).toBe(0);
  });

  test('asks, and tells what it offered', async () => {
    const home = await startHome();
    const run = await runInduct(['done'], { home, tty: true, answers: ['dcs.vision'] });
    expect(run).toMatchObject({ exit: 0, asked: ['What was done?'] });
    expect(run.offered[0]?.length).toBeGreaterThan(50);
  });

  test('reads real lines', async () => {
    const home = await startHome();
    const run = await runInduct(['done'], { home, tty: true, accessible: true, stdin: '0\n1\n' });
    expect(run.exit).toBe(0);
    expect(run.stderr).toContain('Type a number from 1 to');
  });

  test('an interrupt ends with 130', async () => {
    const home = await startHome();
    expect((await runInduct(['done'], { home, tty: true, answers: [INTERRUPT] })).exit).toBe(130);
  });

  test('an unexpected question fails', async () => {
    const home = await startHome();
    await expect(runInduct(['done'], { home, tty: true })).rejects.toThrow('unexpected question: "What was done?"');
  });

  test('an answer that was not offered fails', async () => {
    const home = await startHome();
    await expect(runInduct(['done'], { home, tty: true, answers: ['nothing'] })).rejects.toThrow('and not "nothing"');
  });

  test('an answer left over fails', async () => {
    const home = await startHome();
    await expect(runInduct(['next'], { home, tty: true, answers: ['dcs.vision', true] })).rejects.toThrow(
      'not asked for: "dcs.vision", true',
    );
  });
});

describe('the scripted prompter', () => {
  const read = (typed: string) =>
    /^\d+$/.test(typed) ? { ok: true as const, value: Number(typed) } : { ok: false as const, why: 'a number' };

  test('records what was refused, and takes the next answer', async () => {
    const { prompter, asked, failure } = scriptedPrompter(['x', '', '7']);
    await expect(prompter.type({ message: 'How many?' }, read)).resolves.toBe(7);
    expect(asked).toEqual(['How many?', 'refused "x": a number', 'refused "": a number']);
    expect(failure()).toBeNull();
  });

  test('Enter takes what is preset', async () => {
    const { prompter } = scriptedPrompter(['', '', '']);
    await expect(prompter.type({ message: 'a' }, read, '5')).resolves.toBe(5);
    await expect(prompter.choose({ message: 'b' }, [{ id: 'one', label: 'One' }], 'one')).resolves.toBe('one');
    await expect(prompter.confirm({ message: 'c' }, false)).resolves.toBe(false);
  });

  test('stops', async () => {
    await expect(scriptedPrompter([INTERRUPT]).prompter.confirm({ message: 'a' }, true)).rejects.toBeInstanceOf(
      Interrupted,
    );
  });
});

describe('startHome', () => {
  test('makes a plan, with more holders and records', async () => {
    const home = await startHome({ answers: { name: 'Aisha Khan' } });
    await startHome({ home, dcsPost: 'vacant', drafts: [draft('done', 'dcs.vision', 'Call', TODAY, { was: 'todo' })] });
    const run = await runInduct(['next', '99', '--json'], { home });
    expect(run.json.next.flatMap((occasion: { actions: string[] }) => occasion.actions)).not.toContain('dcs.vision');
    expect((await runInduct(['next', '--json', '--holder', 'Khan'], { home })).json.induction.name).toBe('Aisha Khan');
  });

  test('leaves nothing behind', async () => {
    // The folder of the test before is gone when this one runs.
    expect(existsSync(gone)).toBe(false);
  });

  let gone = '';
  test.sequential('a folder for the next test', async () => {
    gone = await startHome();
    expect(existsSync(gone)).toBe(true);
  });
});
