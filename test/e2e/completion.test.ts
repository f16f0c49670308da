import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { SCRIPTS } from '../../src/features/completion/scripts.ts';
import { folderOfRun } from '../helpers/folders.ts';
import { BIN, ensureBuilt, NODE } from './built.ts';

const folder = folderOfRun();
const PATIENCE_MS = 120_000;

function has(shell: string): boolean {
  try {
    return execFileSync(shell, ['-c', 'echo yes'], { encoding: 'utf8' }).startsWith('yes');
  } catch {
    return false;
  }
}

/** Runs a few lines in a shell that has the completion loaded, and induct on its way. */
function inShell(shell: string, args: readonly string[]): string[] {
  const env = {
    ...process.env,
    PATH: `${folder}${delimiter}${process.env.PATH ?? ''}`,
    INDUCT_HOME: join(folder, 'home'),
  };
  const said = execFileSync(shell, args, { encoding: 'utf8', env, cwd: folder });
  return said.split('\n').filter((line) => line !== '');
}

const script = (shell: keyof typeof SCRIPTS) => {
  const path = join(folder, `induct.${shell}`);
  writeFileSync(path, SCRIPTS[shell]);
  return path;
};

beforeAll(async () => {
  await ensureBuilt();
  const path = join(folder, 'induct');
  writeFileSync(path, `#!/bin/sh\nexec "${NODE}" "${BIN}" "$@"\n`);
  chmodSync(path, 0o755);
}, PATIENCE_MS);

describe.skipIf(!has('bash'))('bash', () => {
  const press = (...words: string[]) =>
    `COMP_WORDS=(induct ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _induct; printf '%s\\n' "\${COMPREPLY[@]}"`;

  test('reads the script, and st<Tab> yields start and status', () => {
    const path = script('bash');
    expect(inShell('bash', ['-n', path])).toEqual([]);
    const both = `set -u; source '${path}'; ${press('st')}; ${press('profile', 'dcs_post', 'i')}; ${press('')} | head -1`;
    expect(inShell('bash', ['-c', both])).toEqual(['start', 'status', 'in-post', 'interim', 'start']);
  });
});

describe.skipIf(!has('zsh'))('zsh', () => {
  test('reads the script, and hands over what is suggested', () => {
    const path = script('zsh');
    expect(inShell('zsh', ['-n', path])).toEqual([]);
    const lines = `compdef() { :; }; source '${path}'; _describe() { print -l -- "\${(@P)2}"; }; _files() { print files; };
      words=(induct st); CURRENT=2; _induct; words=(induct done x 3.7); CURRENT=4; _induct; words=(induct add x); CURRENT=3; _induct`;
    const said = inShell('zsh', ['-fc', lines]).map((line) => line.split(':')[0]);
    expect(said).toEqual(['start', 'status', '3.7', 'files']);
  });
});

describe.skipIf(!has('fish'))('fish', () => {
  test('reads the script, and completes', () => {
    const path = script('fish');
    expect(inShell('fish', ['-n', path])).toEqual([]);
    const lines = `source '${path}'; complete -C 'induct st'; complete -C 'induct profile dcs_post va'`;
    expect(inShell('fish', ['-c', lines]).map((line) => line.split('\t')[0])).toEqual(['start', 'status', 'vacant']);
  });
});
