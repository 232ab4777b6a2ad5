/** Articles as publishers describe them to search engines: schema.org in JSON-LD, alone or in a page. */

import { MOST_NAMED } from '../../data/compile/index.ts';
import { type Author, readAuthors } from '../author.ts';
import type { FoundArticle, FoundQuotation, FoundSpan, FoundThing } from './found.ts';
import {
  type Fields,
  type LinkedData,
  lineIn,
  listOf,
  openLinkedData,
  textIn,
  textsIn,
  typesOf,
} from './linked-data.ts';
import { nearestTo, openNames } from './name-place.ts';

type Data = Pick<LinkedData, 'fieldsOf'>;

/** The articles with a text in some documents, and a line about each one that has none. */
export function articlesIn(documents: readonly unknown[]): { articles: FoundArticle[]; left: string[] } {
  const { things, fieldsOf } = openLinkedData(documents, isArticle);
  const data = { fieldsOf };
  const copies = gatherCopies(things, data);
  const articles = copies.flatMap((all) => (textOf(merge(all), data) === '' ? [] : readArticle(all, data)));
  const left = copies.flatMap((all) => {
    const article = merge(all);
    return textOf(article, data) === '' ? `an article without a text: ${quoteName(article)}` : [];
  });
  return { articles, left };
}

function isArticle(thing: Fields): boolean {
  return typesOf(thing).some((type) => /Article$|^(?:LiveBlog|Blog)Posting$|^Report$/.test(type));
}

/** Articles with the same text are one, and so are those with the same address of which only one has a text. */
function gatherCopies(things: readonly Fields[], data: Data): Fields[][] {
  const byText = new Map<string, Fields[]>();
  const byAddress = new Map<string, Fields[]>();
  const withoutText: Fields[] = [];
  for (const thing of things) {
    const text = textOf(thing, data);
    const copies = byText.get(text) ?? [];
    if (text === '') {
      withoutText.push(thing);
      continue;
    }
    byText.set(text, copies);
    copies.push(thing);
    const address = addressOf(thing);
    if (address !== null && !byAddress.has(address)) byAddress.set(address, copies);
  }
  const others = withoutText.filter((thing) => {
    const copies = byAddress.get(addressOf(thing) ?? '');
    copies?.push(thing);
    return copies === undefined;
  });
  return [...byText.values(), ...others.map((thing) => [thing])];
}

/** The fields of all copies; where they differ, those of the first. */
function merge(copies: readonly Fields[]): Fields {
  return Object.assign({}, ...copies.toReversed());
}

function textOf(article: Fields, data: Data): string {
  const body = bodyOf(article, data);
  const headline = headlineOf(article);
  const isRepeated = headline === '' || body === headline || body.startsWith(`${headline}\n`);
  return body === '' || isRepeated ? body : `${headline}\n\n${body}`;
}

function headlineOf(article: Fields): string {
  return lineIn(article.headline) || lineIn(article.name);
}

/** The text of an article, which may be given in several pieces or by its parts. */
function bodyOf(article: Fields, data: Data): string {
  const own = textsIn(article.articleBody ?? article.text);
  if (own.length > 0) return own.join('\n\n');
  return partsOf(article, data)
    .flatMap((part) => [lineIn(part.headline), ...textsIn(part.articleBody ?? part.text)])
    .filter((text) => text !== '')
    .join('\n\n');
}

function partsOf(article: Fields, { fieldsOf }: Data): Fields[] {
  const parts = ['hasPart', 'liveBlogUpdate'].flatMap((field) => fieldsOf(article[field]));
  return parts
    .filter((part) => !isQuotation(part))
    .sort((a, b) => (Number(a.position) || 0) - (Number(b.position) || 0));
}

/** The fields that are read, and those that say what the thing is. Others are reported. */
const READ = new Set(
  `@context @type @id headline name articleBody text hasPart liveBlogUpdate inLanguage url mainEntityOfPage datePublished
  publisher author creator mentions about contentLocation locationCreated citation`.split(/\s+/),
);

function readArticle(copies: readonly Fields[], data: Data): FoundArticle {
  const article = merge(copies);
  const text = textOf(article, data);
  const left = [...reportFields(article), ...reportCopies(copies), ...reportParts(article, text, data)];
  const page: Page = { text, placesOf: openNames(text), room: { left: MOST_NAMED } };
  const authors = authorsOf(article, data, left);
  const organizations = authors.filter(({ type }) => type === 'Organization');

  const things = [
    ...['mentions', 'about', 'contentLocation', 'locationCreated'].flatMap((field) =>
      data.fieldsOf(article[field]).flatMap((value) => readThing(value, page, left) ?? []),
    ),
    // A person who wrote the article is in its byline; an organization is only named.
    ...organizations.flatMap((author) => readThing({ '@type': author.type, name: author.name }, page, []) ?? []),
  ];
  const quotations = ['citation', 'hasPart', 'mentions'].flatMap((field) =>
    data
      .fieldsOf(article[field])
      .filter(isQuotation)
      .flatMap((value) => readQuotation(value, page, data, left) ?? []),
  );
  for (const cited of data.fieldsOf(article.citation)) {
    if (!isQuotation(cited)) left.push(`a citation that is not a quotation: ${quoteName(cited)}`);
  }
  const [publisher = null, ...otherPublishers] = data.fieldsOf(article.publisher).map(({ name }) => lineIn(name));
  for (const other of otherPublishers) left.push(`another publisher: “${other}”`);
  return {
    rule: 'import-json-ld',
    text,
    language: languageOf(article, data),
    url: addressOf(article),
    published: textIn(article.datePublished) || null,
    publisher: publisher || null,
    authors,
    things,
    quotations,
    events: [],
    left,
  };
}

