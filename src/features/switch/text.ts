import { holderName } from '../../core/voice.ts';

/** One holder, as far as a sentence needs it. */
export type Holder = {
  readonly id: string;
  readonly position: number;
  readonly started: boolean;
  readonly name: string | null;
  readonly council: { readonly short: string } | null;
};

/** One holder in a sentence: `Cllr Aisha Khan (Leeds)`. */
export function sayWho({ name, council, position }: Holder): string {
  if (name === null) return council === null ? `holder ${position}` : `the portfolio holder of ${council.short}`;
  return council === null ? holderName(name) : `${holderName(name)} (${council.short})`;
}

/** Whose plan it is now. `same`: it was already. `insists`: what INDUCT_HOLDER says, which goes before it. */
export function switchText(holder: Holder, same: boolean, insists: string | undefined): string[] {
  const who = sayWho(holder);
  const now = same
    ? `This is already the plan of ${who}.`
    : `Now the plan of ${who}. Every command is about this plan.`;
  const left = holder.started ? [] : ['The first questions are not all answered yet. Carry on with: induct start'];
  const env = insists ? [`INDUCT_HOLDER is set to "${insists}", and goes before it in this window.`] : [];
  return [now, ...left, ...env];
}

/** The holders in one line, each with its number: `1 Cllr Aisha Khan (Leeds), 2 …`. */
export function sayChoices(holders: readonly Holder[]): string {
  return holders.map((holder) => `${holder.position} ${sayWho(holder)}`).join(', ');
}
