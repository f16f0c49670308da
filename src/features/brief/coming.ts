import { addDays, type CivilDate } from '../../core/dates/index.ts';
import { papersOutBy } from '../../core/papers.ts';
import { plainText, wordsOf } from '../../core/plain-words.ts';
import { buildWaiting } from '../../core/plan/diary.ts';
import type { Plan, PlanAction, PlanMeeting, PlanMeetingDate } from '../../core/plan/types.ts';
import { type About, personOf } from '../../core/talks/about.ts';
import { DIRECTOR } from '../../core/talks/director.ts';

/** A meeting soon to come, and the day its papers are out. */
export type Coming = {
  readonly meeting: PlanMeeting;
  readonly next: PlanMeetingDate;
  readonly papers: CivilDate | null;
};

/** What somebody was asked for and has not sent. `asked`: how much it was of them in all; `first`: what is needed first. */
export type StillToCome = {
  readonly of: string | null;
  readonly since: CivilDate;
  readonly asked: number;
  readonly actions: readonly PlanAction[];
  readonly first: readonly PlanAction[];
};

const COMING_DAYS = 21;

/** The meetings of the next three weeks, soonest first; talks with one person are none. */
export function comingUp(plan: Plan, about: About): Coming[] {
  const until = addDays(plan.today, COMING_DAYS);
  return plan.meetings
    .flatMap((meeting) => {
      const { next } = meeting;
      if (next === null || next.date > until || meeting.id === about.id) return [];
      if (personOf(plan, meeting) !== undefined) return [];
      return [{ meeting, next, papers: papersOutBy(meeting, next.date, plan.calendar) }];
    })
    .sort((a, b) => (`${a.next.date} ${a.next.time ?? ''}` < `${b.next.date} ${b.next.time ?? ''}` ? -1 : 1));
}

/** What is still to come from somebody or their office, by the words it was asked with, longest first. */
export function stillToCome(plan: Plan, about: About): StillToCome[] {
  const found = new Map<string | null, StillToCome>();
  for (const { of, since, actions } of buildWaiting(plan)) {
    if (!isTheirs(of, actions, about)) continue;
    const before = found.get(of);
    const all = [...(before?.actions ?? []), ...actions];
    const asked = plan.actions.filter((action) => action.arrangedOn !== null && action.arrangedWith === of);
    found.set(of, {
      of,
      since: before?.since ?? since,
      asked: asked.filter((action) => action.kind === all[0]?.kind).length,
      actions: all,
      first: all.filter((action) => action.pack?.first === true),
    });
  }
  return [...found.values()];
}

/** What was asked of nobody in particular is the director's to bring, where it is a document. */
function isTheirs(of: string | null, actions: readonly PlanAction[], about: About): boolean {
  if (of === null) return about.id === DIRECTOR && actions.every((action) => action.kind === 'document');
  const { person } = about;
  const names = [
    about.id,
    about.title,
    about.name,
    person?.contact.post,
    person?.contact.pa,
    person?.pack?.office,
    ...(person?.pack?.aliases ?? []),
  ];
  const asked = bare(of);
  return names.some((name) => name !== null && name !== undefined && bare(name) === asked);
}

/** `the DCS's office` and `DCS office` as `dcs`. */
function bare(words: string): string {
  return wordsOf(plainText(words).replace(/'s\b/g, ''))
    .replace(/^the /, '')
    .replace(/ office$/, '');
}
