import { isCivilDate } from '../../core/dates/index.ts';
import { CAPACITIES, PAGES, type Page, type Source } from '../../core/pack.ts';
import * as z from './zod.ts';

export { z };

/** An id of one word or several: `dcs-call`. */
export const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case words joined by -');
/** An action's id: step and name, `documents.send-strategy`. */
export const actionId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/, 'must be step.name, such as documents.budget');
/** A question's id: `dcs_post`. */
export const questionId = z.string().regex(/^[a-z][a-z_]*$/, 'must be lower-case words joined by _');
export const text = z.string().trim().min(1, 'must not be empty').max(2000, 'must be 2,000 characters or less');
export const words = z.array(text);
export const civilDate = z.string().refine(isCivilDate, 'must be a date such as "2026-06-04"');
export const workingDays = z.number().int('must be a whole number').min(0).max(400);
export const url = z.string().regex(/^https?:\/\/\S+$/, 'must be a web address');
export const condition = z.record(questionId, z.array(text).min(1));
export const capacity = z.enum(CAPACITIES);
export const source = z.strictObject({
  page: z.enum(Object.keys(PAGES) as [Page, ...Page[]]),
  section: text,
  url: url.optional(),
});

/** A source with its page's own address where it names no nearer one. */
export function withUrl(given: z.infer<typeof source>): Source {
  return { page: given.page, section: given.section, url: given.url ?? PAGES[given.page].url };
}
