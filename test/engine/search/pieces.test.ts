// The pieces of an index: how large they are, and that they hold together however many there are.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader, ByteWriter } from '../../../data/bytes.ts';
import { indexWords } from '../../../data/engine/search/build.ts';
import type { SearchableCorpus } from '../../../data/engine/search/build-layout.ts';
import { indexFrom, packPositions, sortNumbers, unpackPositions } from '../../../data/engine/search/positions.ts';
import { packSpellings, unpackSpellings } from '../../../data/engine/search/spelling.ts';
import { ENTITY_TYPES } from '../../../data/model.ts';
import { parseQuery } from '../../../data/search-text.ts';
import { article, openEngine } from './corpus.ts';
import { openScan } from './oracle.ts';

/** Numbers that look as if thrown, and are the same each time. */
function openDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** Large enough for several pieces of each sort, and for words whose best hits are stored. */
function largeCorpus(): SearchableCorpus {
  const throwDie = openDice(7);
  const word = () => (throwDie(3) === 0 ? 'gas' : `${'gtpb'[throwDie(4)]}a${throwDie(9) * throwDie(300)}x`);
  const sentence = (length: number) => Array.from({ length }, word).join(' ');
  const articles = Array.from({ length: 140 }, (_, index) => {
    const quotes = Array.from({ length: 9 }, () => sentence(12));
    return article(
      [sentence(6), ...quotes, sentence(200)].join('\n\n'),
      ...quotes.map((quote, place) => [9 * index + place, quote] as const),
    );
  });
  const names = ENTITY_TYPES.slice(3).flatMap((type) =>
    Array.from({ length: 600 }, (_, number) => ({ type, number, name: sentence(3) })),
  );
  return { articles, names };
}

describe('a corpus of many pieces', () => {
  const corpus = largeCorpus();
  const engine = openEngine(corpus);
  const scan = openScan(corpus);
  const sorts = new Set([...engine.index.keys()].map((name) => name.split('/')[1]));

  test('has pieces of each sort, several of most', () => {
    expect([...sorts].sort()).toEqual(
      ['best', 'checkpoints', 'names', 'positions', 'reversed', 'statements', 'stretches', 'terms', 'top'].sort(),
    );
    for (const name of ['terms/1', 'reversed/1', 'statements/1', 'stretches/1', 'names/1', 'best/gas', 'best/g']) {
      expect(engine.index.has(`search/${name}`)).toBe(true);
    }
  });

  test.each(['gas', 'g', 'ga', 'ta1', 'pa16x', 'gas ta10x', 'ta', 'gsa', 'ta16y', '"gas gas gas"', '"gas ta10x"'])(
    'answers %s as a scan does',
    (query) => {
      for (const filter of [
        { types: ENTITY_TYPES, allowed: {} },
        { types: ['Statement', 'Place'] as const, allowed: {} },
        { types: ENTITY_TYPES, allowed: { Statement: Uint32Array.of(3, 500, 1200) } },
      ]) {
        const expected = scan(parseQuery(query), filter);
        expect(engine.find(query, filter).hits).toEqual(expected);
        expect(engine.count(query, filter)).toBe(expected.length);
        for (const after of [undefined, expected[30], expected[190], expected[400]]) {
          const from = after === undefined ? 0 : expected.indexOf(after) + 1;
          const found = engine.find(query, filter, { limit: 25, after });
          expect(found.hits).toEqual(expected.slice(from, from + 25));
          expect(found.total).toBe(expected.length);
          if (found.hits.length > 0) expect(found.start).toBe(from);
        }
        expect(engine.find(query, filter, { limit: 10, fromEnd: true }).hits).toEqual(expected.slice(-10));
        expect(engine.find(query, filter, { limit: 10, before: expected[20] }).hits).toEqual(expected.slice(0, 10));
      }
    },
  );

  test('snippets of the best hits of a frequent word', () => {
    const { hits } = engine.find('gas', { types: ['Article', 'Statement'] }, { limit: 20 });
    for (const snippets of engine.snippets('gas', hits)) {
      const marked = snippets.flatMap(({ text, matches }) =>
        matches.map(({ utf16Start, utf16End }) => text.slice(utf16Start, utf16End)),
      );
      expect(new Set(marked)).toEqual(new Set(['gas']));
    }
  });

  test('is the same whenever it is built', () => {
    expect(indexWords(corpus)).toEqual(engine.index);
  });
});

test('a small corpus has a small index', () => {
  const throwDie = openDice(3);
  const text = Array.from({ length: 4000 }, () => `w${throwDie(60) * throwDie(60)}`).join(' ');
  const index = indexWords({ articles: [article(text)], names: [] });
  const bytes = [...index.values()].reduce((sum, piece) => sum + piece.length, 0);
  expect(bytes).toBeLessThan(text.length);
});

test('an empty corpus has an index in which nothing is found', () => {
  const engine = openEngine({ articles: [], names: [] });
  for (const query of ['gas', 'gasp', '"gas"', 'g']) expect(engine.find(query).total).toBe(0);
});

test('an index of another format is refused', () => {
  const engine = openEngine(
    { articles: [article('gas')], names: [] },
    new Map([['search/top', new ByteWriter().varint(999).finish()]]),
  );
  expect(() => engine.find('gas')).toThrow(/The search index has format 999, and this program reads format \d+\./);
});

test('a missing piece is named', () => {
  const corpus = { articles: [article('gas')], names: [] };
  const index = indexWords(corpus);
  index.delete('search/terms/0');
  expect(() => openEngine(corpus, index).find('gas')).toThrow('The index has no piece "search/terms/0".');
});

test('long lists of positions are cut into pieces that can each be read', () => {
  const throwDie = openDice(5);
  let last = 0;
  const positions = new Uint32Array(250_000).map(() => {
    last += 1 + throwDie(300);
    return last;
  });
  const packed = packPositions(positions);
  expect(packed).toHaveLength(3);
  for (const piece of packed) expect(piece.length).toBeLessThanOrEqual(400_000);
  expect(unpackPositions(packed, positions.length)).toEqual(positions);
});

const anyNumbers = fc.array(fc.nat(2 ** 31), { maxLength: 50 }).map((numbers) => Uint32Array.from(numbers));

test('numbers are sorted, few or many', () => {
  fc.assert(
    fc.property(anyNumbers, fc.constantFrom(1, 100), (few, times) => {
      const numbers = Uint32Array.from({ length: few.length * times }, (_, index) => few[index % few.length]! ^ index);
      expect(sortNumbers(numbers.slice())).toEqual(numbers.toSorted());
    }),
  );
});

test('the first number from a bound on', () => {
  fc.assert(
    fc.property(anyNumbers, fc.nat(2 ** 31), fc.nat(10), (numbers, bound, from) => {
      const sorted = numbers.sort();
      const expected = sorted.findIndex((number, index) => index >= from && number >= bound);
      expect(indexFrom(sorted, bound, Math.min(from, sorted.length))).toBe(expected === -1 ? sorted.length : expected);
    }),
  );
});

test('spellings come back as they were', () => {
  const spelling = fc.string({ unit: fc.constantFrom('a', 'b', '𝔊', '𝔋', 'я', '\uffff'), maxLength: 5 });
  fc.assert(
    fc.property(fc.uniqueArray(spelling), (spellings) => {
      const sorted = spellings.sort();
      const writer = new ByteWriter();
      packSpellings(writer, sorted);
      expect(unpackSpellings(new ByteReader(writer.finish()))).toEqual(sorted);
    }),
  );
});
