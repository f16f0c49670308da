#!/usr/bin/env node
'use strict';
// CommonJS, because an ES module as entry costs a third more start-up; and one file, because a second costs a fiftieth.
// Checks Node before anything else is loaded: on an older one SQLite would crash the process without a word. Written so
// that very old ones can read it.
const [major, minor] = process.versions.node.split('.').map(Number);
const fits = major >= 24 || (major === 22 && minor >= 14) || (major === 20 && minor >= 19);

/** A part of Node by its name: `require` looks each up anew, which comes to a fiftieth of a start for all of them. */
const part = fits ? process.getBuiltinModule : require;
/** What nearly every file of dist asks for. */
const PARTS = { fs: part('fs'), path: part('path'), lend };
const { fs } = PARTS;
const { dirname, isAbsolute, sep } = PARTS.path;

/** What uses much the same of the main file: each view, and all that records in one step. The rest is `others`. */
const USES = {
  __proto__: null,
  '': 'short',
  '--help': 'help',
  help: 'help',
  status: 'status',
  next: 'next',
  meetings: 'meetings',
  done: 'records',
  ask: 'records',
  got: 'records',
  book: 'records',
  note: 'records',
  due: 'records',
  skip: 'records',
  arrange: 'records',
};
const MAIN = 'main.cjs';
/** Paths are put together without `join`, which takes a hundredth of a start when it is first called. */
const PROGRAM = dirname(__dirname);
const DIST = `${PROGRAM}${sep}dist`;
/** Read, and no waiting for whoever writes where a pipe lies in the place of a kept file. (Windows has no such pipes.) */
const AT_ONCE = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK || 0);
/** What is lent to read into; it takes no memory before it is written to. */
const MEMORY = Buffer.allocUnsafeSlow(1 << 20);
let lent = 0;

if (fits) begin(process.argv.slice(2));
else {
  fail(
    `induct needs Node 20.19, 22.14, 24 or newer; this is ${process.version}.\nInstall a newer Node from nodejs.org.`,
  );
}

function begin(words) {
  const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
  for (const signal of Object.keys(signals)) {
    process.on(signal, () => {
      showCursor();
      if (signal === 'SIGINT') sayStopped();
      process.exit(signals[signal]);
    });
  }
  if (words.length === 1 && words[0] === '--version') sayVersion();
  else new Promise((resolve) => resolve(run(words))).catch(tellUncaught);
}

/** Ctrl-C at a question in numbered lines, or at work. The moving list takes the key itself, and main says the same. */
function sayStopped() {
  try {
    fs.writeSync(2, '\nStopped. What was answered or recorded before is kept.\n');
  } catch (_) {
    // Nobody is left to tell. (Very old ones can't read a catch without its error.)
  }
}

/** A moving list hides the cursor, and may have no time to show it again. Without one, nothing is written. */
function showCursor() {
  try {
    if (process.stdin.isRaw) fs.writeSync(2, '\u001b[?25h');
  } catch (_) {
    // The terminal is gone, and its cursor with it.
  }
}

/** Answered here, since it needs nothing of the program. */
function sayVersion() {
  try {
    fs.writeSync(1, `${require('../package.json').version}\n`);
  } catch (error) {
    if (error.code !== 'EPIPE') fail('The result could not be written: there is no space left, or the disk failed.');
  }
}

function run(words) {
  const { load, keep } = loader(cacheFolder(process.env, process.platform), USES[words[0] || ''] || 'others');
  return load(MAIN)
    .main(words, PROGRAM)
    .then((code) => {
      // Also where a question was left with Ctrl-C: the next will come sooner.
      if (code === 0 || code === 130) keep();
      // All is written. Without this, Node first collects garbage and takes itself apart: a thirtieth of a start.
      process.exit(code);
    });
}

/** Only what goes wrong before the program can tell it itself comes here, such as a computer without a home folder. */
function tellUncaught(error) {
  if (error.code === 'ENOENT' && error.path === `${DIST}${sep}${MAIN}`) {
    return fail('induct is not built yet. In its folder, run: npm ci');
  }
  const more = process.env.INDUCT_DEBUG === '1' ? `\n${error.stack}` : '';
  fail(`induct could not begin: ${error.message}. Setting INDUCT_HOME to a folder may help.${more}`);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 4;
}

// From here on: the program runs with the machine code that V8 made of it in an earlier run, so that it need not be
// compiled again: a third of every start. V8 checks only the length of the source and not its own data, so nothing is
// trusted here that does not prove itself: a kept file begins with the hash of the source it was made from (build.mjs
// writes it into each file of dist) and the versions it was made by, and holds the code twice. Whatever does not agree with
// itself, the program or this Node is as good as missing.
// INDUCT_CODE_CACHE=0 switches it off; the files can be deleted at any time.

