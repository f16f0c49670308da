import type { Command } from '../../commands.ts';
import { nameOf } from '../../core/file-name.ts';
import { usage } from '../../core/problem.ts';
import { sayAmount } from '../../core/say-amount.ts';
import { readExport } from '../../core/transfer/document.ts';
import { decodeText } from '../../formats/csv/decode.ts';
import { toJson } from '../../formats/json.ts';
import { text } from '../../formats/terminal/blocks.ts';
import { sayHolder } from '../../session/holder.ts';

/** `induct import`: takes in what `export` wrote, as another holder where there is a plan already. */
export const importRecord: Command = {
  name: 'import',
  group: 'Out into the world',
  about: 'Take in what induct export wrote, as another holder',
  args: '[file]',
  examples: ['induct import record.json', 'induct import record.json --json'],
  run: async (session, input) => {
    const [file] = input.args;
    if (file === undefined) throw usage('Say which file is to be imported.', 'For example: induct import record.json');
    const record = readExport(decodeText(await session.host.files.read(file), nameOf(file)), nameOf(file));
    const store = await session.host.openStore({ create: true });
    if (store === null) throw new Error('the record was not made');
    await store.addRecord(record);
    const created = [{ type: 'induction', id: record.id }];
    if (session.flags.json) {
      session.host.out.write(toJson({ schema: 'induct.changed/1', today: session.today, changed: [], created }));
      return;
    }
    const row = store.inductions().find(({ id }) => id === record.id);
    const name = row === undefined ? 'the holder' : sayHolder(row);
    session.tell([
      text(`Imported: ${sayAmount(record.events.length, 'entry', 'entries')} of ${name}.`),
      store.current() === record.id
        ? text('See what is there: induct')
        : text(`Commands are still about another holder. To change that: induct switch ${row?.position ?? 1}`),
      text('What was imported cannot be taken back with undo.'),
    ]);
  },
};
