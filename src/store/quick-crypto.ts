/** The only door to @noble/hashes: ids and hashes for the few events of one recording, without loading node:crypto. */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Database } from './sqlite.ts';

/** Random UUIDs as `randomId` makes them, from the random bytes that SQLite has from the system. */
export function randomIds(database: Database, count: number): string[] {
  const digits = database
    .prepare('SELECT lower(hex(randomblob(?)))')
    .pluck()
    .get(16 * count) as string;
  return Array.from({ length: count }, (_, index) => asUuid(digits.slice(32 * index, 32 * (index + 1))));
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
