import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROGRAM } from './helpers/run.ts';

type Locked = {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
};
const read = (name: string) => JSON.parse(readFileSync(join(PROGRAM, name), 'utf8'));
const packages: [string, Locked][] = Object.entries(read('package-lock.json').packages as Record<string, Locked>);
const installed = packages.filter(([name]) => name !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('every package is locked to its bytes, and none comes from elsewhere than a registry', () => {
  expect(installed.length).toBeGreaterThan(20);
  const loose = installed.filter(([, { integrity, link }]) => link === true || !/^sha512-/.test(integrity ?? ''));
  expect(loose.map(([name]) => name)).toEqual([]);
  const elsewhere = installed.filter(
    ([, { resolved }]) => resolved !== undefined && !/^https:\/\/registry\.npmjs\.org\//.test(resolved),
  );
  expect(elsewhere.map(([name, { resolved }]) => `${name} ${resolved}`)).toEqual([]);
});

test('only those that are named may run a script when they are installed', () => {
  const scripts = installed.filter(([, one]) => one.hasInstallScript).map(([name]) => nameOf(name));
  const allowed = Object.keys(read('package.json').allowScripts);
  expect(scripts.length).toBeGreaterThan(0);
  // fsevents is for macOS alone, where vitest asks for it; npm skips its script unless it is allowed.
  expect(scripts.filter((name) => name !== 'fsevents' && !allowed.includes(name))).toEqual([]);
});

test('what a user installs is SQLite and nothing else', () => {
  const { dependencies, optionalDependencies } = read('package.json');
  expect([...Object.keys(dependencies), ...Object.keys(optionalDependencies)]).toEqual([
    'better-sqlite3',
    'better-sqlite3-12',
  ]);
});
