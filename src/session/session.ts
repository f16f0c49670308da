import type { Companion, CompanionKind } from '../core/companion.ts';
import { buildCalendar, type CalendarInput, type CivilDate, type WorkCalendar } from '../core/dates/index.ts';
import { headOf, type Notes } from '../core/documents.ts';
import type { Draft } from '../core/events.ts';
import type { Published } from '../core/figures/published.ts';
import { buildPlan } from '../core/plan/build.ts';
import type { Plan } from '../core/plan/types.ts';
import { isProblem, Problem } from '../core/problem.ts';
import { isStale } from '../core/stale.ts';
import type { Host } from '../host/host.ts';
import type { Stamp, Store } from '../store/store.ts';
import { Conversation } from './conversation.ts';
import { findHolder } from './holder.ts';

/** The plan, and the version of the record it was built from. */
export type Gathered = { readonly plan: Plan; readonly store: Store; readonly version: number };

/**
 * The same, and what goes with the plan: visits, questions, promises, figures, habits. `next` gives the number of a new
 * one of a kind (`q4`), which none ever had.
 */
export type GatheredAll = Gathered & {
  readonly companion: Companion;
  readonly next: (kind: CompanionKind) => number;
};

/** The same, with the published figures that were imported. */
export type GatheredFigures = GatheredAll & { readonly published: Published };

/** What recording did: the plan as it was and as it is, and what was written. */
export type Recorded = { readonly before: Plan; readonly after: Plan; readonly drafts: readonly Draft[] };

const MOST_TRIES = 20;

/** One run of one command: gathers, records, says. Everything a command needs from outside it gets through here. */
export class Session extends Conversation {
  #gathered: Gathered | null = null;
  #list: ReturnType<typeof loadList> | null = null;
  #calendar: { readonly table: CalendarInput; readonly calendar: WorkCalendar } | null = null;

  get today(): CivilDate {
    return this.host.today();
  }

  /** The record, or the error that says how to begin (3). */
  async store(): Promise<Store> {
    const store = await this.host.openStore({ create: false });
    if (store === null) throw noPlan();
    return store;
  }

  /** The plan of the holder meant: --holder, INDUCT_HOLDER, or the current one. @throws Problem (3) before `start` */
  async gather(): Promise<Gathered> {
    const store = await this.store();
    const { induction, snapshot } = store.atOnce(() => {
      const induction = findHolder(store, this.flags.holder ?? this.host.env.INDUCT_HOLDER);
      if (induction === null || !store.isStarted(induction)) throw noPlan(induction !== null);
      return { induction, snapshot: store.snapshot(induction) };
    });
    this.#gathered = await this.planFor(store, induction, snapshot);
    return this.#gathered;
  }

  /** The plan of a holder by id, whoever is current. */
  async planFor(store: Store, induction: string, snapshot = store.snapshot(induction)): Promise<Gathered> {
    const { progress, version } = snapshot;
    this.#list ??= loadList(this.host);
    const sections = await this.#list;
    const calendar = this.#calendarOf(sections.bankHolidays);
    const plan = buildPlan(
      { pack: sections, induction, progress, today: this.today, calendar },
      this.#gathered?.plan ?? null,
    );
    return { plan, store, version };
  }

  /** One calendar of one table: it remembers what it has worked out. */
  #calendarOf(table: CalendarInput): WorkCalendar {
    if (this.#calendar?.table !== table) this.#calendar = { table, calendar: buildCalendar(table) };
    return this.#calendar.calendar;
  }

  /** The plan with what was seen, asked, promised and counted beside it. */
  async gatherAll(): Promise<GatheredAll> {
    const gathered = await this.gather();
    const { store, plan } = gathered;
    const { id } = plan.induction;
    const next = (kind: CompanionKind) => store.everRecorded(id, kind) + 1;
    return { ...gathered, companion: store.companion(id), next };
  }

