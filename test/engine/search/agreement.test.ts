// The engine against the plain scan, over corpora and queries made by chance.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchableCorpus } from '../../../data/engine/search/build-layout.ts';
import { isOneMistake } from '../../../data/engine/search/mistake.ts';
import { type SpelledWord, spelledWords } from '../../../data/engine/search/other-spelling.ts';
import { ENTITY_TYPES } from '../../../data/model.ts';
import { parseQuery } from '../../../data/search-text.ts';
import { context, countCodePoints } from '../../../data/text.ts';
import { article, openEngine, randomCorpus, randomFilter, randomQuery } from './corpus.ts';
import { mistakesBetween, openScan } from './oracle.ts';

const RUNS = { numRuns: 400 };

const TWO_NAMES: SearchableCorpus = {
  articles: [],
  names: [
    { type: 'Organization', number: 0, name: 'Əliyev' },
    { type: 'Event', number: 0, name: 'obrien' },
  ],
};

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
    { ...RUNS, examples: [[TWO_NAMES, ['"O\'Brien’s Əliyev "', '""'], { types: ENTITY_TYPES, allowed: {} }]] },
  );
});

test('no phrase runs from one text into the next, by whatever its words are apart', () => {
  const engine = openEngine({
    articles: [article('obrien'), article('Əliyev met O’Brien, Əliyev says'), article('O’Brien’s Əliyev')],
    names: TWO_NAMES.names,
  });
  for (const query of ['"O’Brien’s Əliyev"', '"’s Əliyev"']) {
    expect(engine.find(query).hits).toMatchObject([{ type: 'Article', number: 2 }]);
    expect(engine.count(query)).toBe(1);
  }
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

test('snippets are passages with what was asked for, where it is', () => {
  fc.assert(
    fc.property(randomCorpus, randomQuery, (corpus, query) => {
      const engine = openEngine(corpus);
      const { hits } = engine.find(query);
      const { words: wanted, phrases } = parseQuery(query);
      const isSpelled = (spelling: string) =>
        wanted.some((word) => spelling.startsWith(word) || mistakesBetween(word, spelling) === 1) ||
        phrases.some((phrase) => phrase.words.some((word) => spelling.startsWith(word.folded)));
      const isAsked = ({ folded, also }: SpelledWord) => [folded, ...also].some(isSpelled);
      for (const [index, snippets] of engine.snippets(query).entries()) {
        const { type, number } = hits[index]!;
        expect(snippets.length > 0).toBe(type === 'Article' || type === 'Statement');
        expect(snippets.length).toBeLessThanOrEqual(3);
        for (const { evidence, text: shown, matches } of snippets) {
          const { text, paragraphs } = corpus.articles[Number(evidence.source)]!;
          if (type === 'Article') expect(evidence.source).toBe(String(number));
          const { utf16Start, utf16End, paragraph, exact } = evidence;
          const counts = countCodePoints(text);
          expect(evidence).toEqual({
            type: 'Evidence',
            source: evidence.source,
            start: counts[utf16Start],
            end: counts[utf16End],
            utf16Start,
            utf16End,
            paragraph: paragraphs.filter((one) => one.utf16Start <= utf16Start).length - 1,
            exact: text.slice(utf16Start, utf16End),
            ...context(text, evidence, 32),
          });
          expect(utf16End).toBeLessThanOrEqual(paragraphs[paragraph]!.utf16End);
          expect([exact, `… ${exact}`, `${exact} …`, `… ${exact} …`]).toContain(shown);

          expect(matches.length).toBeGreaterThan(0);
          const shift = utf16Start - shown.indexOf(exact);
          const inText = spelledWords(text).filter(
            (word) => word.utf16Start >= utf16Start && word.utf16End <= utf16End,
          );
          const shownCounts = countCodePoints(shown);
          let end = 0;
          for (const match of matches) {
            expect(match.utf16Start).toBeGreaterThanOrEqual(end);
            end = match.utf16End;
            expect([match.start, match.end]).toEqual([shownCounts[match.utf16Start], shownCounts[match.utf16End]]);
            const first = inText.filter((word) => word.utf16Start === match.utf16Start + shift);
            expect(first.some(isAsked)).toBe(true);
            expect(inText.some((word) => word.utf16End === match.utf16End + shift)).toBe(true);
          }
          for (const word of inText) {
            const isWhole = wanted.includes(word.folded);
            const isMarked = matches.some(
              (match) => match.utf16Start + shift <= word.utf16Start && match.utf16End + shift >= word.utf16End,
            );
            if (isWhole) expect(isMarked).toBe(true);
          }
        }
        const places = snippets.map(({ evidence }) => evidence).sort((a, b) => a.start - b.start);
        for (const [at, { source, end }] of places.entries()) {
          for (const other of places.slice(at + 1)) if (other.source === source) expect(other.start >= end).toBe(true);
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
