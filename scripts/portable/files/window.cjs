'use strict';
// The window that a double click opens: shows what comes next, then runs one command after another until `exit`. What is
// typed goes to the program as it is: no shell reads it, so that &, %, |, > and ' are letters like any other.
const { spawn } = require('node:child_process');
const { join } = require('node:path');
const { createInterface } = require('node:readline');

const PROGRAM = join(__dirname, 'induct.js');
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
  const accessible = Boolean(process.env.INDUCT_ACCESSIBLE) || process.env.TERM === 'dumb';
  const reader = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: !accessible,
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
module.exports = { wordsOf };
