import { plainName } from '../council-names.ts';
import type { Council, FormerCouncil } from '../councils.ts';
import { usage } from '../problem.ts';
import { shown } from '../shown.ts';
import type { DfeFile } from './dfe-file.ts';
import type { Predecessor } from './published.ts';

/** The councils that one was formed from and that a file has rows of, with the key they are kept by there. */
export function predecessorsIn(
  file: DfeFile,
  council: Council | null,
): readonly { readonly former: FormerCouncil; readonly gss: string }[] {
  return formersOf(council).flatMap((former) => {
    const gss = [former.gss, former.dfeCode].find((code) =>
      file.figures.some(({ values }) => Object.values(values).some((areas) => areas[code] !== undefined)),
    );
    return gss === undefined ? [] : [{ former, gss }];
  });
}

/** The councils one was formed from that were others, and not the same under an earlier code. */
export function formersOf(council: Council | null): readonly FormerCouncil[] {
  return (council?.formedFrom ?? []).filter((former) => former.dfeCode !== council?.dfeCode);
}

/** The council meant by what was typed after --predecessor. @throws Problem (2) where it is none of them */
export function findPredecessor(council: Council | null, typed: string): FormerCouncil {
  const formers = formersOf(council);
  const word = plainName(typed);
  const found = formers.find(
    (former) => plainName(former.name).includes(word) || former.gss === typed.trim().toUpperCase(),
  );
  if (found !== undefined && word !== '') return found;
  const names = formers.map((former) => former.name).join(', ');
  throw usage(
    `--predecessor: "${shown(typed)}" is no council that this one was formed from.`,
    names === '' ? 'None is known for this council.' : `There is: ${names}`,
  );
}

/** Whether a file has the council itself. */
export function hasCouncil(file: DfeFile, own: string): boolean {
  return file.figures.some(({ values }) => Object.values(values).some((areas) => areas[own] !== undefined));
}

/** A predecessor as it is kept. */
export function asPredecessor({ former, gss }: { readonly former: FormerCouncil; readonly gss: string }): Predecessor {
  return { gss, name: former.name };
}
