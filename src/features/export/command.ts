import { type Command, isSet, textOption } from '../../commands.ts';
import { isListName, LISTS, type ListName } from '../../core/lists/index.ts';
import { usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';
import { exportDocument } from '../../core/transfer/document.ts';
import { writeCsv } from '../../formats/csv/write.ts';
import { toJson } from '../../formats/json.ts';
import { text } from '../../formats/terminal/blocks.ts';
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
    const content = list === null ? await everything(session) : await table(session, list);
    const output = textOption(input, 'output');
    if (output === undefined || output === '-') {
      session.host.out.write(content);
      return;
    }
    const path = await session.host.files.write(output, content, { force: isSet(input, 'force') });
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

async function everything(session: Session): Promise<string> {
  const { plan, store } = await session.gather();
  return toJson(exportDocument(plan, await store.record(plan.induction.id)));
}

async function table(session: Session, name: ListName): Promise<string> {
  const { plan, store, companion } = await session.gatherAll();
  const notes = await session.notes(plan);
  const { indicators } = await session.host.packs().load('indicators');
  const source = { plan, companion, notes, events: store.events(plan.induction.id), figures: indicators };
  return writeCsv(LISTS[name](source));
}
