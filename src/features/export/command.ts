import { type Command, isSet, textOption } from '../../commands.ts';
import { isListName, LISTS, type ListName, type ListSource } from '../../core/lists/index.ts';
import { usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';
import { UNWATCHED, type Watch, watched } from '../../core/watch.ts';
import { csvLines } from '../../formats/csv/write.ts';
import { gathered } from '../../formats/gathered.ts';
import { toJson } from '../../formats/json.ts';
import { text } from '../../formats/terminal/blocks.ts';
import { exportInPieces } from '../../session/export-in-pieces.ts';
import type { Session } from '../../session/session.ts';

/** `induct export`: everything recorded, as JSON that `import` reads again; or one list as a table. */
export const exportRecord: Command = {
  name: 'export',
  group: 'Out into the world',
  about: 'Write everything recorded as JSON, or a list as CSV',
  options: [
    { flags: '--format <format>', about: 'json: everything, to import again; csv: a list for Excel (json)' },
    { flags: '--list <name>', about: `with csv: ${Object.keys(LISTS).join(', ')} (actions)` },
    { flags: '--output <file>', about: 'into a file, readable by its owner alone' },
    { flags: '--force', about: 'replace the file, if it is there already' },
  ],
  examples: ['induct export', 'induct export --format csv', 'induct export --format csv --list documents'],
  run: async (session, input) => {
    const list = listOf(textOption(input, 'format'), textOption(input, 'list'));
    const whole = list === null ? await everything(session) : await table(session, list);
    const output = textOption(input, 'output');
    if (output === undefined || output === '-') {
      for (const piece of gathered(whole(UNWATCHED))) session.host.out.write(piece);
      return;
    }
    const { withProgress } = await import('../../session/progress.ts');
    const path = await withProgress(session, 'Writing the record', (watch) =>
      session.host.files.write(output, whole(watch), { force: isSet(input, 'force') }),
    );
    if (session.flags.json) {
      session.host.out.write(toJson({ schema: 'induct.written/1', today: session.today, path }));
      return;
    }
    session.tell([
      text('Written to'),
      text(path, { indent: 2 }),
      ...(list === null
        ? [text('It holds everything, private notes too: keep it where nobody else can read it.')]
        : []),
    ]);
  },
};

/** The list asked for; null for everything. */
function listOf(format: string | undefined, list: string | undefined): ListName | null {
  const wanted = format?.trim().toLowerCase() ?? (list === undefined ? 'json' : 'csv');
  if (wanted !== 'json' && wanted !== 'csv') {
    throw usage(`--format: "${shown(format ?? '')}" is neither json nor csv.`);
  }
  if (wanted === 'json') {
    if (list !== undefined)
      throw usage('--list goes with csv.', 'For example: induct export --format csv --list people');
    return null;
  }
  const name = list?.trim().toLowerCase() ?? 'actions';
  if (isListName(name)) return name;
  throw usage(`--list: there is no list "${shown(name)}".`, `The lists are: ${Object.keys(LISTS).join(', ')}`);
}

/** What is to be written, in pieces that are made while it is. */
type Whole = (watch: Watch) => Iterable<string>;

async function everything(session: Session): Promise<Whole> {
  const { plan, store } = await session.gather();
  const record = await store.record(plan.induction.id);
  return (watch) => exportInPieces(plan, record, watched(record.events, record.count, watch));
}

async function table(session: Session, name: ListName): Promise<Whole> {
  const { plan, store, version, companion } = await session.gatherAll();
  const { id } = plan.induction;
  const { indicators } = await session.host.packs().load('indicators');
  const events = await store.journal(id, { newestFirst: true });
  return (watch) => {
    const source: ListSource = {
      plan,
      companion,
      get notes() {
        return store.notes(id);
      },
      events: watched(events, version, watch),
      figures: indicators,
    };
    return csvLines(LISTS[name](source));
  };
}
