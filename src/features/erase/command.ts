import { type Command, textOption } from '../../commands.ts';
import { ASK_FIRST } from '../../core/ask-first.ts';
import { isProblem } from '../../core/problem.ts';
import { toJson } from '../../formats/json.ts';
import { text } from '../../formats/terminal/blocks.ts';
import { confirmByWord } from '../../session/confirm-word.ts';
import { findHolder, sayHolder } from '../../session/holder.ts';
import type { Session } from '../../session/session.ts';

const RULES = "Your council's retention rules decide, not this program.";

/** What would go: all there is, or one holder. `names` is null for a record that cannot be read. */
type Target = { readonly induction: string | null; readonly names: readonly string[] | null };

/** `induct erase`: everything on this computer, or with --holder one holder. */
export const erase: Command = {
  name: 'erase',
  group: 'Looking after it',
  about: 'Erase everything recorded here, or one holder (--holder)',
  options: [{ flags: '--confirm <word>', about: 'erase: where nobody can be asked' }],
  examples: ['induct erase --confirm erase', 'induct erase --holder "Tom Reed" --confirm erase'],
  run: async (session, input) => {
    const confirm = textOption(input, 'confirm');
    const target = await targetOf(session);
    const what = sayTarget(target);
    if (session.canAsk && confirm === undefined) {
      session.tell([
        text(`To be erased: ${what}.`),
        text('It will be gone from this computer, with its backups, and nothing brings it back.'),
        ...(target.induction === null ? [text('So are the pages made for printing, and what was set here.')] : []),
        text(ASK_FIRST),
        text(RULES),
        text('A copy of your own first? induct export --output record.json'),
      ]);
    }
    await confirmByWord(session, confirm, {
      word: 'erase',
      refused: `This would erase ${what}. ${ASK_FIRST}`,
      example: `Else: induct erase${target.induction === null ? '' : ' --holder NAME'} --confirm erase`,
    });
    const kept = keptOf(session);
    const upkeep = await session.host.upkeep();
    if (target.induction !== null) return say(session, what, await upkeep.eraseHolder(target.induction), NOTHING_KEPT);
    say(session, what, (await upkeep.eraseAll()).left, kept);
  },
};

/** What was kept for this computer, and goes with everything else: which list was used, and accessible screens. */
type Kept = { readonly list: string | null; readonly accessible: boolean };
const NOTHING_KEPT: Kept = { list: null, accessible: false };

function keptOf({ host }: Session): Kept {
  const accessible = host.settings.accessible();
  try {
    return { list: host.localLists.kept(), accessible };
  } catch {
    // The note of it is damaged, and goes too.
    return { list: null, accessible };
  }
}

/** Without --holder it is everything, also where it cannot be read any more. */
async function targetOf(session: Session): Promise<Target> {
  try {
    const store = await session.host.openStore({ create: false });
    if (store === null) return { induction: null, names: [] };
    const rows = store.inductions();
    const wanted = session.flags.holder;
    if (wanted === undefined || rows.length < 2) {
      if (wanted !== undefined) findHolder(store, wanted);
      return { induction: null, names: rows.map(sayHolder) };
    }
    const id = findHolder(store, wanted);
    return { induction: id, names: rows.filter((row) => row.id === id).map(sayHolder) };
  } catch (error) {
    if (isProblem(error) && (error as { isDamaged?: unknown }).isDamaged === true)
      return { induction: null, names: null };
    throw error;
  }
}

function sayTarget({ induction, names }: Target): string {
  if (names === null) return 'a record that is damaged and cannot be read';
  if (names.length === 0) return 'what induct keeps on this computer';
  const of = names.join(', ');
  return induction === null ? `everything induct keeps on this computer, of ${of}` : `everything about ${of}`;
}

function say(session: Session, what: string, left: readonly string[], { list, accessible }: Kept): void {
  if (session.flags.json) {
    session.host.out.write(toJson({ schema: 'induct.erased/1', today: session.today, left, list }));
    return;
  }
  const ownList =
    list === null
      ? []
      : [text("The council's own list is not used any more. It stays where it is:"), text(list, { indent: 2 })];
  const others = [
    text('These were left, since induct did not make them or could not open them:'),
    ...left.map((path) => text(path, { indent: 2 })),
  ];
  session.tell([
    text(`Erased: ${what}.`),
    ...(left.length === 0 ? [] : others),
    ...ownList,
    ...(accessible ? [text('Accessible screens are off again. For good: induct accessible on')] : []),
    text(
      'What was sent, printed, exported or copied elsewhere is still there, and so may be the history of this window.',
    ),
  ]);
}
