/** Everything about calendar files: loaded on first use, since the library behind it is large. */

export { readCalendar, type Window } from './read.ts';
export { uidOf } from './uid.ts';
export { CATEGORY, writeCalendar } from './write.ts';