function isQuotation(thing: Fields): boolean {
  return typesOf(thing).includes('Quotation');
}

const FIELDS_SHOWN = 12;

function reportFields(article: Fields): string[] {
  const isTitled = lineIn(article.headline) !== '' && lineIn(article.name) !== '';
  const others = Object.keys(article).filter((field) => !READ.has(field) && listOf(article[field]).length > 0);
  if (isTitled && lineIn(article.name) !== lineIn(article.headline)) others.push('name');
  const shown = others.slice(0, FIELDS_SHOWN).map((field) => field.slice(0, 40));
  const more = others.length > FIELDS_SHOWN ? ` and ${others.length - FIELDS_SHOWN} more` : '';
  const headlines = textsIn(article.headline).slice(1);
  return [
    ...(others.length > 0 ? [`fields that an article of the corpus does not have: ${shown.join(', ')}${more}`] : []),
    ...headlines.map((other) => `another headline: “${other.slice(0, 60)}”`),
  ];
}

function reportCopies([first, ...others]: readonly Fields[]): string[] {
  return others.flatMap((other) => {
    const differing = Object.keys(other).filter(
      (field) => first?.[field] !== undefined && JSON.stringify(first[field]) !== JSON.stringify(other[field]),
    );
    return differing.length === 0 ? [] : `a copy of ${quoteName(other)} that differs in: ${differing.join(', ')}`;
  });
}

function reportParts(article: Fields, text: string, data: Data): string[] {
  return partsOf(article, data)
    .filter((part) => {
      const own = textsIn(part.articleBody ?? part.text);
      return own.length === 0 || own.some((one) => !text.includes(one));
    })
    .map((part) => `a part whose words the text does not have: ${quoteName(part)}`);
}

function authorsOf(article: Fields, data: Data, left: string[]): Author[] {
  const credited = [...data.fieldsOf(article.author), ...data.fieldsOf(article.creator)].flatMap((author) => {
    const name = lineIn(author.name) || `${lineIn(author.givenName)} ${lineIn(author.familyName)}`.trim();
    if (name === '') left.push(`an author without a name: “${String(author['@id'] ?? author.url ?? '').slice(0, 60)}”`);
    const type = typesOf(author)
      .map(thingType)
      .find((one) => one !== null);
    return name === '' ? [] : readAuthors(name, type === 'Place' ? null : (type ?? null));
  });
  return [...new Map(credited.map((author) => [author.name, author])).values()];
}

/** The text of an article, and a look-up of names in it. */
interface Page {
  readonly text: string;
  readonly placesOf: (words: string) => readonly FoundSpan[];
  /** How many more places of names the article may have; the compiler refuses more than `MOST_NAMED`. */
  readonly room: { left: number };
}

function readThing(node: Fields, { placesOf, room }: Page, left: string[]): FoundThing | null {
  const name = lineIn(node.name);
  const type = typesOf(node)
    .map(thingType)
    .find((one) => one !== null);
  if (name === '' || type === undefined || type === null) {
    if (!isQuotation(node)) left.push(`something that is not a person, organization or place: ${quoteName(node)}`);
    return null;
  }
  const otherNames = textsIn(node.alternateName);
  const places = [...new Set([name, ...otherNames])].map(placesOf);
  const count = places.reduce((sum, { length }) => sum + length, 0);
  if (count === 0) return leave(left, `a thing that the text does not name: ${quoteName(node)}`);
  if (count > room.left) return leave(left, `a thing whose names occur in too many places: ${quoteName(node)}`);
  room.left -= count;
  return { type, name, otherNames, spans: places.flat() };
}

function thingType(type: string): FoundThing['type'] | null {
  if (type === 'Person') return 'Person';
  if (/Organization$|^(Corporation|PoliticalParty|SportsTeam|LocalBusiness)$/.test(type)) return 'Organization';
  const isPlace =
    /^(Place|Country|City|State|AdministrativeArea|Landform|LandmarksOrHistoricalBuildings|CivicStructure)$/;
  return isPlace.test(type) ? 'Place' : null;
}

function readQuotation(node: Fields, page: Page, { fieldsOf }: Data, left: string[]): FoundQuotation | null {
  const given = textIn(node.text) || textIn(node.name);
  // The article may have other marks around the words.
  const words = page.text.includes(given) ? given : given.replace(/^[“"«„]|[”"»]$/g, '');
  const start = words === '' ? -1 : page.text.indexOf(words);
  if (start === -1) return leave(left, `a quotation that the text does not have: “${words.slice(0, 60)}”`);
  const span = { start, end: start + words.length };
  for (const field of ['spokenByCharacter', 'creator', 'author']) {
    for (const value of fieldsOf(node[field])) {
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
  return `“${(lineIn(node.name) || lineIn(node.headline) || addressIn(node) || typesOf(node).join(' ')).slice(0, 60)}”`;
}

function languageOf(article: Fields, { fieldsOf }: Data): string | null {
  const [language] = fieldsOf(article.inLanguage);
  return lineIn(language?.alternateName) || lineIn(language?.name) || null;
}

function addressOf(article: Fields): string | null {
  const [page] = listOf(article.mainEntityOfPage);
  return textIn(article.url) || addressIn(page) || null;
}

function addressIn(page: unknown): string {
  if (typeof page !== 'object' || page === null) return textIn(page);
  return ('@id' in page && textIn(page['@id'])) || ('url' in page && textIn(page.url)) || '';
}
