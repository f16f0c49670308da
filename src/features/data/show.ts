import { type Command, textOption } from '../../commands.ts';
import { decideQuestion, openQuestions } from '../../core/decide-companion.ts';
import { buildFigures } from '../../core/figures/figure.ts';
import { findIndicator, type Indicator } from '../../core/figures/indicator.ts';
import { usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';
import { giveReceipt } from '../../session/receipt.ts';
import type { Session } from '../../session/session.ts';
import { DIRECTOR } from '../../session/whom.ts';
import { showText } from './text-show.ts';
import { showDocument } from './view.ts';

/** `induct data show`: one figure whole; in a terminal its questions can be kept, each with one key. */
export const show: Command = {
  name: 'show',
  group: 'People and papers',
  about: 'Show one figure: its years, what it means, what to ask',
  args: '[figure...]',
  options: [{ flags: '--ask <n>', about: 'keep its question number n, for the director' }],
  examples: ['induct data show repeat-referrals', 'induct data show stability --ask 1'],
  run: async (session, input) => {
    const { plan, companion, published } = await session.gatherFigures();
    const { indicators, councils } = await session.host.packs().load('indicators', 'councils');
    const word = input.args.join(' ').trim();
    if (word === '' && !session.canAsk) {
      throw usage('Say which figure.', 'For example: induct data show repeat-referrals');
    }
    const indicator = findIndicator(indicators, word === '' ? await choose(session, indicators) : word);
    const number = textOption(input, 'ask');
    if (number !== undefined) return keepQuestion(session, questionOf(indicator, number));
    const [figure] = buildFigures(plan, companion, published, [indicator]);
    if (figure === undefined) return;
    const neighbours = (published.neighbours ?? []).flatMap(
      (gss) => councils.find((one) => one.gss === gss)?.short ?? [],
    );
    await session.show(
      () => showDocument(plan, figure),
      () => showText(plan, figure, { draws: session.draws, neighbours }),
    );
    const asked = openQuestions(companion).map(({ one }) => one.text);
    const left = indicator.ask.filter((question) => !asked.includes(question));
    if (!session.canAsk || session.flags.json || left.length === 0 || !session.host.out.isTerminal) return;
    const prompter = await session.prompter();
    const choices = [
      { id: '0', label: 'None' },
      ...left.map((question) => ({ id: String(indicator.ask.indexOf(question) + 1), label: question })),
    ];
    const chosen = await prompter.choose({ message: 'Keep one of these for the director?' }, choices, '0');
    if (chosen !== '0') await keepQuestion(session, questionOf(indicator, chosen));
  },
};

async function choose(session: Session, indicators: readonly Indicator[]): Promise<string> {
  const prompter = await session.prompter();
  const choices = indicators.map(({ id, title }) => ({ id, label: title }));
  return prompter.choose({ message: 'Which figure?' }, choices, choices[0]?.id);
}

function questionOf({ ask, title }: Indicator, number: string): string {
  const found = /^\d+$/.test(number.trim()) ? ask[Number(number) - 1] : undefined;
  if (found !== undefined) return `${title}: ${found.charAt(0).toLowerCase()}${found.slice(1)}`;
  throw usage(`--ask: "${shown(number)}" is none of its questions.`, `Type a number from 1 to ${ask.length}.`);
}

async function keepQuestion(session: Session, text: string): Promise<void> {
  const recorded = await session.recordAll(({ companion, next, plan }) =>
    openQuestions(companion, DIRECTOR).some(({ one }) => one.text === text)
      ? []
      : [decideQuestion({ text, to: DIRECTOR, visit: null, on: plan.today }, next('question'))],
  );
  const [made] = recorded.drafts;
  await giveReceipt(session, recorded, [
    made === undefined ? 'That question is open already.' : `Question ${made.subject} for the director: ${text}`,
  ]);
}
