import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../draft/quotation.ts';

const CASES: readonly (readonly [name: string, text: string, quoted: readonly string[]])[] = [
  ['curly marks', 'He said: “We go.” She left.', ['We go.']],
  ['straight marks', 'He said: "We go." "We stay," she said.', ['We go.', 'We stay,']],
  ['angle marks', '«Мы готовы», — сказал он.', ['Мы готовы']],
  ['low marks', 'Er sagte: „Wir gehen.“ Dann ging er.', ['Wir gehen.']],
  ['single marks where there are no others', '‘It’s the workers’ right,’ she said.', ['It’s the workers’ right,']],
  ['a quotation inside another', '“He said ‘go’ to me,” she said.', ['He said ‘go’ to me,']],
  ['one over two paragraphs that repeats its mark', '“We came.\n“We saw,” he said.', ['We came.', 'We saw,']],
  [
    'one over two paragraphs that repeats no mark',
    'He said: "We came.\n\nWe saw." They left.',
    ['We came.', 'We saw.'],
  ],
  ['space inside the marks', 'He said: " We go. "', ['We go.']],
  ['inches and apostrophes, which are none', "The 6\" pipe isn't the workers' own.", []],
  ['an opening mark that nothing closes', 'He said: “We go', ['We go']],
  ['a closing mark that nothing opens', 'We go,” he said.', []],
  ['nothing between the marks', 'He said “” and left.', []],
];

describe('finds', () => {
  it.each(CASES)('%s', (_, text, quoted) => {
    expect(findQuotations(text).map(({ inner }) => text.slice(inner.start, inner.end))).toEqual(quoted);
  });
});

it('says whether a quotation is closed', () => {
  expect(findQuotations('“We go').map(({ closed }) => closed)).toEqual([false]);
  expect(findQuotations('“We go”').map(({ closed }) => closed)).toEqual([true]);
});

it('keeps the quotations of any text in order, apart, and within it', () => {
  const piece = fc.constantFrom('“', '”', '"', "'", '‘', '’', '«', '»', '„', ' ', '\n', 'a', 'Word', '🎈', '.', 's');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      let end = 0;
      for (const { outer, inner } of findQuotations(text)) {
        expect(outer.start).toBeGreaterThanOrEqual(end);
        expect(inner.start).toBeGreaterThanOrEqual(outer.start);
        expect(inner.end).toBeLessThanOrEqual(outer.end);
        expect(text.slice(inner.start, inner.end).trim()).toBe(text.slice(inner.start, inner.end));
        expect(inner.end).toBeGreaterThan(inner.start);
        end = outer.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});
