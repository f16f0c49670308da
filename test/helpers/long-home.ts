import { type Draft, draft } from '../../src/core/events.ts';
import { Store } from '../../src/store/store.ts';
import { type HomeOptions, startHome } from './start-home.ts';

const A_CHANGE = 500;
const SUBJECTS = ['dcs.urgent-news', 'dcs.meeting-rhythm', 'documents.send-strategy', 'members.shadow'] as const;

/** What is recorded over and over about the same few actions. */
function entry(index: number, on: string): Draft {
  const subject = SUBJECTS[index % SUBJECTS.length] ?? '';
  switch (Math.floor(index / SUBJECTS.length) % 4) {
    case 0:
      return draft('noted', subject, 'A title', on, {
        text: `Note ${index}, “so it is”\u2028 – ŵ`,
        private: index % 3 === 0,
      });
    case 1:
      return draft('done', subject, 'A title', on, { was: 'todo' });
    case 2:
      return draft('reopened', subject, 'A title', on, { was: 'done' });
    default:
      return draft('due-set', subject, 'A title', on, { due: '2026-07-01' });
  }
}

/** A home whose record has so many entries more than a start. */
export async function longHome(count: number, options: HomeOptions = {}): Promise<string> {
  const home = await startHome(options);
  const store = await Store.open(home, { create: false });
  if (store === null) throw new Error(`no record in ${home}`);
  const induction = store.current() ?? '';
  for (let done = 0; done < count; done += A_CHANGE) {
    const drafts = Array.from({ length: Math.min(A_CHANGE, count - done) }, (_, place) =>
      entry(done + place, '2026-05-20'),
    );
    const stamp = { by: 'holder' as const, at: '2026-05-20T09:00:00.000Z' };
    store.append(induction, drafts, stamp, store.snapshot(induction).version);
  }
  store.close();
  return home;
}
