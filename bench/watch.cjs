'use strict';
// Loaded before induct, it notes when it reaches what can be seen from outside: a file that it reads, code that it makes,
// the database that it opens, words that it writes. Tells it on descriptor 3 when the program ends.
const fs = require('node:fs');
const vm = require('node:vm');
const { performance } = require('node:perf_hooks');

/** @type {[string, number][]} what ended, and when */
const ended = [];
const MODULES = 'set up the modules';
const RECORD = 'open the record and read it';
const write = fs.writeSync;
const note = (what) => ended.push([what, performance.now()]);

function watch(owner, name, says) {
  const original = owner[name];
  owner[name] = function watched(...given) {
    const [before, after] = says(...given);
    if (before !== null) note(before);
    const result = original.apply(this, given);
    if (after !== null) note(after);
    return result;
  };
}

/** What each open file is, by its descriptor. */
const paths = new Map();
const open = fs.openSync;
fs.openSync = function watched(file, ...rest) {
  const path = String(file);
  if (/main\.cjs$/.test(path)) note('check Node, take signals');
  // The first file of the list comes after the record.
  if (/\.yaml$/.test(path) && !ended.some(([what]) => what === RECORD)) note(RECORD);
  const descriptor = open.call(this, file, ...rest);
  paths.set(descriptor, path);
  return descriptor;
};
watch(fs, 'closeSync', (descriptor) => {
  const path = paths.get(descriptor) ?? '';
  if (/code-.*\.bin$/.test(path)) return [null, 'read the program and its kept code'];
  return /list-[\w-]+\.txt$/.test(path) ? [null, 'read the list'] : [null, null];
});
watch(fs, 'lstatSync', (file) => {
  const isFirst = /induct\.db$/.test(String(file)) && !ended.some(([what]) => what === MODULES);
  return isFirst ? [MODULES, null] : [null, null];
});
const { Script } = vm;
vm.Script = function watched(...given) {
  const script = new Script(...given);
  note('make the code ready');
  return script;
};
watch(fs, 'writeSync', (descriptor) =>
  descriptor === 1 ? ['work out the plan and the words', 'write'] : [null, null],
);
process.on('exit', () => {
  note('close');
  write(3, JSON.stringify([['start Node', performance.nodeTiming.bootstrapComplete], ...ended]));
});
note('load the watch itself');
