const LONGEST = 40;

/** An id made of a text's words that nothing of `taken` has: `dcs-one-to-one`, then `dcs-one-to-one-2`. */
export function freeSlug(text: string, taken: ReadonlySet<string>, without: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase();
  const slug =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, LONGEST)
      .replace(/^-+|-+$/g, '') || without;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? slug : `${slug}-${n}`;
    if (!taken.has(id)) return id;
  }
}
