import type { Identifying } from './identifying.ts';
import { anyOf, COUNCIL_WORDS, FIRST_NAMES, pattern } from './identifying-words.ts';
import { MAY_HOLD_AGE, MAY_NAME_CHILD } from './may-identify.ts';

/** One person's age as it stands in a text. `bare` is a number alone, which is an age only beside a known name. */
export type Age = { readonly start: number; readonly end: number; readonly how: 'aged' | 'old' | 'bare' };

const WORD = "\\p{L}[\\p{L}'-]{0,24}";
const NUMBER = anyOf(String.raw`
  \d{1,2} one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen
`);
const UNIT = '(?:years?|yrs?|months?|mths?|weeks?|wks?|days?)';
const AGED = pattern(`(?<![\\p{L}\\d])aged?(?: of)?:? (${NUMBER})(?![\\p{L}\\d])`, 'giu');
const OLD = pattern(
  `(?<![\\p{L}\\d.])(${NUMBER})(?:[ -]?${UNIT}[ -](?:old|of age)|[ -]?(?:yo|y/o|y\\.o\\.?|yrs|mths))(?![\\p{L}\\d])`,
  'giu',
);
const JUST = '(?:only |just |now )?';
const BARE = pattern(`(?<=\\p{L}(?:, ?${JUST}| ?\\(| (?:is|was|turned|turns) ${JUST}))(\\d{1,2})(?: ${UNIT})?`, 'giu');

const RANGE_AFTER = pattern(
  String.raw`^(?: ?(?:-|to|and|or|/|&) ?(?:\d|over|under|above|below|older|younger|up)| ?\+|[.:]\d|%|, ?\d)`,
  'iu',
);
const RANGE_BEFORE = pattern(String.raw`(?:\d|one|two|three|four|five) ?(?:to|and|or|&|-|,|/) ?$`, 'iu');
const GENERAL_AGE = pattern(
  String.raw`(?<!\p{L})${anyOf(`
    by to until till from at over under reach reaches reaching after before leaving average school voting legal minimum
    maximum the working between of all every each per children boys girls pupils people those anyone teenagers leavers
    adults everyone students residents learners babies toddlers members ones
  `)} $`,
  'iu',
);
const THING_AFTER = pattern(
  String.raw`^[ -]${anyOf(`
    s offer offers place places funding funded entitlement provision check review building plan strategy policy contract
    agreement report data figure figures system programme framework lease debt children pupils boys girls kids ruling
    vision rate cohort hours
  `)}(?!\p{L})`,
  'iu',
);
const VERB = anyOf('is was has had who live lives went told said ran cannot still');
const ENDS_AGE = pattern(
  String.raw`^(?:\)|$|[;!?]|,(?! ?\d)|\.(?!\d)| (?:and (?!\d)|${VERB}(?!\p{L})|(?:in|from|at) \p{Lu}))`,
  'u',
);

/** Every mention of one person's age in a tidied text: not ranges, not groups, not the age of a thing. */
export function findAges(text: string): readonly Age[] {
  if (!MAY_HOLD_AGE.test(text)) return [];
  const ages = (wanted: () => RegExp, how: Age['how']): readonly Age[] =>
    [...text.matchAll(wanted())]
      .filter((match) => Number(match[1]) <= 25 || !/\d/.test(match[1] ?? ''))
      .map((match) => ({ start: match.index, end: match.index + match[0].length, how }))
      .filter((age) => !RANGE_AFTER().test(text.slice(age.end, age.end + 12)));
  const before = (age: Age): string => text.slice(Math.max(0, age.start - 14), age.start);
  const after = (age: Age): string => text.slice(age.end, age.end + 16);
  return [
    ...ages(AGED, 'aged').filter((age) => !GENERAL_AGE().test(before(age))),
    ...ages(OLD, 'old').filter((age) => !RANGE_BEFORE().test(before(age)) && !THING_AFTER().test(after(age))),
    ...ages(BARE, 'bare').filter(
      (age) => Number.parseInt(text.slice(age.start), 10) <= 18 && ENDS_AGE().test(after(age)),
    ),
  ];
}

