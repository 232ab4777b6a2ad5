/** JSON-LD as publishers write it: things with fields, which may stand in other scripts of a page and refer to each other. */
import { normalize } from '../normal-text.ts';
import { plainText } from './html.ts';

/** A thing, by the names of its fields without a vocabulary: `headline`, also where `schema:headline` is written. */
export interface Fields {
  readonly [field: string]: unknown;
}

export interface LinkedData {
  /** The outermost things that are wanted, in order; each once, with all that the documents say about its `@id`. */
  readonly things: readonly Fields[];
  /** The things in a field, those that are only referred to included. Mere text is a thing with a name. */
  readonly fieldsOf: (value: unknown) => readonly Fields[];
}

export function openLinkedData(documents: unknown, isWanted: (thing: Fields) => boolean): LinkedData {
  const byId = new Map<string, Fields>();
  const found: Fields[] = [];
  // Not recursive: a document may be nested deeper than the stack allows.
  const waiting = [{ value: documents, isInside: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, isInside } = next;
    if (typeof value !== 'object' || value === null) continue;
    const thing = isObject(value) ? withPlainNames(value) : null;
    const isFound = thing !== null && !isInside && isWanted(thing);
    if (isFound) found.push(thing);
    const id = thing?.['@id'];
    if (thing !== null && typeof id === 'string') byId.set(id, { ...thing, ...byId.get(id) });
    for (const part of Object.values(value).reverse()) waiting.push({ value: part, isInside: isInside || isFound });
  }
  const whole = (thing: Fields): Fields => {
    const known = typeof thing['@id'] === 'string' ? byId.get(thing['@id']) : undefined;
    return known === undefined ? thing : { ...known, ...thing };
  };
  return {
    things: [...new Map(found.map((thing) => [thing['@id'] ?? thing, whole(thing)])).values()],
    fieldsOf: (value) =>
      listOf(value).flatMap((one): Fields[] => {
        if (typeof one === 'string') return [byId.get(one) ?? { name: one }];
        if (!isObject(one)) return [];
        return ['@value' in one ? { name: one } : whole(withPlainNames(one))];
      }),
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withPlainNames(thing: object): Fields {
  return Object.fromEntries(Object.entries(thing).map(([field, value]) => [withoutVocabulary(field), value]));
}

function withoutVocabulary(name: string): string {
  return name.replace(/^.*[/#:]/, '');
}

export function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

export function typesOf(thing: Fields): string[] {
  return listOf(thing['@type']).flatMap((type) => (typeof type === 'string' ? withoutVocabulary(type) : []));
}

/** The texts in a field, without markup. */
export function textsIn(value: unknown): string[] {
  return listOf(value).flatMap((one) => {
    // Text may have a language: `{ "@value": "…", "@language": "az" }`.
    const text = isObject(one) && '@value' in one ? one['@value'] : one;
    return typeof text === 'string' ? normalize(plainText(text)).text || [] : [];
  });
}

/** The first text in a field; empty if it has none. */
export function textIn(value: unknown): string {
  return textsIn(value)[0] ?? '';
}

/** The first text in a field, on one line. */
export function lineIn(value: unknown): string {
  return textIn(value).replace(/\s+/g, ' ');
}
