import type { Option } from './commands.ts';

/** The flags that stand on every command. */
export const GLOBAL_OPTIONS: readonly Option[] = [
  { flags: '--json', about: 'one JSON document on standard output' },
  { flags: '--plain', about: 'no colour, no alignment, one fact a line' },
  { flags: '--color', about: 'colour, whatever the terminal says' },
  { flags: '--no-color', about: 'no colour' },
  { flags: '--no-input', about: 'never ask; what is missing is an error' },
  { flags: '--accessible', about: 'for screen readers: questions as numbered lines, nothing redrawn' },
  { flags: '--holder <name>', about: 'for this holder, where several are kept' },
];
