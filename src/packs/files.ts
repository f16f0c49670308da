import type { SectionName } from './registry.ts';

/** Where each section lies in a pack's folder. Kept apart from the schemas, which everyday commands never load. */
export const FILES: Record<SectionName, string> = {
  steps: 'steps.yaml',
  occasions: 'occasions.yaml',
  meetings: 'meetings.yaml',
  questions: 'questions.yaml',
  people: 'people.yaml',
  letters: 'letters.yaml',
  advisers: 'advisers.yaml',
  tips: 'tips.yaml',
  links: 'links.yaml',
  glossary: 'glossary.yaml',
  indicators: 'indicators.yaml',
  figureFiles: 'figure-files.yaml',
  habits: 'habits.yaml',
  situations: 'situations.yaml',
  year: 'year.yaml',
  councils: 'england/councils.yaml',
  bankHolidays: 'england/bank-holidays.yaml',
};

/**
 * Where a section lies in a council's own list, which says only what differs; null for what is the program's. Closing
 * days are named for what a council writes there.
 */
export const LAYER_FILES: Record<SectionName, string | null> = {
  ...FILES,
  councils: null,
  bankHolidays: 'closing-days.yaml',
};
