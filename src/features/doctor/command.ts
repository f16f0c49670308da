import { type Command, isSet } from '../../commands.ts';
import { atFault, isProblem } from '../../core/problem.ts';
import type { Session } from '../../session/session.ts';
import { doctorText } from './text.ts';
import { type DoctorCheck, type DoctorView, doctorDocument, isWrong } from './view.ts';

const SECTIONS = [
  'steps',
  'occasions',
  'meetings',
  'questions',
  'people',
  'advisers',
  'tips',
  'links',
  'glossary',
  'indicators',
  'habits',
  'councils',
  'bankHolidays',
] as const;

/** `induct doctor`: looks whether the record is whole, and what around it is worth a word. */
export const doctor: Command = {
  name: 'doctor',
  group: 'Looking after it',
  about: 'Check the record, the list and the folder they lie in',
  options: [{ flags: '--fix', about: 'mend what is safe to mend' }],
  examples: ['induct doctor', 'induct doctor --fix'],
  run: async (session, input) => {
    const upkeep = await session.host.upkeep();
    const { withProgress } = await import('../../session/progress.ts');
    const options = { fix: isSet(input, 'fix'), now: session.host.now() };
    const found = await withProgress(session, 'Checking the record', (watch) => upkeep.inspect({ ...options, watch }));
    const checks = [...found.checks, await checkPack(session)];
    const ahead = found.lastAt !== null && found.lastAt > session.host.now();
    const advice = [...found.advice, ...(ahead ? [{ id: 'clock', paths: [], mended: false }] : [])];
    const view: DoctorView = { ...found, today: session.today, checks, advice };
    await session.show(
      () => doctorDocument(view),
      () => doctorText(view),
    );
    if (isWrong(view)) {
      const names = checks.filter((check) => check.wrong.length > 0 && !check.mended).map(({ id }) => id);
      throw atFault(`Something is wrong: ${names.join(', ')}.`, 'What to do stands above.');
    }
  },
};

/** The list in use, every section of it. */
async function checkPack(session: Session): Promise<DoctorCheck> {
  try {
    await session.host.packs().load(...SECTIONS);
    return { id: 'pack', wrong: [], mended: false };
  } catch (error) {
    if (!isProblem(error) || error.exitCode !== 4) throw error;
    return { id: 'pack', wrong: [error.message], mended: false };
  }
}
