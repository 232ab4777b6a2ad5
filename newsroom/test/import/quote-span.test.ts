import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Anchor, anchor, openText } from '../../../data/compile/index.ts';
import { placesIn, quoteSpan } from '../../quote-span.ts';

describe('the shortest anchor of a span', () => {
  it.each<[text: string, marked: string, expected: Anchor]>([
    ['words that stand once', 'The [mayor] spoke.', 'mayor'],
    ['words that are a part of others elsewhere', 'In 112 houses lived [12] people.', '12'],
    ['a part of a word', 'The news[paper] closed.', { quote: 'paper', prefix: 'news' }],
    ['words that stand twice', 'Ann came. [Ann] left.', { quote: 'Ann', suffix: ' left' }],
    ['words behind the same ones', 'Ann left. Ann left [Baku].', 'Baku'],
    ['the end of a text', 'no no [no]', { quote: 'no', prefix: 'no no ' }],
    ['a script without spaces', '[北]京市和北海', { quote: '北', suffix: '京' }],
    ['a character of two units', '🙂🙃 a 🙂[🙂]', { quote: '🙂', prefix: 'a 🙂' }],
  ])('%s', (_, marked, expected) => {
    const start = marked.indexOf('[');
    const end = marked.indexOf(']') - 1;
    expect(quoteSpan(marked.replace(/[[\]]/g, ''), start, end)).toEqual(expected);
  });

  it('is found by the compiler there and nowhere else, in whatever text', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      'ab',
      ' ',
      ' ',
      '\n',
      '.',
      'é',
      'e\u0301',
      '🙂',
      '北',
      '京',
      'ก',
      '12',
      "'",
    );
    const letters = fc.oneof(
      fc.array(piece, { minLength: 1, maxLength: 60 }),
      fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 12 }),
    );
    fc.assert(
      fc.property(letters, fc.nat(), fc.nat(), (pieces, one, other) => {
        const characters = [...pieces.join('')];
        const [from = 0, to = 0] = [one % characters.length, other % characters.length].sort((a, b) => a - b);
        expectFound(characters, from, to + 1);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['one letter', Array.from('x'.repeat(900))],
    ['one word', Array.from('ha '.repeat(400))],
    [
      'one paragraph',
      Array.from('The council met on Monday in the old hall, and nobody came but the mayor.\n'.repeat(20)),
    ],
  ])('also where the text is all %s', (_, characters) => {
    for (const from of [0, 1, 3, 300, 450, characters.length - 2]) expectFound(characters, from, from + 1);
  });

  it.each([
    ['an empty span', 1, 1],
    ['one that ends first', 3, 1],
    ['one beyond the text', 0, 99],
    ['one before the text', -1, 1],
    ['half a character', 0, 1],
  ])('refuses %s', (_, start, end) => {
    expect(() => quoteSpan('🙂 abc', start, end)).toThrow(RangeError);
  });
});

function expectFound(characters: readonly string[], from: number, to: number): void {
  const text = characters.join('');
  const utf16Start = characters.slice(0, from).join('').length;
  const utf16End = characters.slice(0, to).join('').length;
  const file = { path: 'a.md', text };
  const found = anchor(
    quoteSpan(text, utf16Start, utf16End),
    openText('a', text, file, 0),
    { file, start: 0, end: 0 },
    () => {},
  );
  expect(found).toMatchObject({ start: from, end: to, utf16Start, utf16End });
}

describe('the places of words in a long text', () => {
  const text = `${'said Ann, '.repeat(3000)}and so said Bob.`;

  it.for([
    ['said Ann, ', 3000],
    ['d Ann, said', 2999],
    ['nn', 3000],
    ['so said Bob.', 1],
    ['Ann, and', 1],
    ['Xsaid Ann', 0],
    ['said Tom', 0],
  ] as const)('%s', ([quote, count]) => {
    const places = placesIn(text, quote);
    expect(places).toHaveLength(count);
    expect(places.every((place) => text.slice(place, place + quote.length) === quote)).toBe(true);
  });
});
