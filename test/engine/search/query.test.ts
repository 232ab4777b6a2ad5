// What a reader types is words and phrases, and never a mistake.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_WORDS, parseQuery } from '../../../data/search-text.ts';
import { article, openEngine } from './corpus.ts';

function read(text: string) {
  const { words, phrases } = parseQuery(text);
  return [words, phrases.map((phrase) => phrase.words.map(({ folded }) => folded).join(' '))];
}

test.each([
  ['gas talks', [['gas', 'talks'], []]],
  ['Gas gas GAS', [['gas'], []]],
  ['gas* talk*', [['gas', 'talk'], []]],
  ['"gas talks" baku', [['baku'], ['gas talks']]],
  ['„gas talks“ “two of” «them here»', [[], ['gas talks', 'two of', 'them here']]],
  ['"gas talks', [['gas', 'talks'], []]],
  ['gas" talks" baku"', [['gas', 'baku'], ['talks']]],
  ['"" "…" " "', [[], []]],
  ['O’Brien’s "O’Brien"', [['obrien'], ['obrien']]],
  ['"O’Brien’s gas" "of O’Brien’s" "’s-Hertogenbosch" "’s"', [[], ['obrien s gas', 'of obrien', 's hertogenbosch']]],
  ['北京市', [['北京', '京市'], []]],
  ['"北京市 2025"', [[], ['北京 京市 2025']]],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('a phrase keeps the places of its words', () => {
  expect(parseQuery('"北京市 2025 京"').phrases).toEqual([
    {
      words: [
        { folded: '北京', offset: 0, isPrefix: false },
        { folded: '京市', offset: 1, isPrefix: false },
        { folded: '2025', offset: 3, isPrefix: false },
        { folded: '京', offset: 4, isPrefix: true },
      ],
      length: 5,
    },
  ]);
});

test('words beyond the limit are left out, and how many is said', () => {
  const many = Array.from({ length: 40 }, (_, index) => `w${index}`).join(' ');
  expect(parseQuery(many)).toMatchObject({ words: { length: MAX_WORDS }, omittedWords: 8 });
  expect(parseQuery(`"${many}"`).phrases[0]).toMatchObject({ words: { length: MAX_WORDS }, length: MAX_WORDS });
});

describe('nothing that can be typed breaks the search', () => {
  const engine = openEngine({
    articles: [article('Near gas talks\n\nNot and or not near the column', [0, 'gas talks'])],
    names: [{ type: 'Person', number: 0, name: 'AND' }],
  });

  test.each([
    ['', 0],
    [' ', 0],
    ['…„“?!*^:-', 0],
    ['\u0301\u0308', 0],
    ['\ud800', 0],
    ['\udc00gas\ud83d', 2],
    ['\0', 0],
    ['gas\0talks', 2],
    ['\u202egas\u202c', 2],
    ['NEAR(gas talks, 2)', 0],
    ['NEAR gas', 1],
    // The person called AND, too.
    ['gas AND talks', 2],
    ['AND', 2],
    ['NOT', 1],
    ['column:gas', 1],
    ['rowid:gas', 0],
    ['^gas', 2],
    ['-gas', 2],
    ['gas*', 2],
    ['"gas', 2],
    ['"gas" "', 2],
    ["'; drop table article; --", 0],
    ['%', 0],
    ['gas\\', 2],
    ['constructor __proto__ toString', 0],
  ])('%j finds %i', (query, total) => {
    expect(engine.find(query).total).toBe(total);
    expect(engine.count(query)).toBe(total);
    expect(engine.snippets(query)).toHaveLength(total);
  });

  test.each([
    'a'.repeat(10_000),
    'gas '.repeat(2500),
    '"'.repeat(10_000),
    '京'.repeat(10_000),
    '\u0301'.repeat(10_000),
  ])('ten thousand characters', (query) => {
    expect(engine.find(query).total).toBe(query.startsWith('gas') ? 2 : 0);
  });

  test('whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
        const { total, hits } = engine.find(query);
        expect(hits).toHaveLength(total);
      }),
      { numRuns: 1000 },
    );
  });
});
