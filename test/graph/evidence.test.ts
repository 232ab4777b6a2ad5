// The first promise: every span of both corpora cuts exactly its words out of the article's text.
import { describe, expect, test } from 'vitest';
import { ask, CORPORA, type CorpusName } from '../harness.ts';

interface Span {
  readonly start: number;
  readonly end: number;
  readonly utf16Start: number;
  readonly utf16End: number;
}

interface Evidence extends Span {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

const EVIDENCE = 'fragment E on Evidence { exact prefix suffix start end utf16Start utf16End article { slug } }';

describe.each(CORPORA)('%s', (corpus) => {
  test('each span cuts its words, in code points and in UTF-16', async () => {
    for (const { text, spans } of await articlesOf(corpus)) {
      const codePoints = [...text];
      expect(spans.length).toBeGreaterThan(0);
      for (const span of spans) {
        expect(codePoints.slice(span.start, span.end).join('')).toBe(span.exact);
        expect(text.slice(span.utf16Start, span.utf16End)).toBe(span.exact);
        expect(text.slice(0, span.utf16Start).endsWith(span.prefix)).toBe(true);
        expect(text.slice(span.utf16End).startsWith(span.suffix)).toBe(true);
      }
    }
  });

  test('the segments of each article joined are its text, whatever the layers', async () => {
    const { articles } = await ask('{ articles { nodes { slug } } }', {}, corpus);
    for (const { slug } of articles.nodes) {
      const { article } = await ask(
        'query ($slug: Slug!) { article(slug: $slug) { text all: segments { text } one: segments(layers: [EVENT]) { text } none: segments(layers: []) { text } } }',
        { slug },
        corpus,
      );
      const { text, all, one, none } = article;
      for (const segments of [all, one, none]) {
        expect(segments.map((segment: { text: string }) => segment.text).join('')).toBe(text);
      }
    }
  });

  test('each article is pinned by the digest of its text', async () => {
    const { articles } = await ask('{ articles(first: 100) { nodes { text digest } } }', {}, corpus);
    for (const { text, digest } of articles.nodes) {
      const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      expect(digest).toBe(`sha256:${Buffer.from(bytes).toString('hex')}`);
    }
  });

  test('no assertion is without evidence, and only the article speaks unattributed', async () => {
    for (const { assertions } of await articlesOf(corpus)) {
      for (const { evidence, voice, attributedTo } of assertions) {
        expect(evidence.length).toBeGreaterThan(0);
        expect(attributedTo === null).toBe(voice === 'ARTICLE');
      }
    }
  });
});

/** Each article with all the evidence that can be reached: of assertions, statements, dates and mentions. */
async function articlesOf(corpus: CorpusName) {
  const { articles } = await ask(
    `{ articles(first: 100) { nodes { slug text bylines { evidence { ...E } } } } } ${EVIDENCE}`,
    {},
    corpus,
  );
  return Promise.all(
    articles.nodes.map(async ({ slug, text, bylines }: { slug: string; text: string; bylines: object[] }) => {
      const assertions = await allAssertions(slug, corpus);
      const mentions = await Promise.all(NAMED.map((list) => ask(mentionsOf(list), { slug }, corpus)));
      return {
        text,
        assertions,
        spans: evidenceIn([bylines, assertions, mentions]).filter((span) => span.article.slug === slug),
      };
    }),
  );
}

const NAMED = ['people', 'organizations', 'groups', 'places'] as const;

function mentionsOf(list: (typeof NAMED)[number]): string {
  return `query ($slug: Slug!) {
    article(slug: $slug) { ${list}(first: 100) { nodes { mentions(first: 30) { nodes { ...E } } } } }
  } ${EVIDENCE}`;
}

const ASSERTIONS = `query ($slug: Slug!, $after: String) {
  article(slug: $slug) {
    assertions(first: 10, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes {
        voice
        attributedTo { slug }
        evidence { ...E }
        ... on EventReport {
          date { evidence { ...E } inferred { evidence { ...E } } }
          time { evidence { ...E } }
          figures { evidence { ...E } }
        }
        ... on Quote {
          date { evidence { ...E } inferred { evidence { ...E } } }
          content { ...E }
          cue { ...E }
          speakers { evidence { ...E } }
          addressees { evidence { ...E } }
        }
        ... on LifeDate { lifeDate: date { evidence { ...E } } }
      }
    }
  }
} ${EVIDENCE}`;

async function allAssertions(slug: string, corpus: CorpusName) {
  const all = [];
  for (let after: string | null = null; ; ) {
    const { article } = await ask(ASSERTIONS, { slug, after }, corpus);
    all.push(...article.assertions.nodes);
    if (!article.assertions.pageInfo.hasNextPage) return all;
    after = article.assertions.pageInfo.endCursor;
  }
}

function evidenceIn(value: unknown): (Evidence & { article: { slug: string } })[] {
  if (Array.isArray(value)) return value.flatMap(evidenceIn);
  if (typeof value !== 'object' || value === null) return [];
  const here = 'exact' in value ? [value as Evidence & { article: { slug: string } }] : [];
  return [...here, ...Object.values(value).flatMap(evidenceIn)];
}
