import { regions as REGIONS } from '../core/councils.ts';
import type { Condition } from '../core/pack.ts';
import type { Built, SectionName } from './registry.ts';

/** A mistake between two sections, at a path of the one to mend. */
export type CrossMistake = {
  readonly section: SectionName;
  readonly path: readonly (string | number)[];
  readonly message: string;
};

type Rule = { readonly needs: readonly SectionName[]; readonly check: (built: Built) => CrossMistake[] };

const RULES: readonly Rule[] = [
  { needs: ['occasions', 'steps'], check: checkOccasions },
  { needs: ['meetings', 'steps'], check: checkMeetings },
  { needs: ['questions', 'steps'], check: checkConditions },
  { needs: ['advisers'], check: checkAdvisers },
  { needs: ['indicators', 'steps'], check: checkIndicators },
  { needs: ['indicators', 'figureFiles'], check: checkFigureFiles },
  { needs: ['people', 'steps', 'meetings'], check: checkPeople },
  { needs: ['letters', 'people', 'steps'], check: checkLetters },
];

/**
 * The rules that hold between sections: what one names must be there in the other. Sections with mistakes are left out.
 * @param checked those of them that are known to keep the rules with each other
 */
export function checkAcross(built: Partial<Built>, checked: ReadonlySet<SectionName>): CrossMistake[] {
  const changed = RULES.filter(({ needs }) => !needs.every((name) => checked.has(name)));
  return changed.flatMap(({ needs, check }) =>
    needs.every((name) => built[name] !== undefined) ? check(built as Built) : [],
  );
}

function actionIds(built: Built): Set<string> {
  return new Set(built.steps.flatMap((step) => step.actions.map((action) => action.id)));
}

function checkOccasions(built: Built): CrossMistake[] {
  const actions = actionIds(built);
  const steps = new Set(built.steps.map((step) => step.id));
  return built.occasions.flatMap((entry, index) => {
    const covers = entry.covers.flatMap((name, place) =>
      actions.has(name) || steps.has(name)
        ? []
        : [
            {
              section: 'occasions' as const,
              path: ['occasions', index, 'covers', place],
              message: `${entry.id} covers ${name}, which is no action and no step`,
            },
          ],
    );
    const clash = steps.has(entry.id)
      ? [{ section: 'occasions' as const, path: ['occasions', index, 'id'], message: `${entry.id} is a step's id too` }]
      : [];
    return [...covers, ...clash];
  });
}

function checkMeetings(built: Built): CrossMistake[] {
  const actions = actionIds(built);
  const meetings = new Set(built.meetings.map((meeting) => meeting.id));
  const wrong = built.meetings.flatMap((meeting, index) =>
    actions.has(meeting.action)
      ? []
      : [
          {
            section: 'meetings' as const,
            path: ['meetings', index, 'action'],
            message: `${meeting.id} names the action ${meeting.action}, which is not there`,
          },
        ],
  );
  const before = eachAction(built).flatMap(({ action, path }) =>
    action.before === null || meetings.has(action.before)
      ? []
      : [
          {
            section: 'steps' as const,
            path: [...path, 'before'],
            message: `${action.id} is to be ready before ${action.before}, which is no meeting`,
          },
        ],
  );
  return [...wrong, ...before];
}

function eachAction(built: Built) {
  return built.steps.flatMap((step, stepIndex) =>
    step.actions.map((action, index) => ({ action, path: ['steps', stepIndex, 'actions', index] as const })),
  );
}

function checkConditions(built: Built): CrossMistake[] {
  const questions = new Map(built.questions.map((question) => [question.id, question]));
  const unknown = (condition: Condition): string | null => {
    for (const [id, answers] of Object.entries(condition)) {
      const question = questions.get(id);
      if (question === undefined) return `${id} is no question`;
      const known = new Set(['not-sure', ...question.answers.map((answer) => answer.id)]);
      const wrong = answers.find((answer) => question.kind === 'choice' && !known.has(answer));
      if (wrong !== undefined) return `${id} has no answer ${wrong}`;
    }
    return null;
  };
  return eachAction(built).flatMap(({ action, path }) => {
    const conditions: { condition: Condition; key: string }[] = [
      ...(action.when === null ? [] : [{ condition: action.when, key: 'when' }]),
      ...(action.again === null ? [] : [{ condition: action.again, key: 'again' }]),
      ...action.sooner.map((sooner) => ({ condition: sooner.when, key: 'sooner' })),
    ];
    const settled = action.settles.filter((id) => !questions.has(id));
    return [
      ...conditions.flatMap(({ condition, key }) => {
        const message = unknown(condition);
        return message === null ? [] : [{ section: 'steps' as const, path: [...path, key], message }];
      }),
      ...settled.map((id) => ({
        section: 'steps' as const,
        path: [...path, 'settles'],
        message: `${id} is no question`,
      })),
    ];
  });
}

