import { type Input, isSet, textOption } from '../commands.ts';
import { usage } from '../core/problem.ts';
import type { Paper } from '../core/report/paper.ts';
import { shown } from '../core/shown.ts';
import { text } from '../formats/terminal/blocks.ts';
import { FILE_FLAGS, giveFile } from './give-file.ts';
import type { Session } from './session.ts';

/** The flags of every command whose result is a document for others. */
export const PAPER_FLAGS = [
  { flags: '--format <format>', about: 'md (the usual) or html' },
  ...FILE_FLAGS,
  { flags: '--open', about: 'make it an HTML page and open that in the browser' },
] as const;

/** How a document is to be given, as typed. */
export type PaperOptions = {
  readonly format: 'md' | 'html';
  readonly output: string | undefined;
  readonly force: boolean;
  readonly open: boolean;
};

/**
 * @param noSuch what is said of a format there is not
 * @throws Problem (2) for a format there is not, and for Markdown that is to be opened
 */
export function paperOptions(input: Input, noSuch = 'is neither md nor html'): PaperOptions {
  const typed = textOption(input, 'format');
  const open = isSet(input, 'open');
  const output = textOption(input, 'output');
  const format = typed ?? (open || (output !== undefined && /\.html?$/i.test(output)) ? 'html' : 'md');
  if (format !== 'md' && format !== 'html') {
    throw usage(`--format: "${shown(format)}" ${noSuch}.`, 'For example: --format html');
  }
  if (open && format === 'md') throw usage('Only an HTML page can be opened.', 'Leave --format out, or --format html.');
  return { format, output, force: isSet(input, 'force'), open };
}

/**
 * Gives a document: to standard output, into a file, or as a page in the browser.
 * @param name of the page in induct's own folder, such as `report-director.html`
 * @returns the file's full path; null for standard output
 */
export async function givePaper(
  session: Session,
  name: string,
  paper: Paper,
  options: PaperOptions,
): Promise<string | null> {
  const content = await render(paper, options.format);
  const toPage = options.open && (options.output === undefined || options.output === '-');
  const path = toPage ? await session.host.files.page(name, content) : await giveFile(session, content, options);
  if (path === null) return null;
  const opened = options.open && session.canAsk && (await session.host.open(path));
  session.tell([text(`The document is in ${path}`)]);
  if (opened) session.tell([text('It is open in the browser.')]);
  else if (options.open) session.tell([text('Open it in a browser, or in Word.')]);
  return path;
}

async function render(paper: Paper, format: PaperOptions['format']): Promise<string> {
  if (format === 'html') return (await import('../formats/html/report-paper.ts')).renderPaper(paper);
  return (await import('../formats/markdown/paper.ts')).renderMarkdown(paper);
}
