/** The only door to @noble/hashes: ids and hashes for the few events of one recording, without loading node:crypto. */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Database } from './sqlite.ts';

/** What makes random UUIDs as `randomId` does, from the random bytes that SQLite has from the system. */
export function idMaker(database: Database): () => string {
  const random = database.prepare('SELECT lower(hex(randomblob(16)))').pluck();
  return () => asUuid(random.get() as string);
}

/** RFC 9562, section 5.4: 32 hexadecimal digits as a UUID of version 4, which six of the bits say. */
export function asUuid(digits: string): string {
  const variant = '89ab'[Number.parseInt(digits.charAt(16), 16) % 4];
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, variant + digits.slice(17, 20)];
  return `${parts.join('-')}-${digits.slice(20)}`;
}

/** As `hashOf` in crypto.ts: slower for each, and nothing to load. */
export function hashOfFew(values: readonly string[]): Uint8Array {
  return sha256(Buffer.from(JSON.stringify(values)));
}
