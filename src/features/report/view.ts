import { type Head, headOf } from '../../core/documents.ts';
import type { Plan } from '../../core/plan/types.ts';
import type { Audience } from '../../core/report/audience.ts';
import type { Paper } from '../../core/report/paper.ts';

/** A report as a document: the same words as in Markdown, part by part. */
export function reportDocument(plan: Plan, audience: Audience, paper: Paper, file: string | null) {
  const head: Head = headOf('induct.report/1', plan);
  const { title, about, parts, footer } = paper;
  return {
    ...head,
    for: audience,
    file,
    title,
    about,
    parts: parts.map(({ heading, intro, table, entries }) => ({
      heading,
      intro,
      entries: entries.map(({ lead, text, under }) => ({ when: lead, text, under })),
      table: table === null ? null : { columns: table.columns, rows: table.rows },
    })),
    footer,
  };
}
