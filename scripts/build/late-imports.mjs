// @ts-check
// What becomes of a dynamic import in the sources: a file of its own, loaded when the import is reached; or, for what
// nearly every everyday command needs, a part of the main file.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const LATE = /(?<!typeof )\bimport\('(\.[^']+\.ts)'\)/g;

/**
 * Every source that some source imports late.
 * @param {string} sources their folder
 * @returns {string[]} paths, sorted
 */
export function lateImports(sources) {
  const names = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const found = names.flatMap((name) => {
    const path = join(sources, name);
    return [...readFileSync(path, 'utf8').matchAll(LATE)].map(([, to = '']) => resolve(dirname(path), to));
  });
  return [...new Set(found)].sort();
}

/**
 * The name of the file that a source becomes, without its ending: the path, with `features` left out.
 * @param {string} sources @param {string} path
 */
export function chunkName(sources, path) {
  return relative(sources, path)
    .replace(/\.ts$/, '')
    .replace(/^features[\\/]/, '')
    .replaceAll(/[\\/]/g, '-');
}

/**
 * Writes the late imports of the sources for the bundle. An `import()` that esbuild sees puts all that is behind it into
 * functions of their own, module by module, which takes twice as long to start as one after another; so those of the
 * main file become imports like any other, and the rest a plain `require`, with what the files share.
 * @param {string} sources
 * @param {{ early: readonly string[], waiting: readonly string[] }} inMain what of the main file is set up when it starts,
 *   and what waits there until it is asked for
 * @returns {import('esbuild').Plugin}
 */
export const writeLateImports = (sources, inMain) => ({
  name: 'late-imports',
  setup(hooks) {
    hooks.onLoad({ filter: /\.ts$/, namespace: 'file' }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      /** @type {string[]} */
      const early = [];
      const contents = text.replaceAll(LATE, (_, /** @type {string} */ to) => {
        const target = resolve(dirname(path), to);
        if (inMain.waiting.includes(target)) return `import('${to}')`;
        if (!inMain.early.includes(target))
          return `Promise.resolve(require('./${chunkName(sources, target)}.cjs')(inductShared))`;
        early.push(`import * as early${early.length} from '${to}';`);
        return `Promise.resolve(early${early.length - 1})`;
      });
      return { contents: `${contents}\n${early.join('\n')}`, loader: 'ts' };
    });
    // No source does anything when it is imported, so what nothing uses of it can be left out.
    hooks.onResolve({ filter: /\.ts$/ }, (args) =>
      args.kind === 'import-statement' ? { path: resolve(args.resolveDir, args.path), sideEffects: false } : undefined,
    );
    hooks.onResolve({ filter: /^\.\/[^/]+\.cjs$/ }, (args) => ({ path: args.path, external: true }));
  },
});
