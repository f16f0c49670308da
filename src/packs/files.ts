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
 * Where a section lies in a council's own list, which says only what differs. What is not named here is the program's.
 * Closing days are named for what a council writes there.
 */
export const LAYER_FILES: Partial<Record<SectionName, string>> = {
  steps: FILES.steps,
  occasions: FILES.occasions,
  meetings: FILES.meetings,
  questions: FILES.questions,
  people: FILES.people,
  letters: FILES.letters,
  advisers: FILES.advisers,
  tips: FILES.tips,
  links: FILES.links,
  glossary: FILES.glossary,
  indicators: FILES.indicators,
  habits: FILES.habits,
  situations: FILES.situations,
  year: FILES.year,
  bankHolidays: 'closing-days.yaml',
};
