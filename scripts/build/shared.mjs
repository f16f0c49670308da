// @ts-check
// What the main file has loaded anyway, a later file takes from it instead of bringing a copy: the modules that everything
// else stands on. The main file hands over what is asked for by its number.
import { relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { exportsOf } from './exports.mjs';
import { functionsOf } from './first-call.mjs';

/** @typedef {Readonly<Record<string, readonly string[]>>} Shared the exports of each shared source, by its path */

/**
 * Finds which modules the main file holds, and what they export.
 * @param {string} root the program's folder
 * @param {import('esbuild').BuildOptions} main how the main file is built
 * @param {readonly string[]} waiting sources that it holds and does not load when it starts: they are not shared
 * @param {readonly string[]} firstCalled sources that it holds as functions to be called (first-call.mjs): they are shared
 * @returns {Promise<{ shared: Shared, inputs: string[], text: string }>} and every file that goes into it, and what it comes to
 */
export async function findShared(root, main, waiting, firstCalled) {
  const { metafile, outputFiles } = await build({ ...main, metafile: true, write: false });
  const [output] = Object.values(metafile?.outputs ?? {});
  const held = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const paths = held
    .map(([path]) => path)
    .filter((path) => path.startsWith('src/') && !waiting.includes(resolve(root, path)));
  const called = firstCalled.map((path) => [relative(root, path).replaceAll('\\', '/'), functionsOf(path)]);
  return {
    shared: { ...(await exportsOf(root, paths)), ...Object.fromEntries(called) },
    inputs: Object.keys(metafile?.inputs ?? {}),
    text: outputFiles?.[0]?.text ?? '',
  };
}

/**
 * Every export of the shared sources, in the order that gives it its number: a later file asks for each that it uses, and
 * for no other.
 * @param {Shared} shared @returns {{ path: string, name: string, number: number }[]}
 */
const numbered = (shared) =>
  Object.entries(shared)
    .flatMap(([path, names]) => names.map((name) => ({ path, name })))
    .map((each, number) => ({ ...each, number }));

/**
 * The last lines of the main file's entry: they hand over what a later file asks for by its number.
 * @param {Shared} shared @param {string} entry the source that the main file begins with
 */
export function giveShared(shared, entry) {
  const others = numbered(shared).filter(({ path }) => path !== entry);
  const imports = others.map(({ path, name, number }) => `import { ${name} as given${number} } from './${path}';`);
  const cases = others.map(({ number }) => `case ${number}: return given${number};`);
  return `${imports.join('\n')}
import { main } from './${entry}';
inductExports = { main };
inductShared = (number) => { switch (number) { ${cases.join('\n')} default: throw new Error(\`no \${number} is shared\`); } };`;
}

/**
 * In a later file: imports of shared sources are taken from the main file.
 * @param {string} root @param {Shared} shared
 * @param {string} [itself] the source that is built, where it is a shared one
 * @returns {import('esbuild').Plugin}
 */
export const takeShared = (root, shared, itself) => ({
  name: 'take-shared',
  setup(hooks) {
    const all = numbered(shared);
    hooks.onResolve({ filter: /\.ts$/ }, (args) => {
      const path = relative(root, resolve(args.resolveDir, args.path)).replaceAll('\\', '/');
      if (args.kind !== 'import-statement' || shared[path] === undefined || resolve(root, path) === itself)
        return undefined;
      return { path, namespace: 'shared', sideEffects: false };
    });
    hooks.onLoad({ filter: /.*/, namespace: 'shared' }, (args) => {
      const taken = all.filter(({ path }) => path === args.path);
      // Pure, so that what the later file does not use is left out.
      const lines = taken.map(({ name, number }) => `export const ${name} = /* @__PURE__ */ inductShared(${number});`);
      return { contents: lines.join('\n'), loader: 'js' };
    });
  },
});
