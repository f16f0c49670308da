import { id, text, url, z } from './schema.ts';
import { repeated, section } from './section.ts';

const schema = () =>
  z.strictObject({
    files: z.array(z.strictObject({ id, name: text, holds: text, publication: text, url })),
  });

/** The published files that figures come from, and where to download them. */
export const figureFiles = section({
  schema,
  check: (raw) => repeated(raw.files, 'files'),
  build: (raw) => raw.files,
});
