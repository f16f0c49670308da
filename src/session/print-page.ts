import { fileName } from '../core/file-name.ts';
import { type Page, renderPage } from '../formats/html/page.ts';
import { text } from '../formats/terminal/blocks.ts';
import type { Session } from './session.ts';

/** What --print and --output say: the file asked for, or null for one of induct's own; and whether to replace one. */
export type PrintOptions = { readonly output: string | null; readonly force: boolean };

/**
 * Writes a page for printing and opens it in the browser, where there is one; says where it lies. With `--output -` the
 * page itself is the result, and nothing is opened.
 * @param name of the file in induct's own folder, such as `brief-dcs.html`
 */
export async function printPage(session: Session, name: string, page: Page, options: PrintOptions): Promise<void> {
  const html = renderPage(page);
  const { host } = session;
  if (options.output === '-') {
    host.out.write(html);
    return;
  }
  const path =
    options.output === null
      ? await host.files.page(fileName(name), html)
      : await host.files.write(options.output, html, { force: options.force });
  const opened = session.canAsk && (await host.open(path));
  const how = opened
    ? 'It is open in the browser: print it there.'
    : 'Open it in a browser or in Word, and print it there.';
  session.tell([text(`The page is in ${path}`), text(how)]);
}
