import { type CivilDate, sayDayDate, sayDayDateNear, sayTime } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import { goesAs } from '../../core/meetings/say-capacity.ts';
import { sayPapers } from '../../core/papers.ts';
import { nameOfWhom } from '../../core/people.ts';
import type { PlanMeeting } from '../../core/plan/types.ts';
import { fill } from '../../core/voice.ts';
import type { Coming, StillToCome } from './coming.ts';
import type { BriefView } from './view.ts';

/** One part of the page, on a screen and on paper. */
export type Part = {
  readonly heading: string;
  readonly lines: readonly Line[];
  /** True where the heading says it all, and the part stands without lines too. */
  readonly alone?: boolean;
};
export type Line = {
  readonly label: string;
  readonly text: string;
  readonly right?: string;
  readonly under?: readonly string[];
};

/** Who speaks on the page: the holder in the first person, else of the holder by name. */
export type Speaker = { readonly mine: boolean; readonly I: string; readonly you: string };
export const FIRST_PERSON: Speaker = { mine: true, I: 'I', you: 'I' };

/** On a screen the holder's own page speaks in the first person, and the officer's of the holder. */
export function speakerOf({ plan }: BriefView): Speaker {
  const voice = voiceOf(plan);
  return voice.officer ? { mine: false, I: voice.You, you: voice.you } : FIRST_PERSON;
}

/** Who it is about, and when: `Chief executive: Wed 3 June 2026, 4pm`. */
export function sayTitle({ about, firstHour }: BriefView): string {
  const { next } = about;
  const name = about.name === null ? '' : `, ${about.name}`;
  const oneToOne = about.held.some((meeting) => meeting.next === next && /\bone.to.one\b|\b1.?1\b/i.test(meeting.name));
  const what = firstHour ? ['first hour'] : oneToOne ? ['one-to-one'] : [];
  if (next === null) return `${about.title}${name}: ${[...what, 'no date yet'].join(', ')}`;
  const when = [sayDayDate(next.date, { year: true }), ...(next.time === null ? [] : [sayTime(next.time)])];
  return `${about.title}${name}: ${[...what, ...when, ...(next.place === null ? [] : [next.place])].join(', ')}`;
}

export const TAKE_ALONG = 'To take along. No names of children or families, here or in your notes.';
export const TAKE_ALONG_OFFICER = 'To take along. No names of children or families, here or in any notes.';

/** The parts of the page in their order, without those that are empty. `cover`: with the questions under each point. */
export function briefParts(view: BriefView, speaker: Speaker, cover: boolean): Part[] {
  const { plan, agreed, urgentNews, before } = view;
  const day = (date: CivilDate) => sayDayDateNear(date, plan.today);
  const parts: Part[] = [
    {
      heading: `AGREED LAST TIME, ${day(agreed?.on ?? plan.today)}`,
      lines: agreed === null ? [] : [line(agreed.text)],
    },
    { heading: 'HOW URGENT NEWS TRAVELS', lines: urgentNews === null ? [] : [line(urgentNews.text)] },
    {
      heading: 'AGREED WITH THE DIRECTOR BEFORE',
      lines: before.map(({ on, text }) => ({ label: '', text, right: day(on) })),
    },
    { heading: view.firstHour ? 'TO TALK THROUGH' : 'STILL TO TALK THROUGH', lines: points(view, cover) },
    { heading: 'FIGURES', lines: view.figures.map(line) },
    {
      heading: speaker.mine ? 'MY OPEN QUESTIONS' : 'OPEN QUESTIONS',
      lines: view.questions.map(({ id, one }) => ({ label: id, text: one.text, right: `asked ${day(one.askedOn)}` })),
    },
    { heading: 'PROMISED', lines: promised(view, day) },
    ...role(view, speaker),
    { heading: 'BRING', lines: view.bring.map((one) => line(ofHolder(one, speaker))) },
    { heading: 'LISTEN FOR', lines: view.listenFor.map((one) => line(ofHolder(one, speaker))) },
    {
      heading: 'TO DO BEFORE IT',
      lines: view.prepare.map((action) => ({ label: action.number, text: fill(action.title, voiceOf(plan)) })),
    },
    {
      heading: speaker.mine ? 'COMING UP: what should I expect?' : `COMING UP: what should ${speaker.you} expect?`,
      lines: view.comingUp.map((one) => coming(one, view, speaker)),
    },
    ...view.stillToCome.map((one) => toCome(one, day)),
    {
      heading: speaker.mine ? 'BEFORE I GO' : 'BEFORE LEAVING',
      lines: view.lastly === null ? [] : [line(`"${view.lastly}"`)],
    },
  ];
  return parts.filter((part) => part.lines.length > 0 || part.alone === true);
}

