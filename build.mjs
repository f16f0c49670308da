// Bundles src into dist: one CommonJS file for everything that everyday commands need, and one for each part that is
// heavy and rarely needed. The source only says `import('…')`; which of those become files of their own is decided here.
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { GIVING, giveExports } from './scripts/build/exports.mjs';
import { onFirstCall } from './scripts/build/first-call.mjs';
import { chunkName, lateImports, writeLateImports } from './scripts/build/late-imports.mjs';
import { lean, librariesOnFirstCall, measuredByUs, noEditor, sqlite } from './scripts/build/libraries.mjs';
import { findShared, giveShared, takeShared } from './scripts/build/shared.mjs';
import { carriedAt, licencesOf, placesOf } from './scripts/bundled.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const at = (path) => resolve(here, path);

/** Loaded by a dynamic import, and yet in the main file: what nearly every everyday command needs. */
const IN_MAIN = {
  early: [
    'src/features/short/command.ts',
    'src/features/status/command.ts',
    'src/features/next/command.ts',
    'src/features/meetings/list.ts',
    'src/session/daily-copy.ts',
    'src/session/explain.ts',
    'src/store/store.ts',
  ].map(at),
  waiting: [at('src/formats/terminal/colour.ts')],
};

/** Modules of functions that few runs of the everyday commands call: each a file of its own, or within the main file. */
const CALLED_BY_FEW = {
  files: ['src/features/short/text-after.ts', 'src/help/call-problem.ts', 'src/store/errors.ts'].map(at),
  within: ['src/store/journal.ts'].map(at),
};

/**
 * Loaded on first use, each a file of its own: every other dynamic import of a source, such as a command, commander, yaml
 * with zod, inquirer.
 */
const CHUNKS = Object.fromEntries(
  [...lateImports(at('src')), ...CALLED_BY_FEW.files]
    .filter((path) => ![...IN_MAIN.early, ...IN_MAIN.waiting].includes(path))
    .map((path) => [chunkName(at('src'), path), path]),
);

const ENTRY = 'src/entry.ts';
const fromFile = (path) => `require('./${chunkName(at('src'), path)}.cjs')(inductShared)`;
const ours = [onFirstCall('first-call-file', CALLED_BY_FEW.files, fromFile), writeLateImports(at('src'), IN_MAIN)];
const libraries = [lean, noEditor, measuredByUs, librariesOnFirstCall];

/** Each file is a function, which bin/induct.js calls with what it may require. */
const common = {
  absWorkingDir: here,
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
  outdir: at('dist'),
  logLevel: 'warning',
};

/** The main file. @param {(path: string) => string | Promise<string>} within how what is within it is loaded */
const mainWith = (within) => ({
  ...common,
  entryPoints: { main: at(ENTRY) },
  plugins: [onFirstCall('first-call-within', CALLED_BY_FEW.within, within), ...ours, ...libraries, sqlite],
  define: { INDUCT_BUILD: '""' },
  banner: { js: `(function(require,__dirname,inductParts){let inductShared;${GIVING.banner}` },
  footer: { js: `${GIVING.footer}})` },
});

/** All of a module as a function that is called at once: when that is, the rest of the main file is there. */
const asFunction = (shared) => async (path) => {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [path],
    write: false,
    plugins: [giveExports(here, [path]), takeShared(here, shared, path), ...ours, ...libraries],
  });
  const [{ text }] = outputFiles;
  return `(() => { ${GIVING.banner} ${text}; ${GIVING.footer}; })()`;
};

/** Says which packages are in the bundle, and brings their licences. */
function writeBundled(files) {
  const places = placesOf(files);
  const lock = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'));
  writeFileSync(at('dist/bundled.json'), `${JSON.stringify(places, null, 2)}\n`);
  writeFileSync(at('dist/licences.md'), licencesOf(here, carriedAt(places, lock)));
}

/**
 * Makes a file what bin/induct.js counts on: one byte a character, and at its beginning its hash, by which the code kept of
 * it is known. Two dozen modules ask for `fs` or `path`, which bin has, and a call of `require` takes as long as a small
 * statement of SQLite.
 */
function finish(file) {
  const text = inAscii(readFileSync(file, 'utf8')).replaceAll(/\brequire\("(?:node:)?(fs|path)"\)/g, 'inductParts.$1');
  writeFileSync(file, `/*${createHash('sha256').update(text).digest('hex')}*/${text}`);
}

/**
 * With `charset: 'ascii'` esbuild writes strings in ASCII, and leaves patterns and raw texts as they are. In a pattern an
 * escape is the same; in a raw text it is not.
 */
function inAscii(text) {
  if (/\\[^\x00-\x7f]/.test(text)) throw new Error('a character beyond ASCII is escaped with a backslash');
  if (/String\.raw`[^`]*[^`\x00-\x7f]/.test(text)) throw new Error('a raw text holds a character beyond ASCII');
  return text.replace(/[^\x00-\x7f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const { shared, inputs, text } = await findShared(
  here,
  mainWith(() => 'inductShared'),
  IN_MAIN.waiting,
  CALLED_BY_FEW.within,
);
mkdirSync(at('dist'), { recursive: true });
// What `npm run portable` made stays.
for (const name of readdirSync(at('dist'))) if (name !== 'portable') rmSync(at(`dist/${name}`), { recursive: true });
const { metafile: ofChunks } = await build({
  ...common,
  metafile: true,
  entryPoints: CHUNKS,
  plugins: [giveExports(here, Object.values(CHUNKS)), takeShared(here, shared), ...ours, ...libraries],
  // Of what is shared, and made once.
  banner: {
    js: `(function(require,__dirname,inductParts){let made;return(inductShared)=>made??=make(inductShared);function make(inductShared){${GIVING.banner}`,
  },
  footer: { js: `${GIVING.footer}}})` },
});
writeBundled([...inputs, ...Object.keys(ofChunks.inputs)]);
// Building a section takes from the main file what is shared, so that both say whether what was kept is still right.
const hash = createHash('sha256')
  .update(readFileSync(at('dist/packs-build-list.cjs')))
  .update(readFileSync(at('dist/packs-read-yaml.cjs')))
  .update(text)
  .digest('hex')
  .slice(0, 16);
// The list as it is shipped is built here once and not on every laptop: that takes twenty starts.
const builder = at('dist/build-ahead.cjs');
await build({
  ...common,
  stdin: { contents: "export { buildAhead } from './src/packs/build-list.ts';", resolveDir: here },
  outdir: undefined,
  outfile: builder,
  define: { INDUCT_BUILD: JSON.stringify(hash) },
});
await createRequire(import.meta.url)(builder).buildAhead(at('data'), at('dist/list'));
rmSync(builder);
// A cache is for its owner alone; this is for everyone who may run the program.
chmodSync(at('dist/list'), 0o755);
for (const name of readdirSync(at('dist/list'))) chmodSync(at(`dist/list/${name}`), 0o644);

await build({
  ...mainWith(asFunction(shared)),
  entryPoints: undefined,
  stdin: { contents: giveShared(shared, ENTRY), resolveDir: here, sourcefile: 'main.js' },
  outdir: undefined,
  outfile: at('dist/main.cjs'),
  define: { INDUCT_BUILD: JSON.stringify(hash) },
});

for (const name of readdirSync(at('dist')).filter((one) => one.endsWith('.cjs'))) finish(at(`dist/${name}`));
