// @ts-check
// Modules of functions that few runs call. The source imports them like any other; in the main file there is only what loads
// them when one is first called: from a file of their own, or, where that would be one file more for many a command, from
// one function that all of the module lies in. V8 neither reads on nor keeps what is in a function that was never called.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The functions that a source exports.
 * @param {string} path
 * @throws Error where it exports anything else but types: that could not wait
 */
export function functionsOf(path) {
  const text = readFileSync(path, 'utf8');
  const other = /^export (?!(async )?function |type ).*/m.exec(text)?.[0];
  if (other !== undefined) throw new Error(`${path} exports more than functions: ${other}`);
  return [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name = '']) => name);
}

/**
 * @param {string} name tells apart those that are loaded in one way from those that are loaded in another
 * @param {readonly string[]} calledByFew their paths
 * @param {(path: string) => string | Promise<string>} loading how one is loaded: an expression that gives its exports
 * @returns {import('esbuild').Plugin}
 */
export const onFirstCall = (name, calledByFew, loading) => ({
  name,
  setup(hooks) {
    hooks.onResolve({ filter: /\.ts$/ }, (args) => {
      const path = resolve(args.resolveDir, args.path);
      if (args.kind !== 'import-statement' || !calledByFew.includes(path)) return undefined;
      return { path, namespace: name, sideEffects: false };
    });
    hooks.onLoad({ filter: /.*/, namespace: name }, async ({ path }) => {
      const functions = functionsOf(path).map(
        (each) => `export const ${each} = (...given) => made().${each}(...given);`,
      );
      const contents = `let kept;\nconst made = () => kept ??= ${await loading(path)};\n${functions.join('\n')}`;
      return { contents, loader: 'js' };
    });
  },
});
