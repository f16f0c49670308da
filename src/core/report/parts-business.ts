import { sayDate } from '../dates/index.ts';
import { byNumber } from '../decide-companion.ts';
import type { PaperPart } from './paper.ts';
import { type DatedEntry, part } from './parts-done.ts';
import { figurePart } from './pictures.ts';
import { lastRecord, ownWords, type ReportSource, recordedOn, sayDays, toWhom } from './source.ts';

/** Visits to services: who is seen there with whom, and what was noted, only where names and notes may stand. */
export function visitParts(source: ReportSource): PaperPart[] {
  const { companion, sight } = source;
  const questions = byNumber(companion.question);
  const entries = byNumber(companion.visit).map(({ id, one }): DatedEntry => {
    const asked = questions.filter((question) => question.one.visit === id);
    return {
      on: one.on,
      lead: sayDays(one.on, recordedOn(lastRecord(source, 'visited', id))),
      text: ownWords(source, one.to),
      under: [
        ...(sight.names && one.with !== null ? [`With ${one.with}`] : []),
        ...(sight.notes && one.note !== null ? [one.note] : []),
        ...(sight.answers
          ? asked.map(({ one: question }) => `Asked afterwards: ${ownWords(source, question.text)}`)
          : []),
      ],
    };
  });
  return part('Visits to services', entries);
}

/** What was asked and what was answered; for whoever comes next only what is open. */
export function questionParts(source: ReportSource): PaperPart[] {
  const { companion, sight } = source;
  const all = byNumber(companion.question).filter(({ one }) => sight.answers || one.answer === null);
  const entries = all.map(({ id, one }): DatedEntry => {
    const record = recordedOn(lastRecord(source, 'question-asked', id));
    const answered = recordedOn(lastRecord(source, 'question-answered', id));
    const answer =
      one.answer === null || one.answeredOn === null
        ? 'No answer yet'
        : `Answered ${sayDays(one.answeredOn, answered)}: ${ownWords(source, one.answer)}`;
    return {
      on: one.askedOn,
      lead: `${sayDays(one.askedOn, record)}${toWhom(source, one.to)}`,
      text: ownWords(source, one.text),
      under: [answer],
    };
  });
  return part(sight.answers ? 'Questions and answers' : 'Open questions', entries);
}

/** What was promised and what came of it; for whoever comes next the open ones stand apart. */
export function promiseParts(source: ReportSource): PaperPart[] {
  const { companion, sight, audience } = source;
  const all = byNumber(companion.promise);
  const entry = ({ id, one }: (typeof all)[number]): DatedEntry => {
    const record = recordedOn(lastRecord(source, 'promised', id));
    const kept = recordedOn(lastRecord(source, 'promise-kept', id));
    const came =
      one.keptOn === null
        ? one.by === null
          ? 'Open'
          : `To come by ${sayDate(one.by)}`
        : `We did, ${sayDays(one.keptOn, kept)}${one.note !== null && sight.notes ? `: ${one.note}` : ''}`;
    return {
      on: one.madeOn,
      lead: `${sayDays(one.madeOn, record)}${toWhom(source, one.to)}`,
      text: ownWords(source, one.text),
      under: [came],
    };
  };
  if (audience === 'next-holder') {
    const open = all.filter(({ one }) => one.keptOn === null);
    return part('Promised, and still to come', open.map(entry));
  }
  return part('You said, we did', all.map(entry), 'What was promised, and what came of it.');
}

/** The holder's own values of the figures. */
export function figureParts(source: ReportSource): PaperPart[] {
  const { companion, figures, sight } = source;
  return figures.flatMap((figure) => {
    const values = companion.figure.get(figure.id)?.values ?? [];
    if (values.length === 0) return [];
    const noted = values.filter(({ note }) => sight.notes && note !== null);
    const entries = noted.map(({ period, note }) => ({ lead: period, text: note ?? '', under: [] }));
    return [figurePart(figure, values, entries)];
  });
}
