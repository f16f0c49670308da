/** Everything about calendar files: loaded on first use, since the library behind it is large. */
export { uidOf } from './uid.ts';
export { CATEGORY, writeCalendar } from './write.ts';
