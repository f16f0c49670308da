import { spawnSync } from 'node:child_process';

/** One program that puts its standard input on the clipboard. */
type Tool = { readonly command: string; readonly args: readonly string[]; readonly encoding: 'utf8' | 'utf16le' };

/**
 * Windows' own clip.exe reads UTF-16 with a mark in front, whatever the console's code page. The libraries for this bring
 * programs of their own, which locked-down council laptops refuse to run; these are there already.
 */
const TOOLS: Readonly<Record<string, readonly Tool[]>> = {
  win32: [{ command: 'clip.exe', args: [], encoding: 'utf16le' }],
  darwin: [{ command: 'pbcopy', args: [], encoding: 'utf8' }],
  linux: [
    { command: 'wl-copy', args: [], encoding: 'utf8' },
    { command: 'xclip', args: ['-selection', 'clipboard'], encoding: 'utf8' },
    { command: 'xsel', args: ['--clipboard', '--input'], encoding: 'utf8' },
  ],
};

const PATIENCE_MS = 5_000;

/** Puts a text on the system's clipboard. @returns false where no program for it is there, or none could */
export function copyText(text: string, platform: string = process.platform): boolean {
  return (TOOLS[platform] ?? TOOLS.linux ?? []).some(({ command, args, encoding }) => {
    const marked = encoding === 'utf16le' ? `\ufeff${text}` : text;
    const input = Buffer.from(marked, encoding);
    const done = spawnSync(command, [...args], { input, stdio: ['pipe', 'ignore', 'ignore'], timeout: PATIENCE_MS });
    return done.error === undefined && done.status === 0;
  });
}
