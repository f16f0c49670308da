import type { Contact } from './events.ts';

/** The pages that entries rest on. `induct` marks what is our own addition, `local` what a council added to the list. */
export const PAGES = {
  'model-induction': {
    title: 'LGA, Model induction for new children’s services portfolio holders',
    url: 'https://www.local.gov.uk/our-support/council-improvement-and-peer-support/childrens-services-improvement/model-induction-new',
  },
  'top-tips': {
    title: 'LGA, Top tips for children’s services portfolio holders',
    url: 'https://www.local.gov.uk/our-support/council-improvement-and-peer-support/childrens-services-improvement/top-tips-childrens',
  },
  induct: { title: 'Our addition, not from the LGA', url: null },
  local: { title: "The council's own list", url: null },
} as const;

export type Page = keyof typeof PAGES;
/** Where an entry comes from; `url` is the page's own unless the entry names a nearer one. */
export type Source = { readonly page: Page; readonly section: string; readonly url: string | null };

export type Kind = 'task' | 'document' | 'meeting' | 'person' | 'module' | 'topic' | 'figure' | 'own';
export type Doer = 'holder' | 'officer';
export type How = 'call' | 'email' | 'meeting' | 'reading' | 'sitting' | 'task';
/** For each question named, the answers under which something holds. */
export type Condition = Readonly<Record<string, readonly string[]>>;

/** One thing under a step, as the list has it. `within` counts working days. */
export type PackAction = {
  readonly id: string;
  readonly number: string;
  readonly step: string;
  readonly kind: Kind;
  readonly title: string;
  readonly name: string;
  readonly short: string | null;
  readonly within: number | null;
  readonly sooner: readonly { readonly when: Condition; readonly within: number }[];
  readonly before: string | null;
  /** Answers that bring it back once it is done. */
  readonly again: Condition | null;
  readonly when: Condition | null;
  readonly otherwise: string | null;
  readonly after: readonly string[];
  readonly doer: Doer;
  readonly how: How;
  readonly early: boolean;
  readonly first: boolean;
  readonly settles: readonly string[];
  /** Taken out by a council's own list: not applicable there, whatever is answered. */
  readonly hidden: boolean;
  readonly source: Source;
};

/** Why an action that a council's own list takes out is not applicable. */
export const NOT_USED = 'not used at this council';

export type PackStep = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly source: Source;
  readonly actions: readonly PackAction[];
  /** By the id of the action. Apart from the actions, since few commands show them. */
  readonly words: Readonly<Record<string, ActionWords>>;
};

/** What the list says on an action beside its title: how its page calls it, why it is done, and what to cover. */
export type ActionWords = {
  readonly pageWording: string | null;
  readonly why: string | null;
  readonly cover: readonly string[];
};

/** One sitting that settles one or more actions. `covers` holds action ids, in the order to take them. */
export type PackOccasion = {
  readonly id: string;
  readonly title: string;
  readonly one: string | null;
  readonly chase: string | null;
  readonly short: string | null;
  readonly how: How;
  readonly verb: 'do' | 'ask';
  readonly doer: Doer;
  readonly covers: readonly string[];
  readonly within: number | null;
  readonly hint: string | null;
};

export const CAPACITIES = ['member', 'chair', 'ex-officio', 'speaking-right', 'observer', 'witness', 'guest'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** One of the key meetings, or one the user added (then most of it is unknown). */
export type PackMeeting = {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly pageWording: string | null;
  readonly aliases: readonly string[];
  readonly capacity: Capacity | null;
  readonly capacityWords: string;
  readonly settledByLaw: boolean;
  readonly capacityNote: string | null;
  readonly frequency: string | null;
  readonly basis: string | null;
  readonly chair: string | null;
  readonly bring: readonly string[];
  readonly bringFirstTime: readonly string[];
  readonly listenFor: readonly string[];
  readonly papersPublic: boolean;
  /** How many clear working days before a meeting its papers are out; null where no rule says. */
  readonly papersDays: number | null;
  readonly action: string;
  readonly source: Source;
};

/**
 * One person or group to meet. `action` is the meeting as the plan has it; `covers` what to talk through with them, in
 * order; `later` what comes up once that is settled.
 */
export type PackPerson = {
  readonly id: string;
  readonly title: string;
  readonly action: string | null;
  readonly covers: readonly string[];
  readonly later: readonly string[];
  /** How a page to take along puts an action, in a line to be read aloud; by the action's id. */
  readonly points: Readonly<Record<string, string>>;
  /** Other words people use for them; also looked for in the name of a regular talk. */
  readonly aliases: readonly string[];
  /** Who sends papers and finds dates for them. */
  readonly office: string | null;
  /** A question to end with. */
  readonly lastly: string | null;
  /** How to reach them, where a council's own list says so; what is recorded comes first. */
  readonly contact: Contact;
};

export type Answer = { readonly id: string; readonly label: string };
/** One question of `start` or `profile`; its flag is its id with - for _. */
export type Question = {
  readonly id: string;
  readonly ask: string;
  readonly why: string;
  /** As put to an officer, about the holder. */
  readonly askOfficer: string;
  readonly whyOfficer: string;
  readonly kind: 'choice' | 'council' | 'date' | 'text';
  readonly answers: readonly Answer[];
  readonly default: string | null;
  readonly atStart: boolean;
  readonly past: boolean;
};

/** The sections that every plan is built from. */
export type Pack = {
  readonly steps: readonly PackStep[];
  readonly occasions: readonly PackOccasion[];
  readonly meetings: readonly PackMeeting[];
  readonly questions: readonly Question[];
  readonly people: readonly PackPerson[];
};