  /** All of that, and the published figures. */
  async gatherFigures(): Promise<GatheredFigures> {
    const gathered = await this.gatherAll();
    return { ...gathered, published: gathered.store.published(gathered.plan.induction.id) };
  }

  async plan(): Promise<Plan> {
    return (await this.gather()).plan;
  }

  /**
   * What a gathering gives, or null where there is no plan yet. With `evenDamaged` also where the record cannot be read:
   * for what helps without it.
   */
  async ifStarted<T>(gather: () => Promise<T>, { evenDamaged = false } = {}): Promise<T | null> {
    try {
      return await gather();
    } catch (error) {
      if (isProblem(error) && (error.exitCode === 3 || (evenDamaged && error.exitCode !== 2))) return null;
      throw error;
    }
  }

  /**
   * Gathers, decides, and appends what was decided in one transaction. When something else was recorded meanwhile,
   * all of it is done again on what is so now: nothing is lost, and nothing is decided on an old state.
   */
  async record(decide: (plan: Plan) => readonly Draft[]): Promise<Recorded> {
    // What was gathered last in this run may still hold; that is seen when it is written, in the same transaction.
    return this.#record(
      () => this.gather(),
      ({ plan }) => decide(plan),
      this.#gathered,
    );
  }

  /** As `record`, for what is decided on the plan and what goes with it. */
  async recordAll(decide: (gathered: GatheredAll) => readonly Draft[]): Promise<Recorded> {
    return this.#record(() => this.gatherAll(), decide);
  }

  /** As `recordAll`, for what is decided on the published figures too. */
  async recordFigures(decide: (gathered: GatheredFigures) => readonly Draft[]): Promise<Recorded> {
    return this.#record(() => this.gatherFigures(), decide);
  }

  async #record<G extends Gathered>(
    gather: () => Promise<G>,
    decide: (gathered: G) => readonly Draft[],
    last: G | null = null,
  ): Promise<Recorded> {
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt === 1 && last !== null;
      const gathered = isLast ? last : await gather();
      const { plan, store, version } = gathered;
      const drafts = decide(gathered);
      // Nothing is written, so nobody would notice that something else was.
      if (drafts.length === 0 && isLast) continue;
      if (drafts.length === 0) return { before: plan, after: plan, drafts };
      try {
        await this.beforeRecording(store);
        const { after } = store.append(plan.induction.id, drafts, this.stamp(plan.induction.typing), version);
        this.#gathered = await this.planFor(store, plan.induction.id, after);
        return { before: plan, after: this.#gathered.plan, drafts };
      } catch (error) {
        if (!isStale(error) || attempt >= MOST_TRIES) throw error;
      }
    }
  }

  /** Before the first record of a day the whole is copied into the backups; it never stands in the way of recording. */
  async beforeRecording(store: Store): Promise<void> {
    const { keepDailyCopy } = await import('./daily-copy.ts');
    await keepDailyCopy(this, store);
  }

  stamp(by: 'holder' | 'officer'): Stamp {
    return { by, at: this.host.now() };
  }

  async notes(plan: Plan): Promise<Notes> {
    return (await this.store()).notes(plan.induction.id);
  }

  /** The head of a document that needs no plan. */
  headWithoutPlan(schema: string): { schema: string; today: CivilDate } {
    return { schema, today: this.today };
  }

  head(schema: string, plan: Plan) {
    return headOf(schema, plan);
  }
}

/** What every plan is built of. */
async function loadList(host: Host) {
  return host.packs().load('steps', 'occasions', 'meetings', 'questions', 'people', 'bankHolidays');
}

/** Before `start`, or in the middle of it: exit code 3. */
export function noPlan(begun = false): Problem {
  return begun
    ? new Problem(3, 'The first questions are not all answered yet.', 'Carry on with: induct start')
    : new Problem(3, 'There is no plan yet.', 'Begin with: induct start');
}
