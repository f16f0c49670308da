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
