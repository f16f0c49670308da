import type { Identifying } from './identifying.ts';
import type { Age } from './identifying-people.ts';
import { anyOf, COMPOUND, COUNCIL_WORDS, NOT_PLACES, pattern } from './identifying-words.ts';
import { MAY_HOLD_PERSON } from './may-identify.ts';

type Span = { readonly start: number; readonly end: number };

/** How far apart, in characters, the parts of one story may stand. */
const STORY = 120;
const SCHOOL_REACH = 80;

const NOT_IN_WORD = String.raw`(?<!\p{L})`;
const WORD_END = String.raw`(?!\p{L})`;

const ONE = anyOf('a an one the this that another his her their same little young missing disabled autistic excluded');
const ALWAYS_ONE = anyOf(`
  toddler baby newborn infant boy girl teenager teen lad youngster schoolboy schoolgirl twins siblings stepson
  stepdaughter grandson granddaughter foster_child
`);
const AFTER_ONE = anyOf('at from in was is who with moved died missing');
const ONE_CHILD = pattern(
  `${NOT_IN_WORD}(?:${ALWAYS_ONE}|(?<=${NOT_IN_WORD}${ONE} )(?:pupil|child|student|young person|son|daughter)|` +
    `(?:pupil|child|student)(?= ${AFTER_ONE} ))${WORD_END}`,
  'giu',
);
const ONE_FAMILY = `(?<=^|[.;:!?] |${NOT_IN_WORD}(?:a|the|one|this) )family`;
const RELATIVE = pattern(
  `${NOT_IN_WORD}(?:mum|mother|dad|father|step-?(?:father|mother|dad|mum)|${ONE_FAMILY})${WORD_END}`,
  'giu',
);
/** "Girl, 13" and "boy (9)". */
const CHILD_WITH_AGE = pattern(
  String.raw`(?<!\p{L})(?:boy|girl|child|toddler|teenager|lad|pupil|son|daughter)(?:, | \()\d{1,2}(?=[,.;)]|$)`,
  'giu',
);

const SCHOOL_TYPE = anyOf(`
  Primary Infant Infants Junior Juniors Secondary High Nursery Academy School College Grammar Comprehensive Sixth_Form
  PRU
`);
const SCHOOL_BUSINESS = anyOf(
  'Forum Admissions Improvement Places Organisation Transport Meals Census Funding Lane Road Street',
);
const SCHOOLS: readonly (() => RegExp)[] = [
  pattern(
    String.raw`(?<![\p{L}'])((?:\p{Lu}[\p{L}'.-]{0,24} (?:of |the |and |with )?){1,4})` +
      `${SCHOOL_TYPE}(?! ${SCHOOL_BUSINESS})${WORD_END}`,
    'gu',
  ),
  pattern(
    String.raw`${NOT_IN_WORD}(?:at|attends|from) ((?:st\.? )?[a-z'-]{3,24}(?: [a-z'-]{3,24})?) ` +
      `(?:primary|infants?|juniors?|high|academy)${WORD_END}`,
    'gu',
  ),
  pattern(
    String.raw`${NOT_IN_WORD}(?:at|from) (St\.? \p{Lu}\p{L}{1,20}'s?)` +
      `(?! ${anyOf('Hospital Church Hall Centre House Street Road Place')})${WORD_END}`,
    'gu',
  ),
];
const NO_SCHOOL_NAME = /^(?:virtual|staff|free|faith|grammar|special|mainstream|multi|sunday)$/;

const PLACE = String.raw`(?:St\.? )?(\p{Lu}\p{Ll}[\p{L}'-]{0,24})`;
const ROAD = anyOf('Road Street Lane Avenue Close Drive Way Court Crescent Terrace Grove Estate estate');
const PLACES: readonly (() => RegExp)[] = [
  pattern(`${NOT_IN_WORD}(?:in|at|from|near|outside|around) (?:the )?${PLACE}`, 'gu'),
  pattern(String.raw`${NOT_IN_WORD}(?:on|off) (?:the )?${PLACE} (?:\p{Lu}\p{Ll}{0,24} )?${ROAD}${WORD_END}`, 'gu'),
  pattern(String.raw`${NOT_IN_WORD}(?:in|from|near) (\p{Ll}{4,24})${WORD_END}`, 'gu'),
];

