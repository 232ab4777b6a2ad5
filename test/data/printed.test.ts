import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printed } from '../../data/printed.ts';
import { findQuotations, type Quotation } from '../../data/quotation.ts';

function print(text: string, quotes: readonly string[]): string {
  const spans = quotes.map((quote) => {
    const start = text.indexOf(quote);
    expect(start).toBeGreaterThan(-1);
    return { start, end: start + quote.length, utf16Start: start, utf16End: start + quote.length };
  });
  return printed(text, spans, findQuotations(text));
}

describe('printed words', () => {
  const TEXT = '“Yes,” Ann said, “and no.” Bob wept.\nThe end.';
  it.each([
    [[], ''],
    [['Yes'], 'Yes'],
    [['Yes', 'and no'], 'Yes … and no'],
    [['Ann said', 'said'], 'Ann said'],
    [['wept', 'The end'], 'wept … The end'],
  ])('of %j is %j', (quotes, words) => {
    expect(print(TEXT, quotes)).toBe(words);
  });

  it.each([
    ['closes what a span leaves open', ['Ann said', 'said, “and no'], 'Ann said, “and no”'],
    ['opens what a span begins in', ['Yes', 'Ann'], '“Yes,” Ann'],
    ['marks a quotation that stands apart from the rest', ['Yes', 'Bob wept'], '“Yes” … Bob wept'],
    ['leaves out marks without words', ['”', 'Ann said, “'], 'Ann said,'],
  ])('%s', (_, quotes, words) => {
    expect(print(TEXT, quotes)).toBe(words);
  });

  const NESTED = 'He wrote: “She said ‘go «now»’ and left.”\n“I went.” They stayed.';
  it.each([
    [['She said', 'go'], 'She said ‘go’'],
    [['go', 'now'], 'go «now»'],
    [['now'], 'now'],
    [['wrote', 'now'], 'wrote … “‘«now»’”'],
    [['left', 'I went'], 'left … I went'],
    [['and left.”\n“I went.” They'], '“and left.”\n“I went.” They'],
  ])('of %j, in quotations inside each other, is %j', (quotes, words) => {
    expect(print(NESTED, quotes)).toBe(words);
  });

  it('closes a quotation that goes on in the next paragraph', () => {
    expect(print('He said: “We came.\n“We saw,” he said.', ['He said: “We came', 'We saw'])).toBe(
      'He said: “We came” … “We saw”',
    );
  });

  it('has no quotation open, of whatever words', () => {
    const piece = fc.constantFrom('“', '”', '«', '»', '‘', '’', ' ', ' ', 'a', 'Word', '\n', ', ', '🎈');
    const isClosed = ({ closed, within }: Quotation): boolean => closed && within.every(isClosed);
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.array(fc.nat(100), { minLength: 2, maxLength: 8 }),
        (pieces, places) => {
          const text = pieces.join('');
          const ends = places.map((place) => Math.min(place, text.length)).sort((a, b) => a - b);
          const spans = ends.slice(1).flatMap((utf16End, index) => {
            const utf16Start = ends[index]!;
            return index % 2 === 0 ? [{ start: utf16Start, end: utf16End, utf16Start, utf16End }] : [];
          });
          const words = printed(text, spans, findQuotations(text));
          expect(findQuotations(words).filter((one) => !isClosed(one))).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
