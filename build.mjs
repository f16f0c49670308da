// Bundles src into dist: one CommonJS file for everything that everyday commands need, and one for each part that is
// heavy and rarely needed. The source only says `import('…')`; which of those become files of their own is decided here.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const at = (path) => resolve(here, path);

/** Loaded on first use, each a file of its own: yaml with zod, inquirer, the commands run less often, help, files. */
const CHUNKS = {
  compile: at('src/packs/compile.ts'),
  inquirer: at('src/host/prompts/inquirer.ts'),
  cold: at('src/features/cold.ts'),
  help: at('src/help/command.ts'),
  open: at('src/host/open-target.ts'),
  write: at('src/host/files/write-file.ts'),
  ics: at('src/formats/ics/index.ts'),
  merge: at('src/store/merge.ts'),
};

/** Turns the dynamic imports of those into imports of their files. */
const chunks = {
  name: 'chunks',
  setup(hooks) {
    hooks.onResolve({ filter: /\.ts$/ }, (args) => {
      if (args.kind !== 'dynamic-import') return undefined;
      const found = Object.entries(CHUNKS).find(([, path]) => path === resolve(args.resolveDir, args.path));
      return found === undefined ? undefined : { path: `./${found[0]}.cjs`, external: true };
    });
  },
};

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

rmSync(at('dist'), { recursive: true, force: true });
await build({ ...common, entryPoints: CHUNKS, outdir: at('dist'), plugins: [chunks, lean] });
const hash = createHash('sha256')
  .update(readFileSync(at('dist/compile.cjs')))
  .digest('hex')
  .slice(0, 16);
await build({
  ...common,
  entryPoints: { main: at('src/entry.ts') },
  outdir: at('dist'),
  plugins: [chunks, lean, sqlite],
  define: { INDUCT_BUILD: JSON.stringify(hash) },
});

// bin/code-cache.js counts on one byte a character.
if (/[^\x00-\x7f]/.test(readFileSync(at('dist/main.cjs'), 'utf8'))) throw new Error('the bundle is not plain ASCII');
