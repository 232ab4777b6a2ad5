/** Articles as publishers describe them to search engines: schema.org in JSON-LD, alone or in a page. */

import { MOST_NAMED } from '../../data/compile/index.ts';
import type { FoundArticle, FoundQuotation, FoundSpan, FoundThing } from './found.ts';
import { nearestTo, openNames } from './name-place.ts';
import { normalize } from './text.ts';

interface Fields {
  readonly [field: string]: unknown;
}

/** Every article in a document: at its top, in a list, as a `mainEntity` or in a `@graph`. */
export function articlesIn(document: unknown): FoundArticle[] {
  const byId = new Map(
    nodesIn(document).flatMap((node) => (typeof node['@id'] === 'string' ? [[node['@id'], node]] : [])),
  );
  const resolve = (value: unknown): unknown => {
    const node = isFields(value) ? value : null;
    const isReference = node !== null && Object.keys(node).length === 1 && typeof node['@id'] === 'string';
    return isReference ? (byId.get(String(node['@id'])) ?? value) : value;
  };
  return nodesIn(document)
    .filter((node) => typesOf(node).some((type) => /Article$|^BlogPosting$/.test(type)))
    .map((node) => readArticle(node, resolve));
}

type Resolve = (value: unknown) => unknown;

function nodesIn(document: unknown): Fields[] {
  const nodes: Fields[] = [];
  // Not recursive: a document may be nested deeper than the stack allows.
  const waiting = [document];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (Array.isArray(next)) for (let index = next.length - 1; index >= 0; index--) waiting.push(next[index]);
    if (!isFields(next)) continue;
    nodes.push(next);
    waiting.push(next.mainEntity, next['@graph']);
  }
  return nodes;
}

function readArticle(node: Fields, resolve: Resolve): FoundArticle {
  const body = normalize(textOf(node.articleBody) ?? '').text;
  const headline = oneLine(normalize(textOf(node.headline) ?? '').text);
  const isRepeated = headline === '' || body === headline || body.startsWith(`${headline}\n`);
  const text = body === '' || isRepeated ? body : `${headline}\n\n${body}`;
  const left: string[] = [];
  const page: Page = { text, placesOf: openNames(text), room: { left: MOST_NAMED } };

  const things = ['mentions', 'about', 'contentLocation', 'locationCreated'].flatMap((field) =>
    fieldsOf(node[field], resolve).flatMap((value) => readThing(value, page, left) ?? []),
  );
  const quotations = ['citation', 'hasPart', 'mentions'].flatMap((field) =>
    fieldsOf(node[field], resolve)
      .filter((value) => typesOf(value).includes('Quotation'))
      .flatMap((value) => readQuotation(value, page, resolve, left) ?? []),
  );
  return {
    rule: 'import-json-ld',
    text,
    language: languageOf(resolve(node.inLanguage)),
    url: addressOf(node.url) ?? addressOf(resolve(node.mainEntityOfPage)),
    published: textOf(node.datePublished),
    publisher: namesOf(node.publisher, resolve)[0] ?? null,
    authors: [...new Set([...namesOf(node.author, resolve), ...namesOf(node.creator, resolve)])],
    things,
    quotations,
    events: [],
    left,
  };
}

function oneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** The text of an article, and a look-up of names in it. */
interface Page {
  readonly text: string;
  readonly placesOf: (words: string) => readonly FoundSpan[];
  /** How many more places of names the article may have; the compiler refuses more than `MOST_NAMED`. */
  readonly room: { left: number };
}

function readThing(node: Fields, { placesOf, room }: Page, left: string[]): FoundThing | null {
  const name = nameIn(node.name);
  const type = typesOf(node)
    .map(thingType)
    .find((one) => one !== null);
  if (name === '' || type === undefined || type === null) {
    if (!typesOf(node).includes('Quotation'))
      left.push(`something that is not a person, organization or place: ${quoteName(node)}`);
    return null;
  }
  const otherNames = listOf(node.alternateName).flatMap((other) => nameIn(other) || []);
  const places = [...new Set([name, ...otherNames])].map(placesOf);
  const count = places.reduce((sum, { length }) => sum + length, 0);
  if (count === 0) return leave(left, `a thing that the text does not name: ${quoteName(node)}`);
  if (count > room.left) return leave(left, `a thing whose names occur in too many places: ${quoteName(node)}`);
  room.left -= count;
  return { type, name, otherNames, spans: places.flat() };
}

function thingType(type: string): FoundThing['type'] | null {
  if (type === 'Person') return 'Person';
  if (/Organization$|^(Corporation|NewsMediaOrganization|PoliticalParty|SportsTeam|LocalBusiness)$/.test(type)) {
    return 'Organization';
  }
  const isPlace =
    /^(Place|Country|City|State|AdministrativeArea|Landform|LandmarksOrHistoricalBuildings|CivicStructure)$/;
  return isPlace.test(type) ? 'Place' : null;
}

function readQuotation(node: Fields, page: Page, resolve: Resolve, left: string[]): FoundQuotation | null {
  const words = normalize(textOf(node.text) ?? textOf(node.name) ?? '').text.replace(/^[“"«„]|[”"»]$/g, '');
  const start = words === '' ? -1 : page.text.indexOf(words);
  if (start === -1) return leave(left, `a quotation that the text does not have: “${words.slice(0, 60)}”`);
  const span = { start, end: start + words.length };
  for (const field of ['spokenByCharacter', 'creator', 'author']) {
    for (const value of fieldsOf(node[field], resolve)) {
      const thing = readThing({ '@type': 'Person', ...value }, { ...page, room: { left: MOST_NAMED } }, []);
      const at = thing === null ? null : nearestTo(span, outside(span, thing.spans));
      if (thing !== null && at !== null) return { spans: [span], cue: null, speaker: { thing, span: at } };
    }
  }
  return leave(left, `a quotation whose speaker the text does not name: “${words.slice(0, 60)}”`);
}

function outside(span: FoundSpan, places: readonly FoundSpan[]): FoundSpan[] {
  return places.filter(({ start, end }) => end <= span.start || start >= span.end);
}

function leave(left: string[], says: string): null {
  left.push(says);
  return null;
}

function quoteName(node: Fields): string {
  return `“${(textOf(node.name) ?? typesOf(node).join(' ')).slice(0, 60)}”`;
}

function namesOf(value: unknown, resolve: Resolve): string[] {
  return listOf(value).flatMap((one) => {
    const node = resolve(one);
    return nameIn(isFields(node) ? node.name : node) || [];
  });
}

/** Empty if there is no name. */
function nameIn(value: unknown): string {
  return normalize(textOf(value) ?? '').text.trim();
}

function fieldsOf(value: unknown, resolve: Resolve): Fields[] {
  return listOf(value).map(resolve).filter(isFields);
}

function typesOf(node: Fields): string[] {
  return listOf(node['@type']).flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/#:]/, '')] : []));
}

/** The text of a value, which may be one with a language: `{ "@value": "…" }`. */
function textOf(value: unknown): string | null {
  const [first] = listOf(value);
  if (isFields(first)) return typeof first['@value'] === 'string' ? first['@value'] : null;
  return typeof first === 'string' ? first : null;
}

function languageOf(value: unknown): string | null {
  return isFields(value) ? (textOf(value.alternateName) ?? textOf(value.name)) : textOf(value);
}

function addressOf(value: unknown): string | null {
  return isFields(value) ? (textOf(value['@id']) ?? textOf(value.url)) : textOf(value);
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
