import type { CivilDate } from '../../core/dates/index.ts';
import type { ListChange } from '../../core/local/list-change.ts';

/** What lies in a folder, checked: what it changes. `folder` is null for the shipped list alone. */
export function listDocument(today: CivilDate, folder: string | null, changes: readonly ListChange[]) {
  return {
    schema: 'induct.list/1',
    today,
    folder,
    changes: changes.map(({ what, file, id, title, fields }) => ({ what, file, id, title, fields })),
    files: [],
  };
}

/** The beginning of a list: nothing is changed yet. */
export function madeDocument(today: CivilDate, made: { readonly folder: string; readonly files: readonly string[] }) {
  return { ...listDocument(today, made.folder, []), files: made.files };
}
