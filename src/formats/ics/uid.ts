/**
 * The UID of an entry for ever: the UUID (version 5, RFC 9562) of its key in the name space of a record, whose own id is a
 * random UUID. So nothing needs to be kept for it, two computers with one record agree, and no person, machine or council can
 * be read from it (RFC 7986, 5.3).
 * @param space a UUID
 */
export function uidOf(space: string, key: string): string {
  const { createHash } = process.getBuiltinModule('node:crypto');
  const name = Buffer.concat([Buffer.from(space.replaceAll('-', ''), 'hex'), Buffer.from(key)]);
  const bytes = createHash('sha1').update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
