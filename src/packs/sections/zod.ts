/**
 * The only door to zod, with as much of it as schemas need: the rest would have to be loaded with it. It is loaded when a
 * list has changed, never on the way of an everyday command.
 */

export type { core, infer, ZodType } from 'zod';
export { array, boolean, compile, enum, number, record, strictObject, string, toJSONSchema, union } from 'zod';
