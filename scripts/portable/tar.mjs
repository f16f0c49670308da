// @ts-check

const BLOCK = 512;

/**
 * The files of a tar archive. What npm packs is plain: names of at most 255 characters, no links.
 * @param {Uint8Array} bytes unpacked by gzip already
 * @returns {Map<string, Uint8Array>} by path, without the `package/` that npm puts before each
 * @throws Error for an archive that ends too early
 */
export function readTar(bytes) {
  const files = new Map();
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0; ) {
    const head = bytes.subarray(at, at + BLOCK);
    const size = Number.parseInt(textOf(head.subarray(124, 136)), 8);
    const from = at + BLOCK;
    if (!Number.isInteger(size) || from + size > bytes.length) throw new Error('The archive is damaged.');
    const type = String.fromCharCode(head[156] ?? 0);
    if (type === '0' || type === '\0') {
      const prefix = textOf(head.subarray(345, 500));
      const path = `${prefix === '' ? '' : `${prefix}/`}${textOf(head.subarray(0, 100))}`;
      files.set(path.replace(/^[^/]+\//, ''), bytes.subarray(from, from + size));
    }
    at = from + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

/** @param {Uint8Array} field text that ends at the first NUL */
function textOf(field) {
  const text = Buffer.from(field).toString('latin1');
  const end = text.indexOf('\0');
  return (end < 0 ? text : text.slice(0, end)).trim();
}
