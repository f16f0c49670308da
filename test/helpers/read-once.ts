import { readYaml, type YamlFile } from '../../src/packs/read-yaml.ts';
import { frozen } from './frozen.ts';

const readBefore = new Map<string, YamlFile>();

/**
 * As `readYaml`, each text once in a process of tests: most of each list here is the shipped one, and reading that is most of
 * the work.
 */
export function readOnce(file: string, text: string): YamlFile {
  const key = `${file} ${text}`;
  const known = readBefore.get(key);
  if (known !== undefined) return known;
  const read = readYaml(file, text);
  frozen(read.value);
  readBefore.set(key, read);
  return read;
}
