import { existsSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import type { Settings } from '../host.ts';

/**
 * The settings, in a small file beside the record: they must hold before there is a record (in `start`), and with one
 * that is damaged. It is read only where a screen may be coloured or a question is put.
 */
export function nodeSettings(home: () => string): Settings {
  return {
    accessible: () => {
      const file = fileIn(home());
      // Nearly nobody has one, and an error that is caught costs as much as a view takes to write.
      if (!existsSync(file)) return false;
      try {
        return (JSON.parse(readFileSync(file, 'utf8')) as { accessible?: unknown } | null)?.accessible === true;
      } catch {
        return false;
      }
    },
    keepAccessible: async (on) => {
      const { ownFolder, writeWhole } = await import('./write-file.ts');
      writeWhole(fileIn(ownFolder(home())), `${JSON.stringify({ accessible: on })}\n`, { force: true });
    },
  };
}

function fileIn(home: string): string {
  return `${home}${sep}settings.json`;
}
