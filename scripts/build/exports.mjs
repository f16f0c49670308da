// @ts-check
// What the files of dist give to each other: one plain object each. esbuild's own way, an object of getters that is copied
// to another, takes a two-hundredth of a start for each file.
import { relative, resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * What sources export, without types.
 * @param {string} root the program's folder
 * @param {readonly string[]} paths absolute, or from there
 * @returns {Promise<Record<string, readonly string[]>>} by the path from the program's folder, as in an address
 */
export async function exportsOf(root, paths) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...paths],
    bundle: false,
    format: 'esm',
    outdir: resolve(root, 'dist'),
    metafile: true,
    write: false,
  });
  return Object.fromEntries(
    Object.values(metafile.outputs).map(({ entryPoint = '', exports }) => [entryPoint, exports]),
  );
}

/** How a file of dist begins and ends, so that it gives what its source exports. */
export const GIVING = { banner: 'let inductExports;', footer: 'return inductExports' };

/**
 * What is built gives `inductExports`.
 * @param {string} root the program's folder
 * @param {readonly string[]} paths the sources that are built
 * @returns {import('esbuild').Plugin}
 */
export const giveExports = (root, paths) => ({
  name: 'give-exports',
  async setup(hooks) {
    const exported = await exportsOf(root, paths);
    hooks.onResolve({ filter: /\.ts$/ }, (args) =>
      args.kind === 'entry-point' ? { path: resolve(args.resolveDir, args.path), namespace: 'given' } : undefined,
    );
    // The source itself, whatever stands for it elsewhere.
    hooks.onResolve({ filter: /.*/, namespace: 'given' }, ({ path }) => ({ path, namespace: 'file' }));
    hooks.onLoad({ filter: /.*/, namespace: 'given' }, ({ path }) => {
      const names = exported[relative(root, path).replaceAll('\\', '/')]?.join(', ');
      return {
        contents: `import { ${names} } from ${JSON.stringify(path)};\ninductExports = { ${names} };`,
        loader: 'js',
      };
    });
  },
});