function checkAdvisers(built: Built): CrossMistake[] {
  const covered = built.advisers.advisers.flatMap((adviser) => adviser.regions);
  const missing = REGIONS.filter((region) => !covered.includes(region));
  if (missing.length === 0) return [];
  return [{ section: 'advisers', path: ['advisers'], message: `nobody is listed for ${missing.join(', ')}` }];
}

function checkIndicators(built: Built): CrossMistake[] {
  const actions = actionIds(built);
  return built.indicators.flatMap((indicator, index) =>
    actions.has(indicator.action)
      ? []
      : [
          {
            section: 'indicators' as const,
            path: ['indicators', index, 'action'],
            message: `${indicator.id} names the action ${indicator.action}, which is not there`,
          },
        ],
  );
}

/** A figure that is published names a file that is there. */
function checkFigureFiles(built: Built): CrossMistake[] {
  const files = new Set(built.figureFiles.map((file) => file.id));
  return built.indicators.flatMap((indicator, index) =>
    indicator.published === null || files.has(indicator.published.file)
      ? []
      : [
          {
            section: 'indicators' as const,
            path: ['indicators', index, 'published', 'file'],
            message: `${indicator.id} names the file ${indicator.published.file}, which is not there`,
          },
        ],
  );
}

/** People name actions that are there, every person of the plan is among them, and none has the id of a meeting. */
function checkPeople(built: Built): CrossMistake[] {
  const actions = actionIds(built);
  const meetings = new Set(built.meetings.map((meeting) => meeting.id));
  const met = new Set(built.people.map((person) => person.action));
  const wrong = built.people.flatMap((person, index) => {
    const at = ['people', index] as const;
    const named = [...(person.action === null ? [] : [person.action]), ...person.covers, ...person.later];
    const missing = [...new Set(named)].filter((id) => !actions.has(id));
    const stray = Object.keys(person.points).filter((id) => !named.includes(id));
    return [
      ...stray.map((id) => ({
        path: [...at, 'points', id],
        message: `${person.id} has a point for ${id}, which it neither covers nor takes up later`,
      })),
      ...missing.map((id) => ({ path: [...at], message: `${person.id} names the action ${id}, which is not there` })),
      ...(meetings.has(person.id) ? [{ path: [...at, 'id'], message: `${person.id} is a meeting's id too` }] : []),
    ].map((one) => ({ section: 'people' as const, ...one }));
  });
  const unmet = eachAction(built)
    .filter(({ action }) => action.kind === 'person' && !met.has(action.id))
    .map(({ action }) => ({
      section: 'people' as const,
      path: ['people'],
      message: `nobody here belongs to ${action.id}, which is about a person`,
    }));
  return [...wrong, ...unmet];
}

/** Letters go to people who are there, and ask for actions or steps that are there. */
function checkLetters(built: Built): CrossMistake[] {
  const people = new Set(built.people.map((person) => person.id));
  const known = new Set([...actionIds(built), ...built.steps.map((step) => step.id)]);
  return built.letters.letters.flatMap((letter, index) => {
    const at = ['letters', index] as const;
    const nobody =
      letter.person === null || people.has(letter.person)
        ? []
        : [{ path: [...at, 'person'], message: `${letter.id} goes to ${letter.person}, who is not in people.yaml` }];
    const nothing = letter.covers.flatMap((name, place) =>
      known.has(name)
        ? []
        : [{ path: [...at, 'covers', place], message: `${letter.id} covers ${name}, which is no action and no step` }],
    );
    return [...nobody, ...nothing].map((one) => ({ section: 'letters' as const, ...one }));
  });
}
