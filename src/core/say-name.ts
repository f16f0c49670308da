import type { PlanAction } from './plan/types.ts';
import { fill, type Voice } from './voice.ts';

/** The name of an action; in quotation marks where its title has it so, since it is what a guide is called. */
export function sayName({ name, title }: Pick<PlanAction, 'name' | 'title'>, voice: Voice): string {
  const words = fill(name, voice);
  return title.includes(`"${name}"`) ? `"${words}"` : words;
}
