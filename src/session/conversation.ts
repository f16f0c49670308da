import { toJson } from '../formats/json.ts';
import type { Block } from '../formats/terminal/blocks.ts';
import type { Host } from '../host/host.ts';
import type { Prompter } from '../host/prompts/prompter.ts';
import type { Flags } from './flags.ts';
import { hasSymbols, isAccessible, layoutOf, paint } from './screen.ts';

/** What one run says and asks: results, receipts, questions, each as its flags and its terminal want them. */
export class Conversation {
  readonly host: Host;
  readonly flags: Flags;
  #prompter: Prompter | null = null;

  constructor(host: Host, flags: Flags) {
    this.host = host;
    this.flags = flags;
  }

  /**
   * A result: the document with --json, else the words, or the screen where they had to be laid out to be chosen. Only the
   * one asked for is built. With `explain` the short forms that the words leave unexplained are told at the end.
   */
  async show(
    document: () => unknown | Promise<unknown>,
    words: () => readonly Block[] | string,
    { explain = false }: { readonly explain?: boolean } = {},
  ): Promise<void> {
    if (this.flags.json) return this.host.out.write(toJson(await document()));
    const blocks = words();
    if (typeof blocks === 'string') return this.host.out.write(blocks);
    const more = explain ? await (await import('./explain.ts')).inShort(this, blocks) : [];
    this.host.out.write(paint(this.host, this.flags, this.host.out, [...blocks, ...more]));
  }

  /** A receipt, a notice or a hint, on standard error. Left out with --json, whose document says it all. */
  tell(blocks: readonly Block[]): void {
    if (!this.flags.json) this.host.err.write(paint(this.host, this.flags, this.host.err, blocks));
  }

  /** Whether a result may hold lines and bars: not where plain words were asked for, or the font may have none. */
  get draws(): boolean {
    return !this.flags.plain && hasSymbols(this.host) && !isAccessible(this.host, this.flags);
  }

  /** How wide results are, for screens that fit themselves to a number of lines. */
  layout() {
    return layoutOf(this.host, this.flags, this.host.out);
  }

  /**
   * Whether a person can be asked: both ends are a terminal, and nobody said not to. Ask last whether one must be: finding
   * this out takes a tenth of a start at a terminal.
   */
  get canAsk(): boolean {
    return this.flags.input && this.host.inputIsTerminal && this.host.err.isTerminal;
  }

  async prompter(): Promise<Prompter> {
    const manner = !this.canAsk ? 'none' : isAccessible(this.host, this.flags) ? 'lines' : 'inquirer';
    this.#prompter ??= await this.host.makePrompter(manner);
    return this.#prompter;
  }
}
