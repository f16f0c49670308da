import type { InductionHead } from './plan/types.ts';

/** How a screen speaks of the holder: *you* to the holder, by name to the officer. */
export type Voice = {
  readonly officer: boolean;
  readonly you: string;
  readonly your: string;
  /** At the start of a sentence. */
  readonly You: string;
  readonly Your: string;
  /** Who gave the role, as the answer has it: the leader, or the mayor. */
  readonly leader: string;
};

/** The holder's name as a council writes it: with Cllr before it, unless a title is there. */
export function holderName(name: string): string {
  return /^(cllr|councillor|lord|lady|baroness|sir|dame|dr|mr|mrs|ms|mx|the)\b/i.test(name) ? name : `Cllr ${name}`;
}

const TITLES = /^(cllr|councillor)\s+/i;
const PARTICLES = /^(de|del|della|di|da|van|von|der|den|la|le|bin|al|el|st)$/i;

/** The name in a sentence: `Cllr Khan` for Aisha Khan; other titles stay with the whole name. */
function shortName(name: string): string {
  const bare = name.trim().replace(TITLES, '');
  if (holderName(bare) === bare) return bare;
  const words = bare.split(/\s+/);
  let first = words.length - 1;
  while (first > 1 && PARTICLES.test(words[first - 1] ?? '')) first -= 1;
  return `Cllr ${words.slice(first).join(' ')}`;
}

/** The voice for whoever types. */
export function voiceFor(head: Pick<InductionHead, 'typing' | 'name' | 'givenBy'>): Voice {
  const leader = head.givenBy === 'mayor' ? 'the mayor' : 'the leader';
  if (head.typing === 'holder') return { officer: false, you: 'you', your: 'your', You: 'You', Your: 'Your', leader };
  const name = head.name === null ? 'the portfolio holder' : shortName(head.name);
  const start = name.charAt(0).toUpperCase() + name.slice(1);
  return { officer: true, you: name, your: `${name}'s`, You: start, Your: `${start}'s`, leader };
}

/** Before `start`, when nobody is known yet: whoever reads is the holder. */
export const TO_HOLDER: Voice = voiceFor({ typing: 'holder', name: null, givenBy: 'leader' });

/** Fills {you}, {your} and {leader} in a sentence of the list. */
export function fill(sentence: string, voice: Voice): string {
  if (!sentence.includes('{')) return sentence;
  return sentence.replaceAll('{you}', voice.you).replaceAll('{your}', voice.your).replaceAll('{leader}', voice.leader);
}
