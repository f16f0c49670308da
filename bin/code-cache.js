'use strict';
// Runs the bundled program with the machine code that V8 made of it in an earlier run, so that it need not be compiled
// again: a third of every start. V8 checks only the length of the source and not its own data, so nothing is trusted
// here that does not prove itself: a kept file begins with the versions it was made by, holds the whole source it was
// made from, and the code twice. Whatever does not agree with itself, the program or this Node is as good as missing.
// INDUCT_CODE_CACHE=0 switches it off; the file can be deleted at any time.
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

/** What Node puts around a CommonJS file. */
const WRAP = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'];

/** The folder of the cache: in INDUCT_HOME, else the platform's. Null where there is none to be had. */
function cacheFolder(env, platform) {
  const home = env.INDUCT_HOME;
  if (home) return path.isAbsolute(home) ? path.join(home, 'cache') : null;
  if (platform === 'win32') return env.LOCALAPPDATA ? path.join(env.LOCALAPPDATA, 'induct', 'Cache') : null;
  if (platform === 'darwin') return env.HOME ? path.join(env.HOME, 'Library', 'Caches', 'induct') : null;
  if (env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME)) return path.join(env.XDG_CACHE_HOME, 'induct');
  return env.HOME ? path.join(env.HOME, '.cache', 'induct') : null;
}

function headFor(source) {
  const { node, v8 } = process.versions;
  return Buffer.from(`induct code 1 ${node} ${v8} ${process.platform}-${process.arch} ${source.length}\n`);
}

/** The code kept for this source by this Node; undefined where there is none, or any byte of it has changed. */
function read(file, source) {
  try {
    const kept = fs.readFileSync(file);
    const head = headFor(source);
    const start = head.length + source.length;
    const length = (kept.length - start) / 2;
    if (length < 1 || !Number.isInteger(length)) return undefined;
    if (!kept.subarray(0, head.length).equals(head) || !kept.subarray(head.length, start).equals(source))
      return undefined;
    const code = kept.subarray(start, start + length);
    return code.equals(kept.subarray(start + length)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Written beside and renamed; best effort, since without it the next run is only slower. */
function write(file, source, code) {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    fs.writeFileSync(beside, Buffer.concat([headFor(source), source, code, code]), { mode: 0o600, flag: 'wx' });
    fs.renameSync(beside, file);
  } catch {
    try {
      fs.rmSync(beside, { force: true });
    } catch {
      // The folder is none, or not ours: there is nothing to remove.
    }
  }
}

/**
 * Loads a CommonJS file, with kept code where there is any.
 * @returns its exports, and `keep`: to be called after a run, so that what it compiled is kept for the next
 */
exports.load = function load(bundle) {
  const folder = process.env.INDUCT_CODE_CACHE === '0' ? null : cacheFolder(process.env, process.platform);
  if (folder === null) return { exports: require(bundle), keep: () => {} };
  const file = path.join(folder, 'code.bin');
  const source = fs.readFileSync(bundle);
  const cachedData = read(file, source);
  const script = new vm.Script(WRAP[0] + source.toString('latin1') + WRAP[1], {
    filename: bundle,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} };
  // module.createRequire would do, at the price of a twentieth of a start.
  const nearBundle = (id) => require(id.startsWith('./') ? path.join(path.dirname(bundle), id) : id);
  const run = script.runInThisContext();
  run.call(module.exports, module.exports, nearBundle, module, bundle, path.dirname(bundle));
  const isKept = cachedData !== undefined && script.cachedDataRejected === false;
  return { exports: module.exports, keep: () => isKept || write(file, source, script.createCachedData()) };
};
