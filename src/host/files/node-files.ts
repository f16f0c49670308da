import { join } from 'node:path';
import type { Files } from '../host.ts';

/** The real files. Pages for printing lie in `print/` in the folder of the record, for their owner alone. */
export function nodeFiles(home: () => string): Files {
  return {
    read: async (path) => (await import('./read-file.ts')).readWhole(path),
    chunks: async function* (path) {
      yield* (await import('./read-file.ts')).readChunks(path);
    },
    write: async (path, content, options) => (await import('./write-file.ts')).writeWhole(path, content, options),
    page: async (name, html) => {
      const { ownFolder, writeWhole } = await import('./write-file.ts');
      return writeWhole(join(ownFolder(join(home(), 'print')), name), html, { force: true });
    },
  };
}
