import { wordsOn } from '../../core/action-words.ts';
import type { Companion, PromiseProgress, QuestionProgress } from '../../core/companion.ts';
import { addDays, type CivilDate } from '../../core/dates/index.ts';
import { openPromises, openQuestions } from '../../core/decide-companion.ts';
import { headOf, type Notes, voiceOf } from '../../core/documents.ts';
import { papersOutBy } from '../../core/papers.ts';
import type { Plan, PlanAction } from '../../core/plan/types.ts';
import { isOpen } from '../../core/reference.ts';
import type { About } from '../../core/talks/about.ts';
import { type Agreed, allAgreed, urgentNews } from '../../core/talks/agreed.ts';
import { DIRECTOR, directorSince } from '../../core/talks/director.ts';
import { openPoints, type Point } from '../../core/talks/points.ts';
import { fill } from '../../core/voice.ts';
import { type Coming, comingUp, type StillToCome, stillToCome } from './coming.ts';

/** A page to take along to one person or meeting. What is empty is left out of it. */
export type BriefView = {
  readonly plan: Plan;
  readonly about: About;
  /** The very first hour with the director, which is about the seven points alone. */
  readonly firstHour: boolean;
  readonly agreed: Agreed | null;
  readonly urgentNews: Agreed | null;
  /** What was agreed with the director before the present one, urgent news first. */
  readonly before: readonly Agreed[];
  readonly points: readonly Point[];
  /** Sentences about figures, to be talked about. */
  readonly figures: readonly string[];
  readonly questions: readonly { readonly id: string; readonly one: QuestionProgress }[];
  /** To them, and for the director also what is due to anybody within two weeks. */
  readonly promises: readonly { readonly id: string; readonly one: PromiseProgress }[];
  readonly comingUp: readonly Coming[];
  readonly stillToCome: readonly StillToCome[];
  /** What is still to be done before a meeting. */
  readonly prepare: readonly PlanAction[];
  readonly bring: readonly string[];
  readonly listenFor: readonly string[];
  readonly papers: CivilDate | null;
  readonly lastly: string | null;
};

const PROMISE_DAYS = 14;

/** Gathers the page. @param figures what is to be said of figures there */
export function buildBrief(
  plan: Plan,
  companion: Companion,
  notes: Notes,
  about: About,
  figures: readonly string[] = [],
): BriefView {
  const { meeting, person } = about;
  const points = openPoints(about, plan);
  const covers = person?.covers ?? [];
  const firstHour = about.id === DIRECTOR && about.lastMet === null && points.length > 0 && covers.every(isOpen);
  const agreed = agreedWith(about, plan, notes);
  return {
    plan,
    about,
    firstHour,
    ...agreed,
    points,
    figures,
    questions: openQuestions(companion, about.id),
    promises: promisesFor(about, plan, companion),
    comingUp: firstHour || person === null ? [] : comingUp(plan, about),
    stillToCome: firstHour || person === null ? [] : stillToCome(plan, about),
    prepare: meeting === null ? [] : plan.actions.filter((one) => one.pack?.before === meeting.id && isOpen(one)),
    bring: (meeting?.lastAttended == null ? meeting?.pack?.bringFirstTime : meeting.pack?.bring) ?? [],
    listenFor: meeting?.pack?.listenFor ?? [],
    papers: meeting === null || meeting.next === null ? null : papersOutBy(meeting, meeting.next.date, plan.calendar),
    lastly: firstHour ? null : (person?.pack?.lastly ?? null),
  };
}

/** What was agreed last, and how urgent news travels; kept apart where that was with another director. */
function agreedWith(about: About, plan: Plan, notes: Notes): Pick<BriefView, 'agreed' | 'urgentNews' | 'before'> {
  const director = about.id === DIRECTOR;
  const since = director ? directorSince(plan) : null;
  const all = allAgreed(about, notes);
  const urgent = director ? urgentNews(notes) : null;
  const present = (one: Agreed) => since === null || one.on >= since;
  const old = all.filter((one) => !present(one)).at(-1);
  return {
    agreed: all.filter(present).at(-1) ?? null,
    urgentNews: urgent !== null && present(urgent) ? urgent : null,
    before: [...(urgent === null || present(urgent) ? [] : [urgent]), ...(old === undefined ? [] : [old])],
  };
}

function promisesFor(about: About, plan: Plan, companion: Companion): BriefView['promises'] {
  const until = addDays(plan.today, PROMISE_DAYS);
  return openPromises(companion).filter(
    ({ one }) => one.to === about.id || (about.id === DIRECTOR && one.by !== null && one.by <= until),
  );
}

/** `induct brief --json`. */
export function briefDocument(view: BriefView) {
  const { plan, about } = view;
  const { meeting } = about;
  const voice = voiceOf(plan);
  return {
    ...headOf('induct.brief/1', plan),
    about: { id: about.id, kind: about.kind, title: about.title, name: about.name },
    next: about.next === null ? null : { date: about.next.date, time: about.next.time, place: about.next.place },
    lastMet: about.lastMet,
    agreed: view.agreed,
    agreedBefore: view.before,
    urgentNews: view.urgentNews,
    talkThrough: view.points.map(({ action }) => ({
      id: action.id,
      number: action.number,
      title: fill(action.title, voice),
      cover: wordsOn(action, plan).cover,
    })),
    figures: view.figures,
    questions: view.questions.map(({ id, one }) => ({ id, text: one.text, to: one.to, askedOn: one.askedOn })),
    promises: view.promises.map(({ id, one }) => ({ id, text: one.text, to: one.to, by: one.by })),
    comingUp: view.comingUp.map(({ meeting: one, next, papers }) => ({
      id: one.id,
      name: one.localName ?? one.name,
      date: next.date,
      time: next.time,
      place: next.place,
      capacity: one.capacity,
      papers,
    })),
    stillToCome: view.stillToCome.map(({ of, since, asked, actions, first }) => ({
      of,
      since,
      asked,
      actions: actions.map((action) => action.id),
      first: first.map((action) => action.id),
    })),
    prepare: view.prepare.map((action) => action.id),
    capacity: meeting?.capacity ?? null,
    capacityConfirmed: meeting?.capacityConfirmed ?? false,
    basis: meeting?.pack?.basis ?? null,
    chair: meeting?.pack?.chair ?? null,
    papers: view.papers,
    bring: view.bring,
    listenFor: view.listenFor,
    lastly: view.lastly,
  };
}
