// @ts-check
// How the libraries go into the bundle: without the parts that no command uses and that cost every start.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Node modules that libraries load at once and that we never use through them. commander starts other programs only
 * for executable subcommands; chalk asks for the terminal and the system only to guess a level, and is always told one.
 * Loading them costs a tenth of a start each.
 * @type {import('esbuild').Plugin}
 */
export const lean = {
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
 * inquirer brings a prompt that opens an editor, with tables of all the encodings its text may have: nine tenths of what
 * it would take to load. No question of ours is answered in an editor.
 * @type {import('esbuild').Plugin}
 */
export const noEditor = {
  name: 'no-editor',
  setup(hooks) {
    hooks.onResolve({ filter: /^@inquirer\/external-editor$/ }, (args) => ({
      path: args.path,
      namespace: 'no-editor',
    }));
    hooks.onLoad({ filter: /.*/, namespace: 'no-editor' }, () => ({
      contents: 'export const editAsync = undefined;',
      loader: 'js',
    }));
  },
};

/**
 * inquirer measures every line it shows with tables of all scripts, which take a tenth of a start to build. Through ours it
 * does so only where a line needs it.
 * @type {import('esbuild').Plugin}
 */
export const measuredByUs = {
  name: 'measured-by-us',
  setup(hooks) {
    hooks.onResolve({ filter: /^fast-wrap-ansi$/ }, (args) =>
      /node_modules.@inquirer/.test(args.importer) ? { path: args.path, namespace: 'measured-by-us' } : undefined,
    );
    hooks.onLoad({ filter: /.*/, namespace: 'measured-by-us' }, () => ({
      contents: "export { wrapStyled as wrapAnsi } from './src/formats/terminal/measure.ts';",
      loader: 'js',
      resolveDir: ROOT,
    }));
  },
};

/** Each library's one function. @type {Readonly<Record<string, string>>} */
const CALLED_BY_FEW = {
  'fast-string-width': 'default',
  'fast-wrap-ansi': 'wrapAnsi',
  'fastest-levenshtein': 'distance',
};

/**
 * Functions that few runs call are loaded when they are first called. Those for texts of uneven width build tables of all
 * scripts, a thirtieth of a start.
 * @type {import('esbuild').Plugin}
 */
export const librariesOnFirstCall = {
  name: 'libraries-on-first-call',
  setup(hooks) {
    hooks.onResolve({ filter: /^(fast-string-width|fast-wrap-ansi|fastest-levenshtein)$/ }, (args) =>
      args.importer.startsWith(join(ROOT, 'src')) ? { path: args.path, namespace: 'on-first-call' } : undefined,
    );
    hooks.onLoad({ filter: /.*/, namespace: 'on-first-call' }, ({ path }) => {
      const name = CALLED_BY_FEW[path];
      const called = `(...given) => require('${path}').${name}(...given)`;
      const contents = name === 'default' ? `export default ${called};` : `export const ${name} = ${called};`;
      return { contents, loader: 'js', resolveDir: ROOT };
    });
  },
};

/**
 * better-sqlite3's own JavaScript goes into the bundle, since finding its dozen small files costs a quarter of a start;
 * not what the record never asks of it, such as functions and tables written in JavaScript. Only its binary is looked up
 * when it runs: compiled here, or shipped in the package, in the nearest node_modules.
 * @type {import('esbuild').Plugin}
 */
export const sqlite = {
  name: 'sqlite',
  setup(hooks) {
    hooks.onResolve(
      {
        filter:
          /^(bindings|\.\/binding|\.\/methods\/(transaction|table|aggregate|function|backup|serialize|inspect|explain))$/,
      },
      (args) => {
        const found = /node_modules.(better-sqlite3(?:-12)?)[\\/]/.exec(args.importer)?.[1];
        if (found === undefined) return undefined;
        return args.path.startsWith('./methods')
          ? { path: args.path, namespace: 'unused' }
          : { path: found, namespace: 'sqlite' };
      },
    );
    hooks.onLoad({ filter: /.*/, namespace: 'sqlite' }, (args) => ({
      contents: binaryFinder(args.path),
      loader: 'js',
      resolveDir: ROOT,
    }));
    hooks.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: '', loader: 'js' }));
  },
};

/** @param {string} name */
const binaryFinder = (name) => `
  const { existsSync } = require('node:fs');
  const { dirname, sep, toNamespacedPath } = require('node:path');
  const target = process.platform + '-' + process.arch;
  const files = [
    ['build', 'Release', 'better_sqlite3.node'],
    ['prebuilds', target + '.node'],
    ['prebuilds', target.replace('linux-', 'linuxmusl-') + '.node'],
  ];
  // require() would do, at the price of a twentieth of a start.
  function find() {
    let last;
    for (let folder = dirname(__dirname); ; folder = dirname(folder)) {
      for (const file of files) {
        const path = [folder, 'node_modules', ${JSON.stringify(name)}, ...file].join(sep);
        if (!existsSync(path)) continue;
        try {
          const found = { exports: {} };
          process.dlopen(found, toNamespacedPath(path));
          return found.exports;
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
