import { type Command, isSet, textOption } from '../../commands.ts';
import { figuresForBrief } from '../../core/figures/for-brief.ts';
import { usage } from '../../core/problem.ts';
import { aboutOf, everyAbout } from '../../core/talks/about.ts';
import { printPage } from '../../session/print-page.ts';
import type { GatheredAll, GatheredFigures, Session } from '../../session/session.ts';
import { briefPage } from './page.ts';
import { briefText } from './text.ts';
import { type BriefView, briefDocument, buildBrief } from './view.ts';

/** `induct brief`: a page to take along to somebody, or to a meeting. */
export const brief: Command = {
  name: 'brief',
  group: 'People and papers',
  about: 'A page to take along: to the director, the leader, any person or meeting',
  args: '[who...]',
  options: [
    { flags: '--print', about: 'one A4 page with room to write, opened in the browser' },
    { flags: '--output <file>', about: 'the page into this file; - for standard output' },
    { flags: '--force', about: 'replace the file if it is there' },
  ],
  examples: ['induct brief dcs', 'induct brief chief-executive --print', 'induct brief scrutiny-committee'],
  run: async (session, input) => {
    const view = await gatherBrief(session, input.args.join(' '));
    const output = textOption(input, 'output') ?? null;
    if (output === null && !isSet(input, 'print')) {
      await session.show(
        () => briefDocument(view),
        () => briefText(view),
        { explain: true },
      );
      return;
    }
    const name = `brief-${view.about.id}.html`;
    await printPage(session, name, briefPage(view), { output, force: isSet(input, 'force') });
    if (session.flags.json && output !== '-') {
      await session.show(
        () => briefDocument(view),
        () => [],
      );
    }
  },
};

async function gatherBrief(session: Session, typed: string): Promise<BriefView> {
  const gathered = await session.gatherFigures();
  const { plan, companion } = gathered;
  const about = aboutOf(plan, typed === '' ? await chooseWhom(session, gathered) : typed);
  return buildBrief(plan, companion, await session.notes(plan), about, await figuresFor(session, gathered, about.id));
}

/** Whom figures are talked about with. */
const WITH_FIGURES = new Set(['dcs', 'data-leads']);

/** The figures that stand out, for those who can answer for them; nothing is loaded where none were imported. */
async function figuresFor(session: Session, gathered: GatheredFigures, about: string): Promise<readonly string[]> {
  const { plan, companion, published } = gathered;
  if (!WITH_FIGURES.has(about) || published.published.size === 0) return [];
  const { indicators } = await session.host.packs().load('indicators');
  return figuresForBrief(plan, companion, published, indicators);
}

/** Offers those with a date first. @throws Problem (2) where nobody can be asked */
async function chooseWhom(session: Session, { plan }: GatheredAll): Promise<string> {
  if (!session.canAsk) throw usage('Say for whom, or for which meeting.', 'For example: induct brief dcs');
  const all = everyAbout(plan);
  const sorted = [...all.filter(({ next }) => next !== null), ...all.filter(({ next }) => next === null)];
  const prompter = await session.prompter();
  return prompter.choose(
    { message: 'A page for whom, or for which meeting?' },
    sorted.map(({ id, title }) => ({ id, label: title })),
    sorted[0]?.id,
  );
}
