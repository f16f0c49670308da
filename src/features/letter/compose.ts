import { daysBetween, sayDate } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import type { Letters, PackLetter } from '../../core/pack-advice.ts';
import type { Plan, PlanAction } from '../../core/plan/types.ts';
import { holderName } from '../../core/voice.ts';
import type { Line } from './items.ts';
import type { Recipient } from './recipients.ts';

/** A letter as it is pasted. `actions` are those it is about; `records` that sending it means they were asked for. */
export type Letter = {
  readonly id: string;
  readonly to: string;
  readonly email: string | null;
  readonly subject: string;
  readonly paragraphs: readonly (readonly Line[])[];
  readonly actions: readonly PlanAction[];
  readonly records: boolean;
};

/** What a letter is made of, beside its words. `asked` says when, in words. */
export type Contents = {
  readonly id: string;
  readonly recipient: Recipient;
  readonly actions: readonly PlanAction[];
  readonly list: readonly Line[];
  readonly came: readonly Line[];
  readonly asked: string;
  readonly records: boolean;
};

/** Fills a letter's words in. What was typed by somebody is never read for braces again. */
export function compose(letter: PackLetter, letters: Letters, contents: Contents, plan: Plan): Letter {
  const values = valuesOf(letters, contents, plan);
  const { typing } = plan.induction;
  const signature = letters.signature[typing].map((line) => {
    const words = fillIn(line, values);
    return { label: null, text: line.startsWith('{role}') ? capital(words) : words };
  });
  const lists: Record<string, readonly Line[]> = { list: contents.list, came: contents.came, signature };
  return {
    id: contents.id,
    to: oneLine(contents.recipient.to),
    email: contents.recipient.email,
    subject: capital(fillIn(letter.subject, values)),
    paragraphs: letter.body.map((words) => paragraph(words, values, lists)).filter((lines) => lines.length > 0),
    actions: contents.actions,
    records: contents.records,
  };
}

/** A paragraph's lines: its sentence, and the list it ends with. Empty where that list is. */
function paragraph(words: string, values: Values, lists: Readonly<Record<string, readonly Line[]>>): Line[] {
  const [, before = words, name] = /^([\s\S]*?)\{(list|came|signature)\}\s*$/.exec(words) ?? [];
  const lines = name === undefined ? [] : (lists[name] ?? []);
  if (name !== undefined && lines.length === 0) return [];
  const sentence = fillIn(before, values).trim();
  return [...(sentence === '' ? [] : [{ label: null, text: sentence }]), ...lines];
}

type Values = Readonly<Record<string, string>>;

function valuesOf(letters: Letters, { recipient, list, asked }: Contents, plan: Plan): Values {
  const { name, title, council, appointed, typing } = plan.induction;
  const officer = typing === 'officer';
  const holder = name === null ? 'Cllr [name]' : holderName(oneLine(name));
  const called = officer ? (name === null ? holder : oneLine(voiceOf(plan).you)) : '';
  const values = {
    name: holder,
    title: title === null ? '[title]' : oneLine(title),
    role: roleOf(title),
    council: oneLine(council.name),
    I: officer ? called : 'I',
    me: officer ? called : 'me',
    my: officer ? `${called}'s` : 'my',
    officer: '[officer]',
    dear: oneLine(recipient.dear),
    appointed: day(appointed, plan.today),
    count: String(list.filter((line) => line.label !== null).length),
    asked,
  };
  const { holder: mine, officer: theirs, holderAhead, officerAhead } = letters.introduction;
  const ahead = appointed > plan.today;
  const words = officer ? (ahead ? officerAhead : theirs) : ahead ? holderAhead : mine;
  return { ...values, introduction: fillIn(words, values) };
}

function fillIn(words: string, values: Values): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The role in a sentence: as answered, and of what where the answer does not say it. */
function roleOf(title: string | null): string {
  if (title === null) return "portfolio holder for children's services";
  const words = oneLine(title);
  const small = /^[A-Z][a-z]+( [a-z].*)?$/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
  return /child/i.test(words) ? small : `${small} for children's services`;
}

const FAR_DAYS = 180;

/** `20 May`, with the year where it could be mistaken. */
export function day(date: string, today: string): string {
  const said = sayDate(date);
  return Math.abs(daysBetween(date, today)) > FAR_DAYS ? said : said.replace(/ \d{4}$/, '');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What was typed, as it stands in a line. */
export function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
