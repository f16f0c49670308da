// Bundles src into dist: one CommonJS file for everything that everyday commands need, and one for each part that is
// heavy and rarely needed. The source only says `import('…')`; which of those become files of their own is decided here.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { carriedAt, licencesOf, placesOf } from './scripts/bundled.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const at = (path) => resolve(here, path);

/** Loaded by a dynamic import, and yet in the main file: what nearly every everyday command needs. */
const IN_MAIN = [
  'src/features/short/command.ts',
  'src/features/status/command.ts',
  'src/features/next/command.ts',
  'src/features/meetings/list.ts',
  'src/formats/terminal/colour.ts',
  'src/store/store.ts',
].map(at);

/**
 * Loaded on first use, each a file of its own: every other dynamic import of a source, such as a command, commander, yaml
 * with zod, inquirer. The name of the file is the path of its source.
 */
const CHUNKS = Object.fromEntries(
  lateImports()
    .filter((path) => !IN_MAIN.includes(path))
    .map((path) => [chunkName(path), path]),
);

function lateImports() {
  const sources = readdirSync(at('src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const found = sources.flatMap((name) => {
    const path = at(`src/${name}`);
    const late = [...readFileSync(path, 'utf8').matchAll(/(?<!typeof )\bimport\('(\.[^']+\.ts)'\)/g)];
    return late.map(([, to]) => resolve(dirname(path), to));
  });
  return [...new Set(found)].sort();
}

function chunkName(path) {
  return relative(at('src'), path)
    .replace(/\.ts$/, '')
    .replace(/^features[\\/]/, '')
    .replaceAll(/[\\/]/g, '-');
}

/** Turns the dynamic imports of those into imports of their files, which are handed what the main file shares. */
const chunks = (shared) => ({
  name: 'chunks',
  setup(hooks) {
    hooks.onResolve({ filter: /\.ts$/ }, (args) => {
      if (args.kind !== 'dynamic-import') return undefined;
      const path = resolve(args.resolveDir, args.path);
      return IN_MAIN.includes(path) ? undefined : { path: chunkName(path), namespace: 'chunk' };
    });
    hooks.onResolve({ filter: /^\.\/.*\.cjs$/ }, (args) => ({ path: args.path, external: true }));
    hooks.onLoad({ filter: /.*/, namespace: 'chunk' }, ({ path }) => ({
      contents: `module.exports = require('./${path}.cjs')(${shared});`,
      loader: 'js',
      resolveDir: here,
    }));
  },
});

/**
 * What the main file has loaded anyway, a chunk takes from it instead of bringing a copy: the modules that everything
 * else stands on. The main file hands them to a chunk as functions, by the path of their source.
 */
const takesShared = (paths) => ({
  name: 'takes-shared',
  setup(hooks) {
    hooks.onResolve({ filter: /\.ts$/ }, (args) => {
      const path = relative(here, resolve(args.resolveDir, args.path)).replaceAll('\\', '/');
      if (args.kind !== 'import-statement' || !paths.includes(path)) return undefined;
      return { path, namespace: 'shared' };
    });
    hooks.onLoad({ filter: /.*/, namespace: 'shared' }, ({ path }) => ({
      contents: `module.exports = shared[${JSON.stringify(path)}];`,
      loader: 'js',
    }));
  },
});

/** In the main file: the modules that chunks take, by the path of their source. */
const givesShared = (paths) => ({
  name: 'gives-shared',
  setup(hooks) {
    hooks.onResolve({ filter: /^shared$/ }, () => ({ path: 'shared', namespace: 'gives' }));
    hooks.onLoad({ filter: /.*/, namespace: 'gives' }, () => ({
      contents: [
        ...paths.map((path, index) => `import * as m${index} from ${JSON.stringify(`./${path}`)};`),
        `export const shared = { ${paths.map((path, index) => `get ${JSON.stringify(path)}() { return m${index}; }`).join(', ')} };`,
      ].join('\n'),
      loader: 'js',
      resolveDir: here,
    }));
  },
});

/**
 * Node modules that libraries load at once and that we never use through them. commander starts other programs only
 * for executable subcommands; chalk asks for the
 * terminal and the system only to guess a level, and is always told one. Loading them
 * costs a tenth of a start each.
 */
const lean = {
  name: 'lean',
  setup(hooks) {
    hooks.onResolve({ filter: /^node:(child_process|tty|os)$/ }, (args) =>
      /node_modules.(commander|chalk)/.test(args.importer) ? { path: args.path, namespace: 'lean' } : undefined,
    );
    hooks.onLoad({ filter: /.*/, namespace: 'lean' }, () => ({
      contents: 'module.exports = { spawn: undefined, isatty: () => false, release: () => "" };',
      loader: 'js',
    }));
  },
};

/**
 * better-sqlite3's own JavaScript goes into the bundle, since finding its dozen small files costs a quarter of a start.
 * Only its binary is looked up when it runs: compiled here, or shipped in the package, in the nearest node_modules.
 */
const sqlite = {
  name: 'sqlite',
  setup(hooks) {
    hooks.onResolve({ filter: /^(bindings|\.\/binding)$/ }, (args) => {
      const found = /node_modules.(better-sqlite3(?:-12)?)[\\/]/.exec(args.importer);
      return found === null ? undefined : { path: found[1], namespace: 'sqlite' };
    });
    hooks.onLoad({ filter: /.*/, namespace: 'sqlite' }, (args) => ({
      contents: binaryFinder(args.path),
      loader: 'js',
      resolveDir: here,
    }));
  },
};

const binaryFinder = (name) => `
  const { existsSync } = require('node:fs');
  const { dirname, join } = require('node:path');
  const target = process.platform + '-' + process.arch;
  const files = [
    ['build', 'Release', 'better_sqlite3.node'],
    ['prebuilds', target + '.node'],
    ['prebuilds', target.replace('linux-', 'linuxmusl-') + '.node'],
  ];
  function find() {
    let last;
    for (let folder = __dirname; ; folder = dirname(folder)) {
      for (const file of files) {
        const path = join(folder, 'node_modules', ${JSON.stringify(name)}, ...file);
        if (!existsSync(path)) continue;
        try {
          return require(path);
        } catch (error) {
          last = error;
        }
      }
      if (folder === dirname(folder)) break;
    }
    throw last ?? Object.assign(new Error('no binary of ${name}'), { code: 'MODULE_NOT_FOUND' });
  }
  module.exports = find;
  module.exports.getBinding = find;
`;

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  keepNames: false,
  legalComments: 'none',
  charset: 'ascii',
  supported: { 'dynamic-import': false },
  outExtension: { '.js': '.cjs' },
  logLevel: 'warning',
};

