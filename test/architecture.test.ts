import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROGRAM } from './helpers/run.ts';

/** One import or export-from, static or dynamic. `onlyTypes`: it leaves nothing behind when the program runs. */
type Import = { readonly from: string; readonly onlyTypes: boolean; readonly dynamic: boolean };
type Source = { readonly path: string; readonly code: string; readonly imports: readonly Import[] };

/** Code without comments and without what stands in quotation marks, so that words in sentences are no code. */
function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[\s;,({])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

function importsOf(text: string): Import[] {
  const without = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const fixed = [...without.matchAll(/^(?:import|export)\s+(type\s+)?([^;'"]*?)\s*from\s+'([^']+)'/gm)].map(
    ([, type, names = '', from = '']) => ({ from, onlyTypes: type !== undefined || allTypes(names), dynamic: false }),
  );
  const bare = [...without.matchAll(/^import\s+'([^']+)'/gm)].map(([, from = '']) => ({
    from,
    onlyTypes: false,
    dynamic: false,
  }));
  const late = [...without.matchAll(/\bimport\('([^']+)'\)/g)].map(([, from = '']) => ({
    from,
    onlyTypes: false,
    dynamic: true,
  }));
  return [...fixed, ...bare, ...late];
}

/** `{ type A, type B }` */
function allTypes(names: string): boolean {
  const inside = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
  if (inside === undefined) return false;
  const parts = inside.split(',').map((part) => part.trim());
  return parts.filter((part) => part !== '').every((part) => part.startsWith('type '));
}

function read(folder: string): Source[] {
  const names = readdirSync(join(PROGRAM, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => {
      const path = join(folder, name).replaceAll('\\', '/');
      const text = readFileSync(join(PROGRAM, path), 'utf8');
      // A path in an import is a path of the project: src/core/pack.ts.
      const imports = importsOf(text).map((one) => ({
        ...one,
        from: one.from.startsWith('.')
          ? relative(PROGRAM, join(PROGRAM, dirname(path), one.from)).replaceAll('\\', '/')
          : one.from,
      }));
      return { path, code: codeOf(text), imports };
    });
}

const SOURCES = read('src');
const TESTS = read('test');
const under = (...folders: string[]) =>
  SOURCES.filter(({ path }) => folders.some((folder) => path.startsWith(`src/${folder}`)));
const room = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? null;

/** Every import of some sources that is not allowed, as `file: what it imports`. */
function against(
  sources: readonly Source[],
  allowed: (from: string, source: Source, one: Import) => boolean,
): string[] {
  return sources.flatMap((source) =>
    source.imports.filter((one) => !allowed(one.from, source, one)).map((one) => `${source.path}: ${one.from}`),
  );
}

const SPELLING = /^src\/core\/nearest\.ts$/;
const MEASURE = /^src\/formats\/terminal\/measure\.ts$/;

describe('the test itself', () => {
  test('finds every import, and what it leaves behind', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from './b.ts';",
      "import { type C, type D } from './c.ts';",
      "import {\n  type E,\n  f,\n} from './e.ts';",
      "import './side.ts';",
      "export { g } from './g.ts';",
      "export type { H } from './h.ts';",
      "// import { no } from './no.ts';",
      "const x = await import('./late.ts');",
    ].join('\n');
    const found = importsOf(text).map(
      ({ from, onlyTypes, dynamic }) => `${from}${onlyTypes ? ' type' : ''}${dynamic ? ' late' : ''}`,
    );
    expect(found).toEqual([
      './a.ts',
      './b.ts type',
      './c.ts type',
      './e.ts',
      './g.ts',
      './h.ts type',
      './side.ts',
      './late.ts late',
    ]);
  });

  test('reads the whole program', () => {
    expect(SOURCES.length).toBeGreaterThan(100);
    const known = new Set(SOURCES.map(({ path }) => path));
    const missing = against(SOURCES, (from) => !from.startsWith('src/') || known.has(from));
    expect(missing).toEqual([]);
  });
});

