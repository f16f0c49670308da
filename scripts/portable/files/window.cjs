'use strict';
// The window that a double click opens: shows what comes next, then runs one command after another until `exit`. What is
// typed goes to the program as it is: no shell reads it, so that &, %, |, > and ' are letters like any other.
const { spawn } = require('node:child_process');
const { readFileSync } = require('node:fs');
const paths = require('node:path');
const { createInterface } = require('node:readline');

const PROGRAM = paths.join(__dirname, 'induct.js');
const LEAVE = /^(exit|quit)$/i;
const HINT = 'Type a command, such as next, and press Enter. To leave: exit\n';

/**
 * The words of a line, at its spaces. Between double quotes, straight or curled, spaces belong to the word; a quote
 * that is not closed goes on to the end. An apostrophe or a backslash is only itself. `induct` in front is left out.
 * @param {string} line
 * @returns {string[]}
 */
function wordsOf(line) {
  const found = line.match(/(?:[^\s"“”]|["“”][^"“”]*(?:["“”]|$))+/g) ?? [];
  const words = found.map((word) => word.replace(/["“”]/g, ''));
  return /^induct(\.cmd)?$/i.test(words[0] ?? '') ? words.slice(1) : words;
}

/** Where the program keeps settings: in the folder of the record. Undefined where that is not known. */
function settingsFile(env, platform) {
  const { join } = platform === 'win32' ? paths.win32 : paths.posix;
  if (env.INDUCT_HOME) return join(env.INDUCT_HOME, 'settings.json');
  if (platform === 'win32') return env.LOCALAPPDATA && join(env.LOCALAPPDATA, 'induct', 'Data', 'settings.json');
  if (platform === 'darwin') {
    return env.HOME && join(env.HOME, 'Library', 'Application Support', 'induct', 'settings.json');
  }
  const data = env.XDG_DATA_HOME || (env.HOME && join(env.HOME, '.local', 'share'));
  return data && join(data, 'induct', 'settings.json');
}

/** For screen readers: the line is typed without one escape sequence. As the program decides it, flags apart. */
function isAccessible(env) {
  if (env.TERM === 'dumb') return true;
  if (env.INDUCT_ACCESSIBLE) return env.INDUCT_ACCESSIBLE !== '0';
  try {
    return JSON.parse(readFileSync(settingsFile(env, process.platform), 'utf8')).accessible === true;
  } catch {
    return false;
  }
}

/** Runs induct once, on this terminal. Ctrl-C is for it alone. @returns {Promise<number>} its exit code */
function run(words) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...words], { stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Asks for a line. Null where the input has ended. */
function ask(history) {
  const reader = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: !isAccessible(process.env),
    history: [...history],
  });
  return new Promise((resolve) => {
    reader.on('SIGINT', () => {
      process.stdout.write('\nTo leave: exit\n');
      reader.line = '';
      reader.cursor = 0;
      reader.prompt();
    });
    reader.once('close', () => resolve(null));
    reader.question('induct> ', (line) => {
      resolve(line);
      reader.close();
    });
  });
}

async function main() {
  process.on('SIGINT', () => {});
  const first = await run([]);
  // Without a terminal nothing waits.
  if (!process.stdin.isTTY || !process.stdout.isTTY) return first === 3 ? 0 : first;
  process.stdout.write(`\n${HINT}`);
  const history = [];
  for (;;) {
    const line = await ask(history);
    if (line === null) return 0;
    const words = wordsOf(line);
    if (words.length === 1 && LEAVE.test(words[0])) return 0;
    if (line.trim() === '') continue;
    history.unshift(line);
    await run(words);
  }
}

if (require.main === module) {
  main().then(
    (code) => (process.exitCode = code),
    (error) => {
      process.stderr.write(`induct could not begin: ${error.message}\n`);
      process.exitCode = 4;
    },
  );
}
module.exports = { wordsOf, settingsFile };
