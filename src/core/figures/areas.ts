import { plainName } from '../council-names.ts';
import type { Council } from '../councils.ts';
import { findRegion, regions } from '../regions.ts';
import { ENGLAND, OWN } from './published.ts';

/** A row's area as its cells have it; '' for a column that is not there. */
export type AreaCells = {
  readonly level: string;
  readonly region: string;
  readonly regionCode: string;
  readonly newCode: string;
  readonly oldCode: string;
  readonly name: string;
};

/** The regions' codes, in the order of their names in `regions`. */
const REGION_CODES = Array.from({ length: 9 }, (_, index) => `E1200000${index + 1}`);

/** Gives a row's area the key it is kept by; null for a level that is not followed. */
export type AreaKeys = (cells: AreaCells) => string | null;

/**
 * Councils are known by their DfE number, their ONS code or an earlier one, in this order: a council that kept its number
 * is the same, whatever code it had. One that is gone keeps the code in the file.
 * @param own the name of the user's council where it is not on the list
 */
export function areaKeys(councils: readonly Council[], own: string | null): AreaKeys {
  const byCode = new Map<string, string>();
  for (const council of councils) {
    const same = (council.formedFrom ?? []).filter((former) => former.dfeCode === council.dfeCode);
    const codes = [council.dfeCode, council.gss, ...council.formerGss, ...same.map((former) => former.gss)];
    for (const code of codes) byCode.set(code, council.gss);
  }
  const ownName = own === null ? null : plainName(own);
  return ({ level, region, regionCode, newCode, oldCode, name }) => {
    switch (level.toLowerCase()) {
      case 'national':
        return ENGLAND;
      case 'regional':
        return findRegion(region) ?? regions[REGION_CODES.indexOf(regionCode)] ?? null;
      case 'local authority':
        if (ownName !== null && plainName(name) === ownName) return OWN;
        return byCode.get(oldCode) ?? byCode.get(newCode) ?? (newCode || oldCode || null);
      default:
        return null;
    }
  };
}
