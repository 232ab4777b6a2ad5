// Small corpora to search in, made by hand or by chance, and the engine over them without a store.
import fc from 'fast-check';
import { indexWords } from '../../../data/engine/search/build.ts';
import type { SearchableArticle, SearchableCorpus, SearchableName } from '../../../data/engine/search/build-layout.ts';
import { type FoundHits, findHits } from '../../../data/engine/search/find.ts';
import type { Hit, HitWindow } from '../../../data/engine/search/rank.ts';
import { cutSnippets } from '../../../data/engine/search/snippets.ts';
import { ENTITY_TYPES, type EntityType } from '../../../data/model.ts';
import type { Snippet } from '../../../data/query.ts';
import { type ParsedQuery, parseQuery } from '../../../data/search-text.ts';
import { answer, type Source } from '../../../data/source.ts';
import { UNMETERED } from '../../../data/store.ts';
import { paragraphs } from '../../../data/text.ts';
import type { Filter } from './oracle.ts';

export interface Engine {
  readonly corpus: SearchableCorpus;
  readonly index: ReadonlyMap<string, Uint8Array>;
  find(query: string | ParsedQuery, filter?: Partial<Filter>, window?: HitWindow): FoundHits;
  count(query: string | ParsedQuery, filter?: Partial<Filter>): number;
  snippets(query: string | ParsedQuery, hits?: readonly Hit[]): readonly (readonly Snippet[])[];
}

/** The engine over a corpus; article number 3 has the slug `3`. */
export function openEngine(corpus: SearchableCorpus, index = indexWords(corpus)): Engine {
  const source = sourceOf(corpus, index);
  const request = (query: string | ParsedQuery, { types = ENTITY_TYPES, allowed = {} }: Partial<Filter>) => ({
    query: typeof query === 'string' ? parseQuery(query) : query,
    types,
    allowed,
    meter: UNMETERED,
  });
  const find: Engine['find'] = (query, filter = {}, window) =>
    now(answer(findHits(request(query, filter), window), source, UNMETERED));
  return {
    corpus,
    index,
    find,
    count: (query, filter = {}) => now(answer(findHits(request(query, filter), { limit: 0 }), source, UNMETERED)).total,
    snippets(query, hits) {
      const found = find(query);
      const shown = hits ?? found.hits;
      const none = shown.map(() => []);
      return now(answer(cutSnippets(found, shown, none, { slugOf: String, numberOf: Number }), source, UNMETERED));
    },
  };
}

function sourceOf(corpus: SearchableCorpus, index: ReadonlyMap<string, Uint8Array>): Source {
  const refuse = () => {
    throw new Error('The search asks for pieces and texts only.');
  };
  return {
    summary: { version: '', counts: {} as never, versionCounts: {} as never, evidenceCount: 0, coverage: 0 },
    pieces: (names) => names.map((name) => index.get(name) ?? null),
    texts: (slugs) =>
      slugs.map((slug) => {
        const article = corpus.articles[Number(slug)]!;
        return { of: slug, text: article.text, paragraphs: article.paragraphs, marks: [] };
      }),
    bySlug: refuse,
    byNumber: refuse,
    dossiers: refuse,
  };
}

function now<T>(value: T | Promise<T>): T {
  if (value instanceof Promise) throw new Error('The source answers at once, and so has the search to.');
  return value;
}

/** An article of this text; its statements given as the words that they consist of. */
export function article(text: string, ...statements: (readonly [number, ...string[]])[]): SearchableArticle {
  return {
    text,
    paragraphs: paragraphs(text),
    statements: statements.map(([number, ...quotes]) => ({
      number,
      spans: quotes.map((words) => {
        const utf16Start = text.indexOf(words);
        if (utf16Start === -1) throw new Error(`The text has no "${words}".`);
        return { utf16Start, utf16End: utf16Start + words.length };
      }),
    })),
  };
}

/** Few words, so that chance makes them meet: near ones, beginnings of others, and scripts of all sorts. */
const WORDS = [
  ...[
    'gas',
    'gasp',
    'gate',
    'gates',
    'gaet',
    'agte',
    'talks',
    'talk',
    'stalk',
    'O’Brien',
    "O'Brien’s",
    'obrien',
    'Straße',
  ],
  ...[
    'Əliyev',
    'eliyev',
    'Łódź',
    'İlham',
    'Ёлкин',
    'елка',
    'ёлки',
    '北京市政府',
    '京',
    '北京',
    'カタカナ',
    '한국',
    '한국어',
  ],
  ...['กรุงเทพ', 'ລາວ', 'مُحَمَّد', 'محمد', 'שלום', '🔥', '😀a', '𝔊as', '2025', '20', '½', 'é\u0301', '\ud800', 'a'],
  ...['U.S.', 'US', 'u', 'J. K. ', 'l’UE', '김철수', '철수', 'ga\u00ads', 'محـــمد', '٢٠'],
];
const word = fc.constantFrom(...WORDS);
const separator = fc.constantFrom(' ', ' ', ' ', ' ', ', ', '. ', '', '\n\n', ' “', '” ', '-');
const text = (most: number) =>
  fc
    .array(fc.tuple(word, separator), { maxLength: most })
    .map((parts) => parts.map(([words, behind]) => words + behind).join(''));

const randomArticle: fc.Arbitrary<SearchableArticle> = text(30).chain((made) => {
  const span = fc
    .tuple(fc.nat(made.length), fc.nat(made.length))
    .map(([a, b]) => ({ utf16Start: Math.min(a, b), utf16End: Math.max(a, b) }));
  const statement = fc.record({ number: fc.nat(5), spans: fc.array(span, { maxLength: 3 }) });
  return fc
    .array(statement, { maxLength: 5 })
    .map((statements) => ({ text: made, paragraphs: paragraphs(made), statements }));
});
const NAMED = ENTITY_TYPES.filter((type): type is EntityType => type !== 'Article' && type !== 'Statement');
const randomName: fc.Arbitrary<SearchableName> = fc.record({
  type: fc.constantFrom(...NAMED),
  number: fc.nat(3),
  name: text(4),
});

export const randomCorpus: fc.Arbitrary<SearchableCorpus> = fc.record({
  articles: fc.array(randomArticle, { maxLength: 4 }),
  names: fc.array(randomName, { maxLength: 8 }),
});

const changed = fc.tuple(word, fc.nat(4), fc.constantFrom('', 'x', 'a')).map(([base, at, letter]) => {
  const letters = [...base];
  letters.splice(at, 1, letter);
  return letters.join('');
});
const started = fc
  .tuple(word, fc.integer({ min: 1, max: 4 }))
  .map(([base, length]) => [...base].slice(0, length).join(''));
const phrase = text(3).map((words) => `"${words}"`);
/** What a reader could type: words, beginnings, mistakes and phrases. */
export const randomQuery: fc.Arbitrary<string> = fc
  .array(fc.oneof(word, started, changed, phrase), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(' '));

export const randomFilter: fc.Arbitrary<Filter> = fc.record({
  types: fc.oneof(fc.constant(ENTITY_TYPES), fc.subarray([...ENTITY_TYPES])),
  allowed: fc.oneof(
    fc.constant({}),
    fc.record(
      {
        Article: fc.subarray([0, 1]).map((numbers) => Uint32Array.from(numbers)),
        Statement: fc.subarray([0, 1, 2, 3]).map((numbers) => Uint32Array.from(numbers)),
        Person: fc.subarray([0, 1]).map((numbers) => Uint32Array.from(numbers)),
      },
      { requiredKeys: [] },
    ),
  ),
});
