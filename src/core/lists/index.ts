import type { List, ListSource } from './list.ts';
import { listFigures, listHistory, listPromises, listQuestions, listVisits } from './of-companion.ts';
import { listActions, listDocuments, listLearning, listMeetings, listPeople } from './of-plan.ts';

export type { FigureName, List, ListSource } from './list.ts';

/** Every list that can be written as a table, by its name. */
export const LISTS = {
  actions: listActions,
  meetings: listMeetings,
  documents: listDocuments,
  people: listPeople,
  learning: listLearning,
  visits: listVisits,
  questions: listQuestions,
  promises: listPromises,
  figures: listFigures,
  history: listHistory,
} as const satisfies Readonly<Record<string, (source: ListSource) => List>>;

export type ListName = keyof typeof LISTS;

/** True for the name of a list. */
export function isListName(name: string): name is ListName {
  return Object.hasOwn(LISTS, name);
}
