#!/usr/bin/env node
'use strict';
// CommonJS, because an ES module as entry costs a third more start-up. Checks Node before anything else is loaded:
// on an older one SQLite would crash the process without a word. Written so that very old ones can read it.
const [major, minor] = process.versions.node.split('.').map(Number);
const fits = major >= 24 || (major === 22 && minor >= 14) || (major === 20 && minor >= 19);

/** Ctrl-C at a question in numbered lines, or at work. The moving list takes the key itself, and main says the same. */
function sayStopped() {
  try {
    require('node:fs').writeSync(2, '\nStopped. What was answered or recorded before is kept.\n');
  } catch (_) {
    // Nobody is left to tell. (Very old ones can't read a catch without its error.)
  }
}

if (!fits) {
  fail(
    `induct needs Node 20.19, 22.14, 24 or newer; this is ${process.version}.\nInstall a newer Node from nodejs.org.`,
  );
} else {
  const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
  for (const signal of Object.keys(signals)) {
    process.on(signal, () => {
      if (signal === 'SIGINT') sayStopped();
      process.exit(signals[signal]);
    });
  }

  const words = process.argv.slice(2);
  const bundle = require('node:path').join(__dirname, '..', 'dist', 'main.cjs');
  if (words.length === 1 && words[0] === '--version') sayVersion();
  else if (!require('node:fs').existsSync(bundle)) fail('induct is not built yet. In its folder, run: npm ci');
  else new Promise((resolve) => resolve(run(bundle, words))).catch(tellUncaught);
}

/** Answered here, since it needs nothing of the program. */
function sayVersion() {
  try {
    require('node:fs').writeSync(1, `${require('../package.json').version}\n`);
  } catch (error) {
    if (error.code !== 'EPIPE') fail('The result could not be written: there is no space left, or the disk failed.');
  }
}

function run(bundle, words) {
  const program = require('./code-cache.js').load(bundle);
  return program.exports.main(words, __dirname).then((code) => {
    process.exitCode = code;
    // What the views compile serves every command; they are run many times a day, so they keep it.
    if (code === 0 && /^(status|next|meetings|)$/.test(words[0] || '')) program.keep();
  });
}

/** Only what goes wrong before the program can tell it itself comes here, such as a computer without a home folder. */
function tellUncaught(error) {
  const more = process.env.INDUCT_DEBUG === '1' ? `\n${error.stack}` : '';
  fail(`induct could not begin: ${error.message}. Setting INDUCT_HOME to a folder may help.${more}`);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 4;
}
