import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Command, Option } from '../src/commands.ts';
import { commandLoaders } from '../src/features/index.ts';
import { GLOBAL_OPTIONS } from '../src/global-options.ts';
import { runInduct } from './helpers/run.ts';
import { shippedLoader } from './helpers/shipped.ts';

const ROOT = join(import.meta.dirname, '..');
const README = join(ROOT, 'README.md');
const readme = () => readFileSync(README, 'utf8');

/** With UPDATE_DOCS=1 the README is brought up to date instead of compared. */
const UPDATE = process.env.UPDATE_DOCS === '1';

function expectPart(name: string, wanted: string): void {
  const closing = name.split(':')[0] ?? name;
  const part = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${closing} -->)`);
  const now = readme();
  const next = now.replace(part, (_, open: string, close: string) => `${open}${wanted}${close}`);
  expect(part.test(now), `the README has no part ${name}`).toBe(true);
  if (UPDATE) writeFileSync(README, next);
  else expect(now).toBe(next);
}

async function rowsOf(command: Command, parent = ''): Promise<string[]> {
  const more = command.moreOptions === undefined ? [] : await command.moreOptions(shippedLoader);
  const options = [...(command.options ?? []), ...more].filter((option) => option.hidden !== true);
  const name = `${parent}${command.name}${command.args === undefined ? '' : ` ${command.args}`}`;
  const flags = options.map((option) => `\`${option.flags}\``).join(', ');
  const own = `| \`${name}\` | ${command.about}${flags === '' ? '' : `. Flags: ${flags}`} |`;
  const sub = await Promise.all((command.subcommands ?? []).map((one) => rowsOf(one, `${command.name} `)));
  return [own, ...sub.flat()];
}

describe('the README', () => {
  it('lists every command and flag', async () => {
    const commands = await Promise.all(Object.values(commandLoaders()).map((load) => load(false)));
    const rows = (await Promise.all(commands.map((command) => rowsOf(command)))).flat();
    const global = GLOBAL_OPTIONS.map((option: Option) => `| \`${option.flags}\` | ${option.about} |`);
    const table = ['| command | does |', '|---|---|', ...rows].map((row) => row.replace(/\|(?=[a-z-]+[>\]])/g, '\\|'));
    const everywhere = ['| flag, on every command | does |', '|---|---|', ...global];
    expectPart('reference', `${table.join('\n')}\n\n${everywhere.join('\n')}\n`);
  });

  it('shows the first screen as it is', async () => {
    const { stdout } = await runInduct(['start', '--council', 'Leeds', '--appointed', '2026-05-20', '--yes'], {
      today: '2026-05-20',
    });
    expectPart('screen: start', `\`\`\`\n${stdout}\`\`\`\n`);
  });

  it('shows the short view as it is after a week and a half', async () => {
    const { home } = await runInduct(['start', '--council', 'Leeds', '--appointed', '2026-05-20', '--yes'], {
      today: '2026-05-20',
    });
    const days: [string, string[]][] = [
      ['2026-05-21', ['done', '3.2']],
      ['2026-05-22', ['ask', '6', '--of', "the DCS's office", '--yes']],
      ['2026-05-26', ['done', '2.1']],
      ['2026-05-28', ['done', '3.1', '3.4']],
      ['2026-05-29', ['got', '6.1']],
      ['2026-05-29', ['book', '4.8', '--for', '3 June', '4pm']],
      ['2026-05-29', ['book', 'dcs-hour', '--for', '4 June', '9:30am']],
      ['2026-05-29', ['meetings', 'add', '7.2', '10 June', '10:30am']],
    ];
    for (const [today, argv] of days) {
      expect(await runInduct(argv, { home, today }), argv.join(' ')).toMatchObject({ exit: 0 });
    }
    const { stdout } = await runInduct([], { home, today: '2026-06-01' });
    expectPart('screen: short', `\`\`\`\n${stdout}\`\`\`\n`);
  });

  it('names only commands that exist', () => {
    const blocks = [...readme().matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1] ?? '').join('\n');
    const named = [...blocks.matchAll(/^induct ([a-z]+)/gm)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !Object.hasOwn(commandLoaders(), name) && name !== 'help')).toEqual([]);
  });
});

describe('CONTRIBUTING.md', () => {
  it('names only tests that are there', () => {
    const rows = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| '));
    const cells = rows.map((line) => line.split(' | ').at(-1) ?? '').join(' ');
    const named = [...cells.matchAll(/`([a-z0-9-]+(?:\/[a-z0-9-]+)+)`/g)].map((match) => match[1] ?? '');
    const test = (name: string) => join(ROOT, 'test', name);
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter((name) => !existsSync(test(name)) && !existsSync(`${test(name)}.test.ts`))).toEqual([]);
  });
});