const TITLE = anyOf('cllr councillor mr mrs ms miss mx dr sir dame lord lady prof professor judge rev');
const TITLED = pattern(`(?<!\\p{L})${TITLE}\\.? (?:${WORD} )?${WORD}$`, 'iu');
/** "child A", "Boy JB", "J.B."; not case-blind, so that "child is" stays out. */
const LETTERED = '(?:[Cc]hild|[Bb]aby|[Bb]oy|[Gg]irl|[Pp]upil|[Ss]ibling|[Tt]win|YP|[Pp]erson)';
const LETTER_FOR_CHILD = pattern(String.raw`(?<!\p{L})(?:${LETTERED} \p{Lu}{1,2}|\p{Lu}\. ?\p{Lu}\.)$`, 'u');
const LAST_TWO = pattern(`(?:(?<![\\p{L}'-])(${WORD}) )?(?<![\\p{L}'-])(${WORD})$`, 'u');
const LINK = anyOf('is was who now just only a an has had turned turns age aged young little');
const LINK_END = pattern(`(?:[ ,(:-]|(?<!\\p{L})${LINK})$`, 'iu');
const BEFORE_PLACE = /^(?:in|at|from|of|near|to|across|for|around|the|outside)$/iu;
const NEXT_WORD = pattern(
  `^(?:,? ${anyOf('boy girl child pupil twin son daughter brother sister lad baby')})?,? ` +
    `(?:called |named )?((?:child )?${WORD})`,
  'iu',
);
const CALLED = pattern(
  '(?<!\\p{L})(?:boy|girl|child|baby|toddler|son|daughter|pupil|twins?|teenager|lad|youngster|infant|newborn) ' +
    '(?:called|named) \\p{L}{2,24}',
  'giu',
);
const RELATION = anyOf('son daughter baby grandson granddaughter toddler child');
const RELATED = pattern(`(?<!\\p{L})(?:his|her|their) (?:\\p{L}{1,12} )?${RELATION},? (${WORD})`, 'giu');

/** Names of children: beside an age, after "called", as somebody's son or daughter. Takes tidied text and its ages. */
export function findPeople(text: string, ages: readonly Age[]): readonly Identifying[] {
  const beside = ages.flatMap((age) => {
    const from = nameBefore(text, age);
    const to = from === undefined && age.how === 'old' ? nameAfter(text, age) : undefined;
    if (from === undefined && to === undefined) return [];
    return [{ what: "a child's name beside an age", found: text.slice(from ?? age.start, to ?? age.end) }];
  });
  const mayName = MAY_NAME_CHILD.test(text);
  const called = mayName && /called|named/i.test(text) ? [...text.matchAll(CALLED())] : [];
  const related = mayName && /his|her|their/i.test(text) ? [...text.matchAll(RELATED())] : [];
  called.push(...related.filter((match) => isFirstName(match[1] ?? '')));
  return [...beside, ...called.map((match) => ({ what: "a child's name", found: match[0] }))];
}

/** Where the name before an age begins, if one stands there: "Ellie, who is", "Zofia Nowak (", "child A". */
function nameBefore(text: string, age: Age): number | undefined {
  const from = Math.max(0, age.start - 60);
  let before = text.slice(from, age.start);
  while (!LETTER_FOR_CHILD().test(before) && LINK_END().test(before)) before = before.replace(LINK_END(), '');
  const letter = LETTER_FOR_CHILD().exec(before);
  if (letter !== null) return from + letter.index;
  const [, earlier = '', last = ''] = LAST_TWO().exec(before) ?? [];
  if (last === '' || TITLED().test(before) || BEFORE_PLACE.test(earlier)) return undefined;
  if (isFirstName(earlier) && mayBeName(last)) return from + before.length - last.length - earlier.length - 1;
  return isFirstName(last) || (age.how !== 'bare' && mayBeName(last)) ? from + before.length - last.length : undefined;
}

/** Where the name after "7-year-old" ends, if one stands there. */
function nameAfter(text: string, age: Age): number | undefined {
  const match = NEXT_WORD().exec(text.slice(age.end, age.end + 60));
  const word = match?.[1] ?? '';
  const named = isFirstName(word) || mayBeName(word) || /^child \p{Lu}$/u.test(word);
  return match !== null && named ? age.end + match[0].length : undefined;
}

function isFirstName(word: string): boolean {
  return FIRST_NAMES().has(word.toLowerCase().replace(/'s$/, ''));
}

function mayBeName(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word) && !COUNCIL_WORDS().has(word.toLowerCase());
}
