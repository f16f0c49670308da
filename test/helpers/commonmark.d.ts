declare module 'commonmark' {
  export type Node = { readonly type: string; readonly literal: string | null };
  type Walker = { next(): { readonly entering: boolean; readonly node: Node } | null };
  export class Parser {
    parse(text: string): { walker(): Walker };
  }
}
