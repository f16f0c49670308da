import type { Answers } from '../../core/decide-answers.ts';
import { NOT_SURE } from '../../core/plan/answers.ts';
import { type Voice, voiceFor } from '../../core/voice.ts';

/** The voice for whoever is answering, as far as the answers say so already. */
export function voiceForAnswers(answers: Answers): Voice {
  const name = answers.get('name');
  return voiceFor({
    typing: answers.get('typing') === 'officer' ? 'officer' : 'holder',
    name: typeof name === 'string' && name !== NOT_SURE ? name : null,
    givenBy: String(answers.get('given_by') ?? NOT_SURE),
  });
}
