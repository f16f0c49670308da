/** node:crypto costs every start a seventh of its time: loaded on first use. Recording does without (quick-crypto.ts). */
const crypto = () => process.getBuiltinModule('node:crypto');

/** A random UUID: names no machine and no person, so that two records can be joined. */
export function randomId(): string {
  return crypto().randomUUID();
}

/** SHA-256 of everything an event holds but its sequence number, which differs from one machine to another. */
export function hashOf(values: readonly string[]): Buffer {
  return crypto().createHash('sha256').update(JSON.stringify(values)).digest();
}
