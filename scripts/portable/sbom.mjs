// @ts-check

/** @typedef {import('../bundled.mjs').Carried} Carried */

/**
 * The parts list of a zip, in CycloneDX 1.6: the program, Node, and every package of npm's in it. It names no time and
 * no random number, so that it is the same for the same zip.
 * @param {{ version: string, target: string, node: import('./targets.mjs').Source, carried: readonly Carried[] }} of
 * @returns {string} JSON
 */
export function sbom({ version, target, node, carried }) {
  const self = `pkg:npm/induct@${version}`;
  const parts = [
    { ...component({ ...node, license: 'MIT' }), type: 'platform', description: 'Node.js' },
    ...carried.map(component),
  ];
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': self,
        name: 'induct',
        version,
        purl: self,
        licenses: [{ license: { id: 'MIT' } }],
        properties: [{ name: 'induct:target', value: target }],
      },
    },
    components: parts,
    dependencies: [
      { ref: self, dependsOn: parts.map((part) => part['bom-ref']) },
      ...parts.map((part) => ({ ref: part['bom-ref'] })),
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** @param {{ name: string, version: string, license: string, integrity: string }} one */
function component({ name, version, license, integrity }) {
  const [group, short] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group && { group }),
    name: short,
    version,
    purl,
    licenses: [/[ ()]/.test(license) ? { expression: license } : { license: { id: license } }],
    hashes: [{ alg: 'SHA-512', content: hexOf(integrity) }],
  };
}

/** @param {string} integrity `sha512-` and base64 */
function hexOf(integrity) {
  const [algorithm, base64] = integrity.split(/-(.*)/s);
  if (algorithm !== 'sha512' || !base64) throw new Error(`${integrity} is no SHA-512`);
  return Buffer.from(base64, 'base64').toString('hex');
}
