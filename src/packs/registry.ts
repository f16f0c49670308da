import { advisers } from './sections/advisers.ts';
import { bankHolidays } from './sections/bank-holidays.ts';
import { councils } from './sections/councils.ts';
import { figureFiles } from './sections/figure-files.ts';
import { glossary } from './sections/glossary.ts';
import { habits } from './sections/habits.ts';
import { indicators } from './sections/indicators.ts';
import { letters } from './sections/letters.ts';
import { links } from './sections/links.ts';
import { meetings } from './sections/meetings.ts';
import { occasions } from './sections/occasions.ts';
import { people } from './sections/people.ts';
import { questions } from './sections/questions.ts';
import { situations } from './sections/situations.ts';
import { steps } from './sections/steps.ts';
import { tips } from './sections/tips.ts';
import { year } from './sections/year.ts';

/** Every section of a pack. One line here, one file in `data/`, one file in `sections/`. */
export const SECTIONS = {
  steps,
  occasions,
  meetings,
  questions,
  people,
  letters,
  advisers,
  tips,
  links,
  glossary,
  indicators,
  figureFiles,
  habits,
  situations,
  year,
  councils,
  bankHolidays,
} as const;

export type SectionName = keyof typeof SECTIONS;

/** What each section is once it is built. */
export type Built = { readonly [N in SectionName]: ReturnType<(typeof SECTIONS)[N]['build']> };
