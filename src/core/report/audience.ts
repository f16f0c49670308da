/** Whom a report is for. */
export const AUDIENCES = ['me', 'director', 'ofsted', 'scrutiny', 'next-holder'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What a reader gets to see, beside what everyone does. */
export type Sight = {
  /** In the title: "for the director"; null for one's own. */
  readonly called: string | null;
  /** Notes that are not private, and of a visit what was seen. */
  readonly notes: boolean;
  /** Private notes, what is open by our dates, what is not applicable, and what was added by hand. */
  readonly own: boolean;
  /** Names of officers and others, and words that may hold one. */
  readonly names: boolean;
  /** What was answered to questions, beside those that are open. */
  readonly answers: boolean;
  /** Where documents lie, and what is coming. */
  readonly onward: boolean;
  /** What to know before it is given away; null for one's own. */
  readonly before: string | null;
};

/** What each audience sees. Nothing here is ever decided anywhere else. */
export const SIGHTS: Readonly<Record<Audience, Sight>> = {
  me: { called: null, notes: true, own: true, names: true, answers: true, onward: true, before: null },
  director: {
    called: "for the director of children's services",
    notes: true,
    own: false,
    names: true,
    answers: true,
    onward: false,
    before: 'Read it before it is sent: notes that are not private are in it.',
  },
  ofsted: {
    called: 'for an inspection',
    notes: false,
    own: false,
    names: false,
    answers: true,
    onward: false,
    before: 'It goes through the director and the inspection lead, never straight to an inspector.',
  },
  scrutiny: {
    called: 'for scrutiny',
    notes: false,
    own: false,
    names: false,
    answers: true,
    onward: false,
    before: 'Show it to the director first: a report to scrutiny is a public paper.',
  },
  'next-holder': {
    called: 'for the next portfolio holder',
    notes: false,
    own: false,
    names: true,
    answers: false,
    onward: true,
    before: 'What the council should not lose: no notes are in it. For contacts and papers: induct handover',
  },
};

/** True for one of the audiences. */
export function isAudience(text: string): text is Audience {
  return (AUDIENCES as readonly string[]).includes(text);
}
