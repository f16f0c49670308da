import { onOneLine } from './shown.ts';

/** What Windows keeps for devices, whatever comes after a dot: a file of that name can be neither made nor removed. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=\.|$)/i;

/** Of the 255 that file systems take, some are left for what is put around a name while it is written. */
const LONGEST = 100;

/**
 * A name that every system takes for a file, made of one that may be anything: `brief-a/b?.html` gives `brief-a-b-.html`.
 * Letters of any script stay. Paths, device names, dots and spaces at the ends do not.
 */
export function fileName(wished: string): string {
  const plain = wished
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{C}]+/gu, '-')
    .replace(/^[. ]+|[. ]+$/g, '');
  const safe = DEVICE.test(plain) ? `_${plain}` : plain;
  return shortened(safe === '' ? '_' : safe);
}

/** Cut in the middle of its stem, so that its ending still says what it is. */
function shortened(name: string): string {
  if (name.length <= LONGEST) return name;
  const ending = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? '';
  const stem = name.slice(0, LONGEST - ending.length).replace(/[\uD800-\uDBFF]$/, '');
  return `${stem.replace(/[. ]+$/, '')}${ending}`;
}

/** How a file is named in a sentence: without its folders, on one line. */
export function nameOf(path: string): string {
  return onOneLine(path.split(/[\\/]/).at(-1) ?? path);
}
