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
  } catch {
    // Nobody is left to tell.
  }
}

if (!fits) {
  process.stderr.write(
    `induct needs Node 20.19, 22.14, 24 or newer; this is ${process.version}.\nInstall a newer Node from nodejs.org.\n`,
  );
  process.exitCode = 4;
} else {
  const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
  for (const signal of Object.keys(signals)) {
    process.on(signal, () => {
      if (signal === 'SIGINT') sayStopped();
      process.exit(signals[signal]);
    });
  }

  const words = process.argv.slice(2);
  const program = require('./code-cache.js').load(require('node:path').join(__dirname, '..', 'dist', 'main.cjs'));
  program.exports.main(words, __dirname).then((code) => {
    process.exitCode = code;
    // What the views compile serves every command; they are run many times a day, so they keep it.
    if (code === 0 && /^(status|next|meetings|)$/.test(words[0] || '')) program.keep();
  });
}
