import type { Identifying } from './identifying.ts';
import { anyOf, pattern } from './identifying-words.ts';

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const DATE = [
  String.raw`\d{1,2}[./-]\d{1,2}[./-]\d{2,4}`,
  String.raw`\d{4}-\d{2}-\d{2}`,
  String.raw`\d{1,2} \d{1,2} \d{2,4}`,
  String.raw`(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?${MONTH},? (?:\d{1,2},? )?(?:19|20)\d\d`,
  String.raw`\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH},? '?\d\d`,
].join('|');
const BIRTH = String.raw`(?<![\p{L}\d])(?:d\.? ?o\.? ?b\.?|dates? of birth|birth ?date|born)(?![\p{L}\d])`;
const BORN_ON = pattern(
  `${BIRTH}(?! (?:between|after|before|since|from|on or|in or))[^\\d]{0,25}?(?:${DATE})(?!\\d)`,
  'giu',
);
const ON_BORN = pattern(`(?<![\\d./-])(?:${DATE})[ ,(]{0,3}${BIRTH}`, 'giu');
/** A rule for many, such as who starts school when, is not one child's date of birth. */
const MANY_BORN = pattern(
  String.raw`(?<!\p{L})(?:children|babies|those|all|anyone|everyone|pupils|people|mothers|councils?|authority) $`,
  'iu',
);

/** The 124 postcode areas of the United Kingdom and the Crown dependencies (Royal Mail; not BX, XX). */
const AREAS =
  'A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|' +
  'L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE';
const POSTCODE = pattern(
  `(?<![\\p{L}\\d£])(?:${AREAS})(?:\\d[\\dA-Z]?|\\d{2}) ?\\d[ABD-HJLNP-UW-Z]{2}(?![\\p{L}\\d])`,
  'giu',
);
/** "S47 3hr" or "M1 2nd": an ordinal or a unit, not the end of a postcode. */
const UNIT_END = pattern(String.raw`\d(?:st|nd|rd|th|hr|yr|ft|lb|pt|bn)$`, 'u');

const UPN = pattern(String.raw`(?<![\p{L}\d])[A-Z] ?(?:\d{12}|\d{11}[A-Z])(?![\p{L}\d])`, 'giu');
/** Shape and letters as HMRC lists them (manual NIM39110); the last letter is A to D. */
const NATIONAL_INSURANCE = pattern(
  String.raw`(?<![\p{L}\d])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?` +
    String.raw`\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\d])`,
  'giu',
);

const DIGIT_RUN = pattern(String.raw`(?<![\p{L}\d\u00a3.])\d(?:[ .-]{0,2}\d)+(?!\d)(?!,\d)`, 'gu');
const NHS_LABEL = pattern(String.raw`nhs(?: no\.?| num(?:ber)?| #| id)?[:.]? ?(?:is |was )?$`, 'iu');

/** What stands before a telephone number, or the rest of one, or the number of an online meeting. */
const OTHER_NUMBER = pattern(
  String.raw`(?:\+\d{0,3}|\(0\)|` +
    String.raw`(?<!\p{L})${anyOf('phone tel tel. mobile meeting conference zoom teams account order')}` +
    String.raw`(?: id| no\.?| number)?:?) ?$`,
  'iu',
);

const SYSTEMS = 'liquid ?logic|mosaic|care ?first|azeus|eclipse|framework ?i|lcs|ics|ll|systmone|synergy|capita one';
const LABEL = String.raw`(?:id|no\.?|num(?:ber)?|ref(?:erence)?|case|record|#)`;
const CASE_NUMBER = String.raw`[A-Z]{0,5}[/-]?(?:\d{2,4}[/-])?(?!20\d{6}(?!\d))\d`;
const CASE_NUMBERS: readonly (() => RegExp)[] = [
  pattern(`(?<!\\p{L})(?:${SYSTEMS}) ?(?:${LABEL}[ :.]{0,2}){1,2}${CASE_NUMBER}{4,}`, 'giu'),
  pattern(`(?<!\\p{L})(?:${SYSTEMS}) ?${CASE_NUMBER}{5,}`, 'giu'),
  pattern(`(?<!\\p{L})(?:case|file|referral|client)(?: file)? ?(?:${LABEL}[ :.]{0,2})?${CASE_NUMBER}{5,}`, 'giu'),
  pattern(`(?<!\\p{L})(?:child|family|person|pupil|ehcp?) ?(?:${LABEL}[ :.]{0,2})${CASE_NUMBER}{4,}`, 'giu'),
  pattern(`(?<!\\p{L})ref(?:erence)?\\.?(?: no\\.?| number)?[ :]{1,2}${CASE_NUMBER}{5,}`, 'giu'),
];
/** References of the council's own business. */
const BUSINESS = pattern(
  String.raw`(?<!\p{L})${anyOf(`
    foi invoice purchase order booking contract tender budget report planning course training ticket business it
    decision payment procurement use test best base
  `)} $`,
  'iu',
);

/** Numbers, dates and postcodes that lead to one person. Takes tidied text (see findIdentifying). */
export function findNumbers(text: string): readonly Identifying[] {
  if (!/\d/.test(text)) return [];
  const say = (what: string, found: readonly RegExpExecArray[]): readonly Identifying[] =>
    found.map((match) => ({ what, found: match[0].trim() }));
  const all = (wanted: () => RegExp): readonly RegExpExecArray[] => [...text.matchAll(wanted())];
  const before = (match: RegExpExecArray): string => text.slice(Math.max(0, match.index - 24), match.index);
  return [
    ...say(
      'an NHS number',
      all(DIGIT_RUN).filter((match) => holdsNhsNumber(match[0], before(match))),
    ),
    ...say(
      'a postcode',
      all(POSTCODE).filter((match) => !UNIT_END().test(match[0])),
    ),
    ...say(
      'a date of birth',
      [...all(BORN_ON), ...all(ON_BORN)].filter((match) => !MANY_BORN().test(before(match))),
    ),
    ...say('a pupil number (UPN)', all(UPN)),
    ...say('a National Insurance number', all(NATIONAL_INSURANCE)),
    ...say(
      'a case number',
      CASE_NUMBERS.flatMap(all).filter((match) => !BUSINESS().test(before(match))),
    ),
  ];
}

/** Whether a run of digits holds an NHS number, alone or as three, three and four digits among others. */
function holdsNhsNumber(run: string, before: string): boolean {
  if (OTHER_NUMBER().test(before)) return false;
  const digits = run.replace(/\D/g, '');
  const parts = run.split(/\D+/);
  if (digits.length === 10) {
    const pairs = parts.every((part) => part.length === 2);
    const years = parts.length !== 3 && parts.some((part) => /^(?:19|20)\d\d$/.test(part));
    return NHS_LABEL().test(before) || (!pairs && !years && checks(digits));
  }
  return parts.some((part, index) => {
    const shape = parts.slice(index, index + 3);
    const alone = part.length === 10 ? part : shape.map((one) => one.length).join() === '3,3,4' ? shape.join('') : '';
    return alone !== '' && !(parts[index - 1] ?? '').startsWith('0') && checks(alone);
  });
}

/** Modulus 11: the tenth digit checks the others (NHS Data Dictionary, "NHS NUMBER"). With 0 first: a telephone. */
function checks(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return !digits.startsWith('0') && (11 - (sum % 11)) % 11 === Number(digits[9]);
}
