// The engine against the plain scan, over corpora and queries made by chance.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOneMistake } from '../../../data/engine/search/mistake.ts';
import { words } from '../../../data/fold.ts';
import { parseQuery } from '../../../data/search-text.ts';
import { context, countCodePoints } from '../../../data/text.ts';
import { openEngine, randomCorpus, randomFilter, randomQuery } from './corpus.ts';
import { mistakesBetween, openScan } from './oracle.ts';

const RUNS = { numRuns: 400 };

test('finds what a scan finds, with the same scores, in the same order', () => {
  fc.assert(
    fc.property(
      randomCorpus,
      fc.array(randomQuery, { minLength: 1, maxLength: 5 }),
      randomFilter,
      (corpus, queries, filter) => {
        const engine = openEngine(corpus);
        const scan = openScan(corpus);
        for (const query of queries) {
          const expected = scan(parseQuery(query), filter);
          const found = engine.find(query, filter);
          expect(found.hits).toEqual(expected);
          expect(found.total).toBe(expected.length);
          expect(engine.count(query, filter)).toBe(expected.length);
        }
      },
    ),
    RUNS,
  );
});

test('every window is a part of the whole ranking', () => {
  const window = fc.record({
    limit: fc.nat(6),
    fromEnd: fc.boolean(),
    after: fc.option(fc.nat(9)),
    before: fc.option(fc.nat(9)),
  });
  fc.assert(
    fc.property(randomCorpus, randomQuery, window, (corpus, query, { limit, fromEnd, after, before }) => {
      const engine = openEngine(corpus);
      const all = engine.find(query).hits;
      const start = after !== null && after < all.length ? after + 1 : 0;
      const end = Math.max(start, before !== null && before < all.length ? before : all.length);
      const from = fromEnd ? Math.max(start, end - limit) : start;
      const expected = all.slice(from, Math.min(end, from + limit));
      const found = engine.find(
        query,
        {},
        {
          limit,
          fromEnd,
          after: all[after ?? Infinity],
          before: all[before ?? Infinity],
        },
      );
      expect(found.hits).toEqual(expected);
      expect(found.total).toBe(all.length);
      if (expected.length > 0) expect(found.start).toBe(from);
    }),
    RUNS,
  );
});

test('snippets show what was asked for, where it is', () => {
  fc.assert(
    fc.property(randomCorpus, randomQuery, (corpus, query) => {
      const engine = openEngine(corpus);
      const { hits } = engine.find(query);
      const { words: wanted, phrases } = parseQuery(query);
      for (const [index, snippets] of engine.snippets(query).entries()) {
        const { type, number } = hits[index]!;
        expect(snippets.length > 0).toBe(type === 'Article' || type === 'Statement');
        expect(snippets.length).toBeLessThanOrEqual(3);
        for (const snippet of snippets) {
          const { text, paragraphs, statements } = corpus.articles[Number(snippet.article)]!;
          const { utf16Start, utf16End } = snippet;
          const counts = countCodePoints(text);
          expect(snippet).toEqual({
            type: 'Evidence',
            article: snippet.article,
            start: counts[utf16Start],
            end: counts[utf16End],
            utf16Start,
            utf16End,
            paragraph: paragraphs.filter((paragraph) => paragraph.utf16Start <= utf16Start).length - 1,
            exact: text.slice(utf16Start, utf16End),
            ...context(text, snippet, 32),
          });
          if (type === 'Article') expect(snippet.article).toBe(String(number));
          else {
            const covered = new Set<number>();
            for (const statement of statements.filter((candidate) => candidate.number === number)) {
              for (const span of statement.spans)
                for (let at = span.utf16Start; at < span.utf16End; at++) covered.add(at);
            }
            expect(words(snippet.exact).every((word) => covered.has(utf16Start + word.utf16Start))).toBe(true);
          }
          const shown = words(text).filter((word) => word.utf16Start >= utf16Start && word.utf16End <= utf16End);
          const isWord = wanted.some(
            (word) => shown[0]!.folded.startsWith(word) || mistakesBetween(word, shown[0]!.folded) === 1,
          );
          const isPhrase = phrases.some(({ words: [first] }) => shown[0]!.folded.startsWith(first!.folded));
          expect(isWord || isPhrase).toBe(true);
        }
      }
    }),
    RUNS,
  );
});

test('one mistake is one mistake', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c', '𝔊'), { maxLength: 6 });
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      expect(isOneMistake(a, b)).toBe(mistakesBetween(a.join(''), b.join('')) === 1);
    }),
    { numRuns: 3000 },
  );
});
