#!/usr/bin/env node
'use strict';
// CommonJS, because an ES module as entry costs a third more start-up. Checks Node before anything else is loaded:
// on an older one SQLite would crash the process without a word.
var parts = process.versions.node.split('.').map(Number);
var fits = parts[0] >= 24 || (parts[0] === 22 && parts[1] >= 14) || (parts[0] === 20 && parts[1] >= 19);
if (!fits) {
  process.stderr.write(
    'induct needs Node 20.19, 22.14, 24 or newer; this is ' +
      process.version +
      '.\nInstall a newer Node from nodejs.org.\n',
  );
  process.exitCode = 4;
} else {
  ['SIGTERM', 'SIGHUP'].forEach((signal) => {
    process.on(signal, () => {
      process.exit(signal === 'SIGTERM' ? 143 : 129);
    });
  });
  process.on('SIGINT', () => {
    process.exit(130);
  });
  require('../dist/main.cjs')
    .main(process.argv.slice(2), __dirname)
    .then((code) => {
      process.exitCode = code;
    });
}
