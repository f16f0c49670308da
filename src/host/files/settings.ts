import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../host.ts';

/**
 * The settings, in a small file beside the record: they must hold before there is a record (in `start`), and with one
 * that is damaged. It is read only where a screen may be coloured or a question is put.
 */
export function nodeSettings(home: () => string): Settings {
  return {
    accessible: () => {
      try {
        return (
          (JSON.parse(readFileSync(fileIn(home()), 'utf8')) as { accessible?: unknown } | null)?.accessible === true
        );
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
  return join(home, 'settings.json');
}
