'use strict';
// Loaded before a program whose peak memory is measured: tells it on descriptor 3 when the program ends.
process.on('exit', () => {
  require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS));
});
