import type { YamlFile } from './read-yaml.ts';

/** Where something was written: in which file, and at which path of it. */
export type Place = {
  readonly layer: { readonly file: string; readonly yaml: YamlFile };
  readonly path: readonly PropertyKey[];
};

type Known = { readonly own: Place; readonly parts: ReadonlyMap<PropertyKey, Place> };

/** Remembers, for what was put together from several files, where each part of it was written. */
export class Origins {
  readonly #known = new Map<object, Known>();
  readonly #root: Place;

  constructor(base: Place['layer']) {
    this.#root = { layer: base, path: [] };
    this.#learn(base.yaml.value, this.#root);
  }

  /** What was put together, where it was written last, and where its parts were. */
  keep(value: object, own: Place, parts: ReadonlyMap<PropertyKey, Place>): void {
    this.#known.set(value, { own, parts });
  }

  /** A copy of something has the same origins. */
  copy(from: object, to: object): void {
    const known = this.#known.get(from);
    if (known !== undefined) this.#known.set(to, known);
  }

  /** Where a part of something was written. */
  part(value: object, key: PropertyKey): Place {
    const known = this.#known.get(value);
    const own = known?.own ?? this.#root;
    return known?.parts.get(key) ?? { layer: own.layer, path: [...own.path, key] };
  }

  placeOf(root: unknown, path: readonly PropertyKey[]): Place {
    let place = this.#root;
    let node: unknown = root;
    for (const key of path) {
      const known = isObject(node) ? this.#known.get(node) : undefined;
      const own = known?.own ?? place;
      place = known?.parts.get(key) ?? { layer: own.layer, path: [...own.path, key] };
      node = isObject(node) ? (node as Record<PropertyKey, unknown>)[key] : undefined;
    }
    const known = isObject(node) ? this.#known.get(node) : undefined;
    return known === undefined ? place : known.own;
  }

  /** The nearest thing around a path of which it is known where it was written as a whole. */
  entryAt(root: unknown, path: readonly PropertyKey[]): object | null {
    let found: object | null = null;
    let node: unknown = root;
    for (const key of path) {
      node = isObject(node) ? (node as Record<PropertyKey, unknown>)[key] : undefined;
      if (isObject(node) && this.#known.has(node) && !Array.isArray(node)) found = node;
    }
    return found;
  }

  locate(root: unknown, path: readonly PropertyKey[], key?: string): { line: number; column: number; file: string } {
    const place = this.placeOf(root, key === undefined ? path : [...path, key]);
    const { file, yaml } = place.layer;
    return { file, ...(key === undefined ? yaml.locate(place.path) : yaml.locate(place.path.slice(0, -1), key)) };
  }

  /** Everything in the first file lies where it stands there. */
  #learn(value: unknown, own: Place): void {
    if (!isObject(value)) return;
    const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
    this.#known.set(value, { own, parts: new Map() });
    for (const [key, part] of entries) this.#learn(part, { layer: own.layer, path: [...own.path, key] });
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
