// `npm run schemas`: writes the JSON Schemas of the list's files, made from the schemas that check them. Those of a whole
// list lie here, those of a council's own list in local/. A test holds them up to date.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const { outputFiles } = await build({
  entryPoints: [join(here, '..', 'src', 'packs', 'schemas.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { layerSchemas, wholeSchemas } = await import(`data:text/javascript;base64,${code}`);

mkdirSync(join(here, 'local'), { recursive: true });
for (const [name, text] of Object.entries(wholeSchemas())) writeFileSync(join(here, name), text);
for (const [name, text] of Object.entries(layerSchemas())) writeFileSync(join(here, 'local', name), text);
