import { PAGES } from '../../core/pack.ts';
import type { PlanAction } from '../../core/plan/types.ts';
import { type Problem, usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';

const ADDRESS = /^(https?|file):\/\/\S+$/i;
const SCHEME = /^[a-z][a-z0-9+.-]+:/i;
/** From a root, from here, on a drive or a share; or a name with an ending. */
const PATH = /^(~?[\\/]|\.{1,2}[\\/]|[a-z]:[\\/]|[^\\/:*?"<>|]+[\\/]|[^\\/:*?"<>|]*\.[a-z0-9]{2,5}$)/i;
/** What a double click would run and not read. */
const PROGRAM =
  /\.(exe|com|bat|cmd|ps1|psm1|vbs|vbe|js|jse|mjs|wsf|wsh|hta|msi|msp|scr|pif|cpl|lnk|url|reg|jar|sh|bash|command|app|desktop|py|pl|rb|php)$/i;

/**
 * Where a document lies, as the system's program can open it: a web address, a file's address or a path. Of what others
 * published without anything recorded, the page itself.
 * @throws Problem (2) where nothing is known, and for what no reader opens
 */
export function placeOf(action: PlanAction): string {
  const place = (action.location ?? publishedAt(action))?.trim() ?? '';
  if (place === '') {
    throw usage(
      `Where ${action.number} lies is not recorded.`,
      `Record it: induct got ${action.number} --where "T:\\Children\\report.pdf"`,
    );
  }
  const why = whyNot(place);
  if (why !== null) throw unopened(action, place, why);
  return addressed(place);
}

/** Whether the system's program can open where a document lies. */
export function opens(action: PlanAction): boolean {
  const place = (action.location ?? publishedAt(action))?.trim() ?? '';
  return place !== '' && whyNot(place) === null;
}

/** Why a place is not opened: what a reader opens is a web address, a file's address or a path, and no program. */
function whyNot(place: string): string | null {
  if (/[\u0000-\u001f\u007f]/.test(place) || place.startsWith('-')) return 'which is no web address and no path';
  const address = addressed(place);
  const isDrive = /^[a-z]:[\\/]/i.test(address);
  const known = ADDRESS.test(address) || (PATH.test(address) && (isDrive || !SCHEME.test(address)));
  if (!known) return 'which is no web address and no path';
  const path = /^https?:/i.test(address)
    ? ''
    : decoded(address)
        .replace(/[?#].*$/, '')
        .replace(/[. ]+$/, '');
  return PROGRAM.test(path) ? 'which is a program and no document' : null;
}

/** A web address as a browser takes it: with https before www, and no spaces. */
function addressed(place: string): string {
  const whole = /^www\./i.test(place) ? `https://${place}` : place;
  return /^(https?|file):/i.test(whole) ? whole.replaceAll(' ', '%20') : whole;
}

function decoded(address: string): string {
  if (!/^file:/i.test(address)) return address;
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The address of an entry's own page, not the one that all entries share. */
function publishedAt({ source, status, doer }: PlanAction): string | null {
  if (doer === 'officer' || status === 'skipped' || source.url === PAGES[source.page].url) return null;
  return source.url;
}

function unopened(action: PlanAction, place: string, why: string): Problem {
  return usage(
    `${action.number} lies at "${shown(place)}", ${why}. It was not opened.`,
    `Another place: induct got ${action.number} --where "T:\\Children\\report.pdf"`,
  );
}
