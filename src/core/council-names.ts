/** Words that say what kind of council it is, or join others; alone they name no council. */
const GENERIC = new Set(
  'council city county borough metropolitan metro district unitary authority royal local of the and on with'.split(' '),
);
const SMALL = new Set(['and', 'of', 'on', 'the', 'with']);

const LEADING = [
  'the',
  'council of',
  'city of',
  'county of',
  'county borough of',
  'metropolitan borough of',
  'metropolitan district of',
  'london borough of',
  'london borough',
  'royal borough of',
  'royal borough',
  'borough of',
  'district of',
  'lb of',
  'lb',
  'lbc',
  'rb of',
  'rb',
  'county',
];

const TRAILING = [
  ...['city of', 'county of', 'council', 'city', 'county', 'county borough', 'london borough', 'royal borough'],
  ...['borough', 'metropolitan', 'metro', 'district', 'unitary', 'authority', 'local authority', 'corporation'],
  ...['mbc', 'mdc', 'cc', 'bc', 'lbc', 'dc', 'lb', 'rb', 'childrens services'],
];

/**
 * A name as it is compared: lower case, no accents or punctuation, "&" read as "and", "saint" as "st" and "upon" as
 * "on" (people mix them up), one space between words. An empty text gives an empty text.
 */
export function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'‘’ʼ`´]/gu, '')
    .toLowerCase()
    .replace(/[&+]/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\bsaint\b/g, 'st')
    .replace(/\bupon\b/g, 'on');
}

/**
 * A plain name without what says only that it is a council: `city of bradford metropolitan district council` gives
 * `bradford`. Never gives an empty text, and keeps `city of london`, since London alone is a region.
 */
export function bareName(plain: string): string {
  let name = plain;
  for (let shorter = stripOnce(name); shorter !== name; shorter = stripOnce(name)) name = shorter;
  return name;
}

function stripOnce(name: string): string {
  const end = TRAILING.find((phrase) => name.endsWith(` ${phrase}`));
  if (end !== undefined) return name.slice(0, -end.length - 1);
  const start = LEADING.find((phrase) => name.startsWith(`${phrase} `));
  if (start === undefined || name === 'city of london') return name;
  return name.slice(start.length + 1);
}

/** The words of a plain name that tell councils apart: without `and`, `of`, `on`, `the`, `with`. */
export function tellingWords(plain: string): readonly string[] {
  return plain.split(' ').filter((word) => word !== '' && !SMALL.has(word));
}

/** Whether a plain name holds nothing but words such as `city`, `borough` or `council`. */
export function isGeneric(plain: string): boolean {
  return plain.split(' ').every((word) => word === '' || GENERIC.has(word));
}
