import { type Command, textOption } from '../../commands.ts';
import type { Council } from '../../core/councils.ts';
import { type Draft, draft } from '../../core/events.ts';
import { decideImport, type ImportOutcome } from '../../core/figures/decide-import.ts';
import { findIndicator, type Indicator } from '../../core/figures/indicator.ts';
import { type ColumnMap, readMap } from '../../core/figures/plain-file.ts';
import { asPredecessor, findPredecessor, hasCouncil, predecessorsIn } from '../../core/figures/predecessor.ts';
import { OWN, type Predecessor } from '../../core/figures/published.ts';
import { isProblem, Problem, usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';
import { giveReceipt } from '../../session/receipt.ts';
import type { GatheredFigures, Session } from '../../session/session.ts';
import { askIfWanted } from '../../session/typed.ts';
import { decideFigure } from './decide.ts';
import { type ReadFile, readFigures } from './import-file.ts';
import { baseName, sayImported } from './text-import.ts';

const EXAMPLE = 'induct data import FILE.csv FILE.csv';

/** `induct data import`: published figures, from the files of the DfE; or a CSV file of the council's own. */
export const importFigures: Command = {
  name: 'import',
  group: 'People and papers',
  about: 'Import published figures from CSV files of the DfE, or a CSV of your own',
  args: '[files...]',
  options: [
    { flags: '--as <figure>', about: 'the figure that a file of your own holds' },
    { flags: '--map <columns>', about: 'its columns: "period=Month,value=Rate"' },
    { flags: '--predecessor <council>', about: 'for a new council: whose figures stand for the years before' },
  ],
  examples: [
    'induct data import c1_children_in_need_referrals.csv sn_model_2025.csv',
    'induct data import c1_children_in_need_referrals.csv sn_model_2025.csv --json',
  ],
  run: async (session, input) => {
    const { plan } = await session.gatherFigures();
    const { indicators, councils } = await session.host.packs().load('indicators', 'councils');
    const paths = input.args.length > 0 ? input.args : await askPaths(session);
    const council = councils.find((one) => one.gss === plan.induction.council.gss) ?? null;
    const as = textOption(input, 'as');
    const map = textOption(input, 'map');
    const plain = plainSource(session, indicators, {
      indicator: as === undefined ? null : findIndicator(indicators, as),
      map: map === undefined ? null : readMap(map),
    });
    const former = textOption(input, 'predecessor');
    const wanted = former === undefined ? null : findPredecessor(council, former);
    const forced = as !== undefined || map !== undefined;
    const context = { session, plan, indicators, councils, council, plain, forced };
    const files = await readAll(paths, (path) => readFigures(path, context));
    const own = plan.induction.council.gss ?? OWN;
    const before = new Map<ReadFile, Predecessor | null>();
    for (const file of files)
      before.set(
        file,
        file.kind === 'dfe'
          ? await predecessorOf(session, file, {
              council,
              own,
              wanted: wanted?.gss ?? null,
              short: plan.induction.council.short,
            })
          : null,
      );

    let outcomes: { file: ReadFile; outcomes: readonly ImportOutcome[] }[] = [];
    const recorded = await session.recordFigures((gathered) => {
      outcomes = files.map((file) => ({ file, outcomes: outcomesOf(file, before.get(file) ?? null, gathered) }));
      return [
        ...outcomes.flatMap((one) => one.outcomes.flatMap((outcome) => outcome.draft ?? [])),
        ...files.flatMap((file) => otherDrafts(file, gathered)),
      ];
    });
    await giveReceipt(
      session,
      recorded,
      sayImported(outcomes, { plan: recorded.after, council, recorded: recorded.drafts }),
    );
  },
};

/** The files, one after the other until Enter. */
async function askPaths(session: Session): Promise<string[]> {
  const hint = 'Which to download, and from where: induct data files';
  if (!session.canAsk) throw usage('Say which files.', hint);
  const paths: string[] = [];
  for (;;) {
    const message =
      paths.length === 0 ? 'Which file? Its name, with its folder' : 'And which else? Enter when that is all';
    const typed = await askIfWanted(session, { message });
    if (typed === null && paths.length === 0) throw usage('Nothing was imported.', hint);
    if (typed === null) return paths;
    paths.push(typed.replace(/^"(.*)"$/, '$1'));
  }
}

/** Every file to its end before anything is recorded; what is wrong with several is told at once. */
async function readAll(paths: readonly string[], read: (path: string) => Promise<ReadFile>): Promise<ReadFile[]> {
  const files: ReadFile[] = [];
  const problems: Problem[] = [];
  for (const path of [...new Set(paths)]) {
    try {
      files.push(await read(path));
    } catch (error) {
      if (!isProblem(error)) throw error;
      problems.push(error);
    }
  }
  const [first] = problems;
  if (first === undefined) return files;
  const lines = problems.map((problem) => problem.message);
  throw new Problem(first.exitCode, [...lines, 'Nothing was imported.'].join('\n'), first.hint);
}

function outcomesOf(file: ReadFile, before: Predecessor | null, { plan, published }: GatheredFigures): ImportOutcome[] {
  if (file.kind !== 'dfe') return [];
  const { gss, region } = plan.induction.council;
  const input = { file: baseName(file.path), before, place: { gss, region }, today: plan.today };
  return file.file.figures.map((figure) => decideImport(published, { ...input, figure }));
}

function otherDrafts(file: ReadFile, { plan, companion, published }: GatheredFigures): Draft[] {
  switch (file.kind) {
    case 'dfe':
      return [];
    case 'plain':
      return file.points.flatMap((point) =>
        decideFigure(companion, file.indicator, { ...point, note: null }, plan.today),
      );
    case 'neighbours': {
      const { neighbours } = file;
      if (published.neighbours?.join() === neighbours.join()) return [];
      const body = { file: baseName(file.path), neighbours };
      return [draft('neighbours-listed', 'neighbours', 'Statistical neighbours', plan.today, body)];
    }
  }
}

type Whose = {
  readonly council: Council | null;
  readonly own: string;
  /** The code of the one named by --predecessor. */
  readonly wanted: string | null;
  readonly short: string;
};

/** The council whose figures stand for the years before; asked for where a file has only that one. */
async function predecessorOf(
  session: Session,
  { path, file }: Extract<ReadFile, { kind: 'dfe' }>,
  { council, own, wanted, short }: Whose,
): Promise<Predecessor | null> {
  const there = predecessorsIn(file, council);
  const named = there.find(({ former }) => former.gss === wanted);
  if (named !== undefined) return asPredecessor(named);
  if (hasCouncil(file, own)) return null;
  const [first] = there;
  const absent = `${path} has no row for ${short}.`;
  if (first === undefined) throw usage(`${absent} Nothing was imported.`, 'Is it the right file, and the whole of it?');
  const names = there.map(({ former }) => former.name).join(' and ');
  const why = `${absent} It was formed from ${names}, which the file has.`;
  if (!session.canAsk) {
    const example = `--predecessor "${first.former.name}"`;
    throw usage(`${why} Nothing was imported.`, `To take those figures for the years before: add ${example}`);
  }
  const prompter = await session.prompter();
  const choices = [
    ...there.map(({ former }) => ({ id: former.gss, label: former.name })),
    { id: 'none', label: 'None: import nothing' },
  ];
  const id = await prompter.choose(
    { message: 'Whose figures stand for the years before?', why },
    choices,
    first.former.gss,
  );
  const chosen = there.find(({ former }) => former.gss === id);
  if (chosen === undefined) throw usage('Nothing was imported.');
  return asPredecessor(chosen);
}

type Given = { readonly indicator: Indicator | null; readonly map: ColumnMap | null };

/** Which figure a file of the council's own holds, and in which columns: as said, else asked for. */
function plainSource(session: Session, indicators: readonly Indicator[], { indicator, map }: Given) {
  return async (path: string, columns: readonly string[]) => {
    const missing = [
      ...(indicator === null ? ['--as, which figure it holds'] : []),
      ...(map === null ? ['--map, which columns'] : []),
    ];
    if (missing.length > 0 && !session.canAsk) {
      throw usage(
        `${path} is none of the DfE's files known here. To read it, these are missing: ${missing.join('; ')}.`,
        `Its columns: ${columns.map(shown).join(', ')}. For example: ${EXAMPLE} --as stability --map "period=Month,value=Rate"`,
      );
    }
    const prompter = await session.prompter();
    const column = async (message: string, others: readonly string[]) =>
      prompter.choose(
        { message },
        others.map((name) => ({ id: name, label: name })),
        others[0],
      );
    const figure =
      indicator ??
      findIndicator(
        indicators,
        await prompter.choose(
          { message: `Which figure does ${path} hold?` },
          indicators.map(({ id, title }) => ({ id, label: title })),
          indicators[0]?.id,
        ),
      );
    if (map !== null) return { indicator: figure, map };
    const period = await column('Which column is the period?', columns);
    const value = await column(
      'Which column is the value?',
      columns.filter((name) => name !== period),
    );
    return { indicator: figure, map: { period, value } };
  };
}
