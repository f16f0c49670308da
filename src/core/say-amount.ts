/** A whole number as it is read: `1,234`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** So many of something: `1 entry`, `1,234 entries`. */
export function sayAmount(count: number, one: string, several: string): string {
  return count === 1 ? `1 ${one}` : `${grouped(count)} ${several}`;
}
