import { type Answers, type AnswerValue, decideAnswers } from '../../core/decide-answers.ts';
import { draft } from '../../core/events.ts';
import type { Question } from '../../core/pack.ts';
import { isStale } from '../../core/stale.ts';
import { keepNotice, tellNotice } from '../../session/notice.ts';
import type { Session } from '../../session/session.ts';
import type { Store } from '../../store/store.ts';

const MOST_TRIES = 20;

/** Somebody else has finished the same first start meanwhile. */
export class AlreadyStarted extends Error {}

/** A plan in the making: its answers are kept one by one, and `finish` makes it a plan. */
export class FirstStart {
  /** What was answered before an interruption. */
  readonly saved: Answers;
  readonly #session: Session;
  readonly #questions: readonly Question[];
  readonly #another: boolean;
  #induction: string | null;
  #store: Store | null;
  #told = false;

  private constructor(
    session: Session,
    questions: readonly Question[],
    begun: { readonly store: Store | null; readonly induction: string | null; readonly another: boolean },
  ) {
    this.#another = begun.another;
    this.#session = session;
    this.#questions = questions;
    this.#store = begun.store;
    this.#induction = begun.induction;
    const progress = begun.induction === null ? null : begun.store?.snapshot(begun.induction).progress;
    this.saved = new Map([...(progress?.answer ?? [])].map(([id, { answer }]) => [id, answer]));
  }

  /**
   * The plan to begin or to carry on with; null when the current holder's is finished.
   * @param another true for a further holder; one that was begun and not finished is carried on with
   */
  static async find(session: Session, questions: readonly Question[], another: boolean): Promise<FirstStart | null> {
    const store = await session.host.openStore({ create: false });
    const current = store?.current() ?? null;
    const finished = store !== null && current !== null && store.isStarted(current);
    if (finished && !another) return null;
    return new FirstStart(session, questions, { store, induction: finished ? null : current, another: finished });
  }

  /**
   * Shows the notice, once a folder. It never waits for an answer. What there is to write is written after the first
   * question: making the record takes as long as a start.
   */
  begin(): void {
    tellNotice(this.#session, this.#store);
    this.#told = true;
  }

  /** Whether an answer is kept, of now or of before. */
  get hasKept(): boolean {
    return this.#induction !== null;
  }

  /** Where a question was left, the notice has been seen all the same. */
  async stop(): Promise<void> {
    try {
      await this.#record();
    } catch {
      // Then it is shown again; why nothing can be written is told when there is something to write.
    }
  }

  /** Keeps one answer the moment it is given. */
  async keepOne(question: string, answer: AnswerValue): Promise<void> {
    await this.keep(new Map([[question, answer]]));
  }

  async keep(answers: Answers): Promise<void> {
    if (answers.size > 0) this.#append(await this.#record(), answers, false);
  }

  /** Keeps what is not kept yet, and makes it a plan. */
  async finish(answers: Answers): Promise<void> {
    this.#append(await this.#record(), answers, true);
  }

  /** The record, whose file is made if there is none. */
  async #record(): Promise<Store> {
    const store = this.#store ?? (await this.#session.host.openStore({ create: true }));
    if (store === null) throw new Error('the record was not made');
    this.#store = store;
    if (!this.#told) this.begin();
    keepNotice(this.#session, store);
    return store;
  }

  /** Two may begin at the same moment: then both answer for one plan, and who comes too late to begin is told so. */
  #append(store: Store, answers: Answers, last: boolean): void {
    const stamp = this.#session.stamp(answers.get('typing') === 'officer' ? 'officer' : 'holder');
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.#induction ??= store.create(stamp, this.#another ? undefined : null);
        if (store.isStarted(this.#induction)) throw new AlreadyStarted();
        const { progress, version } = store.snapshot(this.#induction);
        const { today } = this.#session;
        const drafts = decideAnswers(answers, this.#questions, progress, today, true);
        if (last) drafts.push(draft('started', '', 'Start', today, { notice: true }));
        if (drafts.length > 0) store.append(this.#induction, drafts, stamp, version);
        return;
      } catch (error) {
        if (!isStale(error) || attempt >= MOST_TRIES) throw error;
        this.#induction ??= store.current();
      }
    }
  }
}
