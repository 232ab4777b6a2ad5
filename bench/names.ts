/** Names: the values for expensive queries over a corpus, and which of them can replace each other. */
import type { Ask } from './ask.ts';
import { type Kin, kinOf } from './renew.ts';
import { readVocabulary, type Vocabulary } from './words.ts';

/** The values for queries that name something in the corpus. */
export interface Names {
  /** Slugs of people, the most mentioned first, repeated from the start if a small corpus has too few. */
  readonly people: readonly string[];
  /** Slugs of articles, the longest first. */
  readonly articles: readonly string[];
  /** The slug of the statement with the most echoes. */
  readonly echoed: string;
  /** The most frequent beginnings of words, for each length from 1. */
  readonly beginnings: (length: number) => readonly string[];
  /** Words of the corpus with one letter changed, so that no word begins with them. */
  readonly mistyped: readonly string[];
  /** Days of the corpus, from the first to the last: `2025-06-27`. */
  readonly days: readonly string[];
  readonly kin: Kin;
}

/** Reads the whole corpus once. */
export function namesIn(ask: Ask): Names {
  const { ranked } = readRanked(ask);
  const articles = readArticles(ask).toSorted((a, b) => b.text.length - a.text.length);
  const vocabulary = readVocabulary(articles);
  const longest = articles.map(({ slug }) => slug);
  const beginnings = beginningsOf(articles.slice(0, 100).map(({ text }) => text));
  const mistyped = mistype(vocabulary);
  const people = ranked.people?.map(({ slug }) => slug) ?? [];
  const lists = Object.values(ranked);
  return {
    people: Array.from({ length: 100 }, (_, at) => people[at % people.length] ?? ''),
    articles: longest,
    echoed: mostEchoed(ask),
    beginnings,
    mistyped,
    days: readDays(ask),
    kin: kinOf([
      ...lists.flatMap((nodes) => [nodes.map(({ slug }) => slug), nodes.map(({ id }) => id)]),
      longest,
      articles.map(({ id }) => id),
      mistyped,
      ...LENGTHS.map((length) => vocabulary.all.filter((word) => word.length === length).slice(0, MOST_COMMON)),
      ...LENGTHS.map((length) => beginnings(length).slice(0, 100)),
    ]),
  };
}

const LENGTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** Words that are about as frequent as the most frequent one. */
const MOST_COMMON = 20;

interface Named {
  readonly id: string;
  readonly slug: string;
}

const BY_MENTIONS = 'first: 100, orderBy: { field: MENTIONS, direction: DESC }';
const BY_TELLINGS = { events: 'REPORTS', statements: 'QUOTES' };

function readRanked(ask: Ask): { readonly ranked: Readonly<Record<string, readonly Named[]>> } {
  const answer = ask<Record<string, { readonly nodes: readonly Named[] }>>(`{
    ${['people', 'organizations', 'groups', 'places'].map((list) => `${list}(${BY_MENTIONS}) { nodes { id slug } }`).join(' ')}
    ${Object.entries(BY_TELLINGS)
      .map(
        ([list, field]) => `${list}(first: 100, orderBy: { field: ${field}, direction: DESC }) { nodes { id slug } }`,
      )
      .join(' ')}
  }`);
  return { ranked: Object.fromEntries(Object.entries(answer).map(([list, { nodes }]) => [list, nodes])) };
}

function readArticles(ask: Ask): readonly (Named & { readonly text: string })[] {
  return readAll<Named & { readonly text: string }>(ask, 'articles', 'id slug text');
}

function mostEchoed(ask: Ask): string {
  const statements = readAll<Named & { readonly echoes: readonly object[] }>(ask, 'statements', 'slug echoes { slug }');
  const counted = statements.map(({ slug, echoes }) => ({ slug, count: echoes.length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most), { slug: '', count: -1 }).slug;
}

function readDays(ask: Ask): readonly string[] {
  const { events } = ask<{ events: { nodes: readonly { date: { earliest: string | null } | null }[] } }>(
    '{ events(first: 100) { nodes { date { earliest } } } }',
  );
  return [...new Set(events.nodes.flatMap(({ date }) => date?.earliest ?? []))].sort();
}

function readAll<Node>(ask: Ask, list: string, selection: string): readonly Node[] {
  const all: Node[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page<Node> = ask(
      `query ($after: String) { list: ${list}(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { ${selection} } } }`,
      { after },
    );
    all.push(...page.list.nodes);
    if (!page.list.pageInfo.hasNextPage) return all;
    after = page.list.pageInfo.endCursor;
  }
}

interface Page<Node> {
  readonly list: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly nodes: readonly Node[];
  };
}

function beginningsOf(texts: readonly string[]): Names['beginnings'] {
  const words = texts.flatMap((text) => text.toLowerCase().match(/\p{Letter}+/gu) ?? []);
  const known = new Map<number, readonly string[]>();
  return (length) => {
    const found = known.get(length) ?? mostFrequentBeginnings(words, length);
    known.set(length, found);
    return found;
  };
}

function mostFrequentBeginnings(words: readonly string[], length: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of words) {
    const letters = [...word];
    if (letters.length < length) continue;
    const beginning = letters.slice(0, length).join('');
    counts.set(beginning, (counts.get(beginning) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([beginning]) => beginning);
}

/** Changes long words, which have the most neighbours at a distance of one letter. */
function mistype({ byFrequency, hasStart }: Vocabulary): readonly string[] {
  return byFrequency
    .filter((word) => word.length >= 5)
    .flatMap((word, at) => {
      const place = 1 + (at % (word.length - 1));
      const changed = word.slice(0, place) + 'qxzjk'[at % 5] + word.slice(place + 1);
      return hasStart(changed) ? [] : [changed];
    })
    .slice(0, 1000);
}