/** The folder of the cache: in INDUCT_HOME, else the platform's. Null where there is none to be had, or none is wanted. */
function cacheFolder(env, platform) {
  if (env.INDUCT_CODE_CACHE === '0') return null;
  const home = env.INDUCT_HOME;
  if (home) return isAbsolute(home) ? `${home}${sep}cache` : null;
  if (platform === 'win32') return env.LOCALAPPDATA ? `${env.LOCALAPPDATA}${sep}induct${sep}Cache` : null;
  if (platform === 'darwin') return env.HOME ? `${env.HOME}/Library/Caches/induct` : null;
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return `${env.XDG_CACHE_HOME}/induct`;
  return env.HOME ? `${env.HOME}/.cache/induct` : null;
}

/**
 * What loads the files of dist, each a function (build.mjs), with code kept in a folder where there is one: that of the
 * main file apart for each use. `keep`, after a run, keeps the code of those that had none.
 */
function loader(folder, use) {
  const vm = part('vm');
  const loaded = Object.create(null);
  const fresh = [];
  const load = (name) => {
    if (!loaded[name]) loaded[name] = compiled(name)(near, DIST, PARTS);
    return loaded[name];
  };
  // module.createRequire would do, at the price of a twentieth of a start.
  const near = (id) => (id.startsWith('./') ? load(id.slice(2)) : part(id) || require(id));
  const compiled = (name) => {
    const filename = `${DIST}${sep}${name}`;
    const before = lent;
    const bytes = readBytes(filename);
    const source = bytes.latin1Slice(0, bytes.length);
    const head = headFor(source);
    const keptAs = name === MAIN ? `code-main-${use}.bin` : `code-${name}.bin`;
    const file = folder === null || head === null ? null : `${folder}${sep}${keptAs}`;
    const cachedData = file === null ? undefined : readKept(file, head, bytes);
    const script = new vm.Script(source, { filename, cachedData });
    // V8 has made its own of it.
    lent = before;
    const isFresh = cachedData === undefined || script.cachedDataRejected;
    if (isFresh && file !== null) fresh.push({ file, head, script });
    return script.runInThisContext();
  };
  const keep = () => {
    // Help on a command loads them all and runs none.
    if (fresh.length > 12) return;
    for (const { file, head, script } of fresh) writeKept(folder, file, head, script.createCachedData());
  };
  return { load, keep };
}

/** What code is kept by: the source's hash, as it begins with, its length, and this Node. Null where it has no hash. */
function headFor(source) {
  if (source.slice(0, 2) !== '/*' || source.slice(66, 68) !== '*/') return null;
  const { node, v8 } = process.versions;
  const by = `${node} ${v8} ${process.platform}-${process.arch}`;
  return Buffer.from(`induct code 2 ${source.slice(2, 66)} ${source.length} ${by}\n`);
}

/**
 * The code kept for this source by this Node; undefined where there is none, or any byte of it has changed. `spare` is
 * memory that may be written to.
 */
function readKept(file, head, spare) {
  let descriptor;
  try {
    descriptor = fs.openSync(file, AT_ONCE);
    const { size, uid, mode } = fs.fstatSync(descriptor);
    // Nobody but us can have written it: it is run.
    if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0)) return undefined;
    const length = (size - head.length) / 2;
    if (length < 1 || !Number.isInteger(length)) return undefined;
    const isRead = (bytes) => fs.readSync(descriptor, bytes, 0, bytes.length, null) === bytes.length;
    const begin = spare.subarray(0, head.length);
    if (!isRead(begin) || !begin.equals(head)) return undefined;
    const code = lend(length);
    if (!isRead(code)) return undefined;
    for (let at = 0; at < length; at += spare.length) {
      const expected = code.subarray(at, at + spare.length);
      const again = spare.subarray(0, expected.length);
      if (!isRead(again) || !again.equals(expected)) return undefined;
    }
    return code;
  } catch (_) {
    return undefined;
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

/**
 * What a file of dist holds. Not with `readFileSync`: what that goes through for bytes takes a hundredth of a start when
 * Node 20 first calls it.
 */
function readBytes(file) {
  const descriptor = fs.openSync(file, 'r');
  try {
    const bytes = lend(fs.fstatSync(descriptor).size);
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length; length += read) {
      read = fs.readSync(descriptor, bytes, length, bytes.length - length, null);
    }
    return bytes.subarray(0, length);
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * Memory to read into. A page that was used before is there at once, and the system has to clear a new one, which for all
 * that is read at a start takes a fiftieth of it: so the list is read into what the program itself was read into.
 */
function lend(size) {
  const from = lent;
  if (from + size > MEMORY.length) return Buffer.allocUnsafeSlow(size);
  // V8 copies code that does not begin at a multiple of eight.
  lent = Math.ceil((from + size) / 8) * 8;
  return MEMORY.subarray(from, from + size);
}

/** Written beside and renamed; best effort, since without it the next run is only slower. */
function writeKept(folder, file, head, code) {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    fs.writeFileSync(beside, Buffer.concat([head, code, code]), { mode: 0o600, flag: 'wx' });
    fs.renameSync(beside, file);
  } catch (_) {
    try {
      fs.unlinkSync(beside);
    } catch (_) {
      // It was never made.
    }
  }
}