function line(text: string): Line {
  return { label: '', text };
}

/** With their questions, points are said by them; without, in a line of their own, where they have one. */
function points({ points: list }: BriefView, cover: boolean): Line[] {
  return list.map(({ action, say, cover: questions, line: own }) => {
    const [first, ...rest] = questions;
    if (!own) return { label: action.number, text: say, under: questions };
    if (cover && first !== undefined) return { label: action.number, text: first, under: rest };
    return { label: action.number, text: say };
  });
}

function promised({ plan, about, promises }: BriefView, day: (date: CivilDate) => string): Line[] {
  return promises.map(({ id, one }) => ({
    label: id,
    text: one.to === about.id ? one.text : `${one.text} (to ${nameOfWhom(one.to, plan)})`,
    ...(one.by === null ? {} : { right: `by ${day(one.by)}` }),
  }));
}

/** In what role one goes to a meeting, on what law it rests, who chairs it, when its papers are out. */
function role({ plan, about, papers }: BriefView, speaker: Speaker): Part[] {
  const { meeting } = about;
  if (meeting === null) return [];
  const as = sayRole(meeting, speaker);
  const { basis = null, chair = null } = meeting.pack ?? {};
  const lines = [
    ...(as === '' ? [] : [line(as)]),
    ...(chair === null ? [] : [line(`Chair: ${ofHolder(chair, speaker)}.`)]),
    ...(basis === null ? [] : [line(`The law: ${basis.replace(/ The address .*$/, '')}`)]),
    ...(papers === null ? [] : [line(sayPapers(papers, plan.today))]),
  ];
  return [{ heading: 'IN WHAT ROLE', lines }];
}

/** What follows "you", as it follows a name. */
const OF_ONE: Readonly<Record<string, string>> = { are: 'is', do: 'does', have: 'has' };

/** What the list says to the holder, as an officer reads it of them; what is quoted stays. */
function ofHolder(words: string, { mine, you }: Speaker): string {
  if (mine) return words;
  return words.replace(/"[^"]*"|\byour\b|\byou\b(?: (are|do|have)\b)?/g, (found, verb?: string) => {
    if (found.startsWith('"')) return found;
    if (found === 'your') return 'their';
    return verb === undefined ? you : `${you} ${OF_ONE[verb]}`;
  });
}

function sayRole({ capacity, pack, progress }: PlanMeeting, { mine, I, you }: Speaker): string {
  if (capacity === null) return '';
  const words = progress.capacity === null ? (pack?.capacityWords ?? '') : '';
  if (words.startsWith('ask:')) return `Ask in what role ${you} ${mine ? 'go' : 'goes'}.`;
  const said = goesAs(capacity, { officer: !mine, you, your: '', You: I, Your: '', leader: '' });
  return `${said}.${/: *confirm$/.test(words) ? ' Confirm it.' : ''}`;
}

function coming({ meeting, next, papers }: Coming, { plan }: BriefView, speaker: Speaker): Line {
  const said = [
    `${meeting.localName ?? meeting.name}${next.place === null ? '' : `, ${next.place}`}.`,
    sayRole(meeting, speaker),
    papers === null ? '' : sayPapers(papers, plan.today),
  ];
  return { label: sayDayDateNear(next.date, plan.today), text: said.filter(Boolean).join(' ') };
}

function toCome({ of, since, asked, actions, first }: StillToCome, day: (date: CivilDate) => string): Part {
  const noun = NOUNS[actions[0]?.kind ?? ''] ?? 'things';
  const [only] = actions;
  const count = asked > actions.length ? `${actions.length} of ${asked} ${noun}` : `${actions.length} ${noun}`;
  const what = actions.length === 1 && asked === 1 && only !== undefined ? only.name : count;
  return {
    alone: true,
    heading: `STILL TO COME${of === null ? '' : ` FROM ${of.toUpperCase()}`}: ${what}, asked for ${day(since)}`,
    lines: first.length === 0 ? [] : [line(`Needed first: ${first.map((action) => inside(action.name)).join(', ')}`)],
  };
}

const NOUNS: Readonly<Record<string, string>> = { document: 'documents', meeting: "meetings' dates" };

/** A name as it reads in the middle of a sentence: a small first letter, but for a word in capitals or a proper name. */
function inside(name: string): string {
  return /^[A-Z][a-z]/.test(name) && !/^Ofsted/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