const HAPPENED = anyOf(`
  arrest arrests arrested died dies dead death killed murder murdered injured injury injuries hospital hospitalised
  intensive_care icu assault assaulted abused abusing raped removed taken_into_care overdose overdosed stabbed stabbing
  shot self-harm self-harmed self-harming selfharm drowned bruises bruised bruising burns burned burnt neglected groomed
  trafficked exploited beaten sectioned in_custody remanded charged_with house_fire fracture fractures fractured shaken
`);
const NOT_A_PERSON = anyOf(`
  school education data figures papers from_education from_home_figures from_the_list from_the_agenda from_the_paper
  from_the_report
`);
const EVENT = pattern(
  `${NOT_IN_WORD}(?:${HAPPENED}|missing(?! ${NOT_A_PERSON})|suicide(?! prevention))${WORD_END}`,
  'giu',
);

/** A school beside one child; and small stories: one child, a place and what happened. Takes tidied text, its ages. */
export function findStories(text: string, ages: readonly Age[]): readonly Identifying[] {
  const sure = ages.filter((age) => age.how !== 'bare');
  if (sure.length === 0 && !MAY_HOLD_PERSON.test(text)) return [];
  const children = [
    ...sure,
    ...spans(text, ONE_CHILD).filter((one) => !isTerm(text, one)),
    ...spans(text, CHILD_WITH_AGE),
  ];
  const people = [...children, ...spans(text, RELATIVE).filter((one) => !isTerm(text, one))];
  if (people.length === 0) return [];
  const schools = findSchools(text);
  const places = findPlaces(text);
  const events = spans(text, EVENT);
  const atSchool = schools.flatMap((school) => {
    const child = children.find((one) => gap(one, school) <= SCHOOL_REACH);
    return child === undefined ? [] : [{ what: 'a school named beside a child', found: around(text, [child, school]) }];
  });
  const stories = events.flatMap((event) => {
    const near = (one: Span): boolean => gap(one, event) <= STORY;
    const person = people.find(near);
    const place = [...places, ...schools].find(near);
    if (person === undefined || place === undefined) return [];
    return [{ what: 'a child, a place and what happened', found: around(text, [person, place, event]) }];
  });
  return [...atSchool, ...stories.slice(0, 1)];
}

function spans(text: string, wanted: () => RegExp): readonly Span[] {
  return [...text.matchAll(wanted())].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function isTerm(text: string, one: Span): boolean {
  return COMPOUND().test(text.slice(one.end, one.end + 32));
}

function findSchools(text: string): readonly Span[] {
  return SCHOOLS.flatMap((wanted) =>
    [...text.matchAll(wanted())]
      .filter((match) => {
        const words = (match[1] ?? '').toLowerCase().replace(/\./g, '').trim().split(' ');
        const telling = words.filter((word) => !COUNCIL_WORDS().has(word) && !NOT_PLACES().has(word));
        return telling.length > 0 && !words.some((word) => NO_SCHOOL_NAME.test(word));
      })
      .map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
}

function findPlaces(text: string): readonly Span[] {
  return PLACES.flatMap((wanted) =>
    [...text.matchAll(wanted())]
      .filter((match) => {
        const word = (match[1] ?? '').toLowerCase();
        return !COUNCIL_WORDS().has(word) && !NOT_PLACES().has(word);
      })
      .map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
}

function gap(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

function around(text: string, parts: readonly Span[]): string {
  return text.slice(Math.min(...parts.map((one) => one.start)), Math.max(...parts.map((one) => one.end)));
}