const main = { ...common, entryPoints: { main: at('src/entry.ts') }, outdir: at('dist') };

/** The sources that the main file loads when it starts, and those of the record, which it can share; and all that goes into it. */
async function loadedAtStart() {
  const { metafile } = await build({
    ...main,
    plugins: [chunks('{}'), lean, sqlite],
    define: { INDUCT_BUILD: '""' },
    metafile: true,
    write: false,
  });
  const seen = new Set();
  const waiting = ['src/entry.ts', 'src/store/store.ts'];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const imports = metafile.inputs[path].imports.filter((one) => one.kind === 'import-statement' && !one.external);
    waiting.push(...imports.map((one) => one.path));
  }
  const paths = [...seen].filter((path) => path.startsWith('src/') && path !== 'src/entry.ts').sort();
  return { paths, inputs: Object.keys(metafile.inputs) };
}

/** Says which packages are in the bundle, and brings their licences. */
function writeBundled(files) {
  const places = placesOf(files);
  const lock = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'));
  writeFileSync(at('dist/bundled.json'), `${JSON.stringify(places, null, 2)}\n`);
  writeFileSync(at('dist/licences.md'), licencesOf(here, carriedAt(places, lock)));
}

const { paths, inputs } = await loadedAtStart();
mkdirSync(at('dist'), { recursive: true });
// What `npm run portable` made stays.
for (const name of readdirSync(at('dist'))) if (name !== 'portable') rmSync(at(`dist/${name}`), { recursive: true });
const { metafile: ofChunks } = await build({
  ...common,
  metafile: true,
  entryPoints: CHUNKS,
  outdir: at('dist'),
  plugins: [chunks('shared'), takesShared(paths), lean],
  // A chunk is a function of what is shared, and made once.
  banner: {
    js: 'let made;module.exports=(shared)=>made??=make(shared);function make(shared){const module={exports:{}};let exports=module.exports;',
  },
  footer: { js: 'return module.exports}' },
});
writeBundled([...inputs, ...Object.keys(ofChunks.inputs)]);
const hash = createHash('sha256')
  .update(readFileSync(at('dist/packs-compile.cjs')))
  .digest('hex')
  .slice(0, 16);
await build({
  ...main,
  plugins: [chunks("require('shared').shared"), givesShared(paths), lean, sqlite],
  define: { INDUCT_BUILD: JSON.stringify(hash) },
});

// bin/code-cache.js counts on one byte a character.
if (/[^\x00-\x7f]/.test(readFileSync(at('dist/main.cjs'), 'utf8'))) throw new Error('the bundle is not plain ASCII');
