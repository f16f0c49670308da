import { join } from 'node:path';
import { draft } from '../../src/core/events.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { startHome } from '../helpers/run.ts';

/** A command that records, the home it is run in, and what it prints when all is kept. */
export type Recording = {
  readonly name: string;
  readonly argv: readonly string[];
  readonly home: () => Promise<string>;
  readonly receipt: RegExp;
};

const TAKE_BACK = /To take it back: induct undo/;

/** A plan with something to take back. */
const begun = () =>
  startHome({
    drafts: [
      draft('done', 'dcs.vision', 'Vision', '2026-05-20', { was: 'todo' }),
      draft('noted', 'dcs.vision', 'Vision', '2026-05-20', { text: 'A good hour', private: false }),
    ],
  });

/** One of every way to write: a new file, one event, many, one taken back, long text, a new thing, an answer, a setting. */
export const RECORDINGS: readonly Recording[] = [
  {
    name: 'the first start',
    argv: ['start', '--council', 'Leeds', '--appointed', 'today', '--yes'],
    home: async () => join(temporaryFolder(), 'new'),
    receipt: /^Saved\. Leeds/m,
  },
  { name: 'done', argv: ['done', '3.2'], home: begun, receipt: TAKE_BACK },
  { name: 'ask, twenty events', argv: ['ask', '6', '--of', 'the office', '--yes'], home: begun, receipt: TAKE_BACK },
  { name: 'undo', argv: ['undo'], home: begun, receipt: /^Taken back: /m },
  { name: 'note', argv: ['note', '3.2', 'A word. '.repeat(900)], home: begun, receipt: TAKE_BACK },
  {
    name: 'meetings new',
    argv: ['meetings', 'new', 'One-to-one', '--every', 'week', '--from', '4 June 9:30am'],
    home: begun,
    receipt: TAKE_BACK,
  },
  { name: 'profile', argv: ['profile', 'dcs_post', 'vacant'], home: begun, receipt: TAKE_BACK },
];
