import type { CivilDate, WorkCalendar } from '../dates/index.ts';
import type { CouncilAnswer } from '../events.ts';
import type { Capacity, Doer, How, Kind, Pack, PackAction, PackMeeting, PackOccasion, Source } from '../pack.ts';
import type { MeetingProgress, Progress, QuietProgress } from '../progress.ts';
import type { PlanPerson } from './people.ts';

export type Status = 'todo' | 'arranged' | 'received' | 'done' | 'skipped';

/** One note about an action. `on` is the civil date it speaks of, `recordedOn` the day it was typed. */
export type Note = {
  readonly on: CivilDate;
  readonly recordedOn: CivilDate;
  readonly text: string;
  readonly private: boolean;
};

/** An action with everything that follows from the list, the answers, the record and today. */
export type PlanAction = {
  readonly id: string;
  readonly number: string;
  readonly step: string;
  readonly kind: Kind;
  readonly title: string;
  readonly name: string;
  readonly status: Status;
  readonly due: CivilDate | null;
  readonly suggestedDue: CivilDate | null;
  /** True when `due` is the user's own and not our suggestion. */
  readonly dueSet: boolean;
  readonly overdue: boolean;
  readonly daysOverdue: number;
  readonly after: readonly string[];
  readonly blockedBy: readonly string[];
  readonly doer: Doer;
  readonly how: How;
  readonly arrangedOn: CivilDate | null;
  readonly arrangedFor: CivilDate | null;
  readonly arrangedTime: string | null;
  readonly arrangedWith: string | null;
  readonly receivedOn: CivilDate | null;
  readonly location: string | null;
  /** Of a paper: what it is called here, its own date, and whether it may not be copied from. */
  readonly localTitle: string | null;
  readonly dated: CivilDate | null;
  readonly restricted: boolean;
  readonly doneOn: CivilDate | null;
  readonly skippedBy: 'you' | 'answer' | null;
  readonly skippedBecause: string | null;
  readonly source: Source;
  readonly retired: boolean;
  /** The day its suggested date counts from: the plan's, or a later answer's. */
  readonly base: CivilDate;
  /** Its place in the plan, from 0. */
  readonly position: number;
  readonly pack: PackAction | null;
};

export type PlanStep = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly source: Source;
  readonly actions: readonly PlanAction[];
};

/** One sitting that is open now. `actions` are those it would still settle. */
export type PlanOccasion = {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly short: string | null;
  readonly hint: string | null;
  readonly how: How;
  readonly verb: 'do' | 'ask';
  readonly doer: Doer;
  readonly due: CivilDate | null;
  readonly overdue: boolean;
  readonly daysOverdue: number;
  readonly actions: readonly PlanAction[];
  /** True where it only reminds of what was asked for and has not come. */
  readonly chase: boolean;
  readonly position: number;
  readonly pack: PackOccasion | null;
};

/** One date of a meeting; `from` is `rule` where it comes from the rhythm and nothing was recorded about it. */
export type PlanMeetingDate = {
  readonly date: CivilDate;
  readonly time: string | null;
  readonly place: string | null;
  readonly attended: boolean;
  readonly apologies: boolean;
  readonly note: string | null;
};

export type PlanMeeting = {
  readonly id: string;
  readonly name: string;
  readonly localName: string | null;
  readonly capacity: Capacity | null;
  readonly capacityConfirmed: boolean;
  readonly frequency: string | null;
  readonly next: PlanMeetingDate | null;
  readonly dates: readonly PlanMeetingDate[];
  readonly lastAttended: CivilDate | null;
  readonly action: string | null;
  readonly pack: PackMeeting | null;
  readonly progress: MeetingProgress;
};

/** Whose plan it is, as every document says it. */
export type InductionHead = {
  readonly id: string;
  readonly name: string | null;
  readonly typing: 'holder' | 'officer';
  readonly title: string | null;
  /** `mayor` where a mayor gave the role. */
  readonly givenBy: string;
  readonly council: CouncilAnswer;
  readonly appointed: CivilDate;
};

/** What a plan is built from. */
export type PlanInput = {
  readonly pack: Pack;
  readonly induction: string;
  readonly progress: Progress;
  readonly today: CivilDate;
  readonly calendar: WorkCalendar;
};

export type Plan = {
  readonly today: CivilDate;
  readonly calendar: WorkCalendar;
  readonly pack: Pack;
  readonly progress: Progress;
  readonly induction: InductionHead;
  /** The day that suggested dates count from. */
  readonly datesFrom: CivilDate;
  readonly steps: readonly PlanStep[];
  readonly actions: readonly PlanAction[];
  readonly occasions: readonly PlanOccasion[];
  readonly meetings: readonly PlanMeeting[];
  readonly people: readonly PlanPerson[];
  readonly quiet: readonly QuietProgress[];
};
