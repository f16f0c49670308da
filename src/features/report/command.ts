import { type Command, type Input, textOption } from '../../commands.ts';
import { buildFigures } from '../../core/figures/figure.ts';
import { usage } from '../../core/problem.ts';
import { AUDIENCES, type Audience, isAudience, SIGHTS } from '../../core/report/audience.ts';
import { buildReport } from '../../core/report/build.ts';
import { RECORDED, type ReportInput } from '../../core/report/source.ts';
import { shown } from '../../core/shown.ts';
import { toJson } from '../../formats/json.ts';
import { text } from '../../formats/terminal/blocks.ts';
import { givePaper, PAPER_FLAGS, paperOptions } from '../../session/give-paper.ts';
import type { Session } from '../../session/session.ts';
import { reportDocument } from './view.ts';

/** `induct report`: what was done, seen, asked and promised, for one reader. */
export const report: Command = {
  name: 'report',
  group: 'Out into the world',
  about: 'Write down what was done, when and with whom, for one reader',
  options: [{ flags: '--for <reader>', about: AUDIENCES.join(', ') }, ...PAPER_FLAGS],
  examples: [
    'induct report --for director',
    'induct report --for ofsted --format html --output report.html',
    'induct report --for me --open',
  ],
  run: async (session, input) => {
    const options = paperOptions(input);
    const audience = await audienceOf(session, input);
    const source = await gatherReport(session, audience);
    const paper = buildReport(source, audience);
    const file = await givePaper(session, `report-${audience}.html`, paper, options);
    if (session.flags.json) session.host.out.write(toJson(reportDocument(source.plan, audience, paper, file)));
    const { before } = SIGHTS[audience];
    if (before !== null) session.tell([text(before)]);
  },
};

async function audienceOf(session: Session, input: Input): Promise<Audience> {
  const typed = textOption(input, 'for')?.trim().toLowerCase();
  if (typed !== undefined && isAudience(typed)) return typed;
  const which = AUDIENCES.join(', ');
  const example = 'For example: induct report --for director';
  if (typed !== undefined) throw usage(`--for: "${shown(typed)}" is none of the readers: ${which}.`, example);
  if (!session.canAsk) throw usage(`Say whom the report is for, with --for: ${which}.`, example);
  const labels: Readonly<Record<Audience, string>> = {
    me: 'me',
    director: "the director of children's services",
    ofsted: 'an inspection (Ofsted)',
    scrutiny: 'scrutiny',
    'next-holder': 'the next portfolio holder',
  };
  const prompter = await session.prompter();
  const choices = AUDIENCES.map((id) => ({ id, label: labels[id] }));
  return (await prompter.choose({ message: 'Whom is the report for?' }, choices, 'me')) as Audience;
}

/** Everything a report is made from. */
async function gatherReport(session: Session, audience: Audience): Promise<ReportInput> {
  const { plan, companion, published, store } = await session.gatherFigures();
  const { indicators } = await session.host.packs().load('indicators');
  const events = await store.journal(plan.induction.id, { types: RECORDED });
  const figures = buildFigures(plan, companion, published, indicators);
  const notes = SIGHTS[audience].notes ? await session.notes(plan) : new Map();
  return { plan, companion, events, figures: indicators, published: figures, notes };
}