describe('who may import whom', () => {
  test('core imports only itself', () => {
    const wrong = against(under('core/'), (from, { path }) => {
      if (/^date-fns(\/|$)/.test(from)) return path.startsWith('src/core/dates/');
      if (from === 'fastest-levenshtein') return SPELLING.test(path);
      return from.startsWith('src/core/');
    });
    expect(wrong).toEqual([]);
  });

  test('a feature imports no other feature', () => {
    const wrong = against(under('features/'), (from, { path }) => {
      const other = room(from);
      return other === null || other === room(path) || /^src\/features\/[a-z]+\.ts$/.test(path);
    });
    expect(wrong).toEqual([]);
  });

  test('view, decide, text and section are pure', () => {
    const pure = under('features/').filter(({ path }) => /\/(view|decide|text|section)[a-z-]*\.ts$/.test(path));
    expect(pure.length).toBeGreaterThan(5);
    const wrong = against(pure, (from, { path }, { onlyTypes }) => {
      if (from.startsWith('src/core/') || from === 'src/formats/terminal/blocks.ts') return true;
      if (room(from) !== null && room(from) === room(path)) return !from.endsWith('/command.ts');
      return onlyTypes && (from === 'src/commands.ts' || from.startsWith('src/formats/'));
    });
    expect(wrong).toEqual([]);
  });

  test('a command reaches the store, the packs and the prompters only through its host', () => {
    const wrong = against(under('features/'), (from, _, { onlyTypes }) => {
      return onlyTypes || !/^src\/(store|packs|host)\//.test(from);
    });
    expect(wrong).toEqual([]);
  });

  test('the store knows nothing of packs, and the packs nothing of the store', () => {
    const inside = (name: string) => (from: string) =>
      from.startsWith(`src/${name}/`) || from.startsWith('src/core/') || !from.startsWith('src/');
    expect(against(under('store/'), inside('store'))).toEqual([]);
    expect(against(under('packs/'), inside('packs'))).toEqual([]);
  });

  test('formats know nothing but core', () => {
    expect(
      against(under('formats/'), (from) => /^src\/(core|formats)\//.test(from) || !from.startsWith('src/')),
    ).toEqual([]);
  });

  test('nothing below imports what stands above it', () => {
    const above = /^src\/(main|program|entry)\.ts$|^src\/(features|help)\//;
    const below = under('session/', 'host/', 'store/', 'packs/', 'formats/', 'core/');
    expect(against(below, (from) => !above.test(from))).toEqual([]);
  });

  test('the program never imports a test, nor a test the bundle', () => {
    expect(against(SOURCES, (from) => !/^(test|bench|dist|bin)\//.test(from))).toEqual([]);
    expect(against(TESTS, (from) => !/^dist\//.test(from))).toEqual([]);
  });
});

/** Each dependency, and the files that may import it. The width of text has one door, whichever library stands behind it. */
const DOORS: Readonly<Record<string, RegExp>> = {
  'date-fns': /^src\/core\/dates\//,
  'fastest-levenshtein': SPELLING,
  chalk: /^src\/formats\/terminal\/colour\.ts$/,
  'string-width': MEASURE,
  'wrap-ansi': MEASURE,
  'fast-string-width': MEASURE,
  'fast-wrap-ansi': MEASURE,
  'better-sqlite3': /^src\/store\/sqlite\.ts$/,
  'better-sqlite3-12': /^src\/store\/sqlite\.ts$/,
  yaml: /^src\/packs\/read-yaml\.ts$/,
  zod: /^src\/packs\/sections\/zod\.ts$/,
  inquirer: /^src\/host\/prompts\/inquirer\.ts$/,
  commander: /^src\/(program\.ts$|help\/)/,
  '@noble/hashes': /^src\/store\/quick-crypto\.ts$/,
  'env-paths': /^src\/host\/node\.ts$/,
  open: /^src\/host\/open-target\.ts$/,
  'csv-parse': /^src\/formats\/csv\//,
  'ical.js': /^src\/formats\/ics\/library\.ts$/,
};

/** The package of an import: `date-fns` of `date-fns/addDays`. */
function packageOf(from: string): string {
  if (from.startsWith('src/')) return from;
  const [first = from, second] = from.split('/');
  return first.startsWith('@') && second !== undefined ? `${first}/${second}` : first;
}

describe('one door per dependency', () => {
  test.each(Object.entries(DOORS))('%s', (name, door) => {
    const users = SOURCES.filter(({ imports }) =>
      imports.some(({ from }) => from === name || from.startsWith(`${name}/`)),
    );
    expect(users.filter(({ path }) => !door.test(path)).map(({ path }) => path)).toEqual([]);
    if (door !== MEASURE) expect(users.length).toBeGreaterThan(0);
  });

  test('the help takes only types from commander', () => {
    expect(against(under('help/'), (from, _, { onlyTypes }) => from !== 'commander' || onlyTypes)).toEqual([]);
  });

  test('there are no others', () => {
    const wrong = against(SOURCES, (from) => {
      return (
        from.startsWith('src/') ||
        from.startsWith('node:') ||
        Object.hasOwn(DOORS, packageOf(from)) ||
        from === 'package.json'
      );
    });
    expect(wrong).toEqual([]);
    const { dependencies, optionalDependencies, devDependencies } = JSON.parse(
      readFileSync(join(PROGRAM, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string>>;
    const declared = new Set(Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies }));
    const used = SOURCES.flatMap(({ imports }) => imports.map(({ from }) => packageOf(from))).filter((from) =>
      Object.hasOwn(DOORS, from),
    );
    expect([...new Set(used)].filter((name) => !declared.has(name))).toEqual([]);
  });

  test('files are touched only by the store, the packs and the host', () => {
    const wrong = against(SOURCES, (from, { path }) => from !== 'node:fs' || /^src\/(store|packs|host)\//.test(path));
    expect(wrong).toEqual([]);
  });
});

/** Every line of some sources that a pattern is found in. */
function found(sources: readonly Source[], pattern: RegExp): string[] {
  return sources.flatMap(({ path, code }) =>
    code.split('\n').flatMap((line) => (pattern.test(line) ? [`${path}: ${line.trim()}`] : [])),
  );
}

describe('what is not done', () => {
  const everywhereBut = (...folders: string[]) =>
    SOURCES.filter(({ path }) => !folders.some((folder) => path.startsWith(`src/${folder}`)));

  test('no process.exit', () => {
    expect(found(SOURCES, /\bprocess\s*\.\s*(exit\b|exitCode|abort|kill|reallyExit)/)).toEqual([]);
  });

  test('no clock outside dates and host', () => {
    expect(
      found(everywhereBut('core/dates/', 'host/'), /\bDate\s*\(|\bnew Date\b|\bDate\.(now|parse)\b|performance\.now/),
    ).toEqual([]);
  });

  test('no chance', () => {
    expect(found(SOURCES, /Math\.random/)).toEqual([]);
  });

  test('no locale of this machine', () => {
    expect(found(everywhereBut('core/dates/'), /\bIntl\b|toLocale|localeCompare/)).toEqual([]);
  });

  test('no environment and no stream outside the host', () => {
    expect(found(everywhereBut('host/'), /\bprocess\.(env|argv|stdin|stdout|stderr|cwd|on)\b|\bconsole\./)).toEqual([]);
  });

  test('core is pure', () => {
    expect(found(under('core/'), /\bprocess\b|\bglobalThis\b|\bBuffer\b|\bawait\b|\basync\b/)).toEqual([]);
  });

  test('SQL is never put together from what was typed', () => {
    const constants = /\$\{(EVENT_COLUMNS|NOT_UNDONE|APPLICATION_ID|SCHEMA_VERSION|only|steps\.length)\}/g;
    const sql = /\b(SELECT|INSERT|UPDATE|DELETE|PRAGMA)\b.*\$\{/;
    const lines = under('store/').flatMap(({ path, code }) =>
      code.split('\n').flatMap((line) => (sql.test(line.replace(constants, '')) ? [`${path}: ${line.trim()}`] : [])),
    );
    expect(lines).toEqual([]);
  });

  test('no door to the network', () => {
    const wrong = against(SOURCES, (from) => !/^node:(http|https|http2|net|tls|dgram|dns|inspector)/.test(from));
    expect(wrong).toEqual([]);
    expect(found(SOURCES, /\bfetch\(|XMLHttpRequest|WebSocket/)).toEqual([]);
  });

  test('no test replaces a module, and none sleeps', () => {
    const mocks = new RegExp(['vi', '(mock|doMock|stubGlobal)\\('].join('\\.'));
    expect(found(TESTS, mocks)).toEqual([]);
    expect(found(TESTS, /(test|it|describe)\.(only|skip|todo)\(/)).toEqual([]);
    expect(found(TESTS, new RegExp(['set', '\\((resolve|done)\\b|timers/promises'].join('Timeout')))).toEqual([]);
  });
});

describe('what an everyday command loads', () => {
  const byPath = new Map(SOURCES.map((source) => [source.path, source]));

  /** Everything reached from a file by static imports that leave something behind, and how: file ← file ← … */
  function reached(from: string): Map<string, string> {
    const seen = new Map([[from, from]]);
    const waiting = [from];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      for (const one of byPath.get(path)?.imports ?? []) {
        if (one.onlyTypes || one.dynamic || seen.has(one.from)) continue;
        seen.set(one.from, `${one.from} ← ${seen.get(path)}`);
        waiting.push(one.from);
      }
    }
    return seen;
  }

  test.each(['src/main.ts', 'src/entry.ts'])('%s reaches nothing heavy', (path) => {
    const all = reached(path);
    expect(all.size).toBeGreaterThan(20);
    const heavy = ['yaml', 'zod', 'inquirer', 'better-sqlite3', 'better-sqlite3-12', 'env-paths'];
    expect(heavy.flatMap((name) => all.get(name) ?? [])).toEqual([]);
  });

  test('a feature is loaded when its command is called', () => {
    const all = [...reached('src/main.ts').keys()];
    expect(all.filter((path) => path.endsWith('/command.ts') && path.startsWith('src/features/'))).toEqual([]);
  });

  test('the walk itself finds what is heavy', () => {
    const behind = ['compile', 'read-yaml'].map((name) => reached(`src/packs/${name}.ts`));
    expect(behind.map((all) => ['yaml', 'zod'].filter((name) => all.has(name)))).toEqual([['zod'], ['yaml']]);
  });
});

describe('files', () => {
  test('are mostly under 120 lines, rarely over 200', () => {
    const lengths = SOURCES.map(
      ({ path }) => [path, readFileSync(join(PROGRAM, path), 'utf8').split('\n').length] as const,
    );
    const long = lengths.filter(([, length]) => length > 120);
    expect(lengths.filter(([, length]) => length > 250).map(([path, length]) => `${path} ${length}`)).toEqual([]);
    expect(long.length / lengths.length).toBeLessThan(0.2);
  });
});
