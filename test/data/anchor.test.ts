import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchor, openText } from '../../data/tools/compile/anchor.ts';
import type { Problem } from '../../data/tools/compile/problem.ts';

/** Texts of words in several scripts, with astral and combined characters, each word with its place in both units. */
const texts = fc
  .array(fc.constantFrom('a', 'no', '12', 'Zoë', 'Zoe\u0308', 'ışıq', '🏮', '𝄞', 'Ёлка', '“so,”'), {
    minLength: 1,
    maxLength: 30,
  })
  .map((words) => words.join(' '));

function anchored(quote: string, text: string) {
  const problems: Problem[] = [];
  const file = { path: 'text.md', text };
  const at = { file: { path: 'text.yaml', text: quote }, start: 0, end: quote.length };
  const evidence = anchor(quote, openText('text', text, file, 0), at, (problem) => problems.push(problem));
  return { evidence, codes: problems.map(({ code }) => code) };
}

test('words that stand once are found in their place, in code points and in UTF-16', () => {
  fc.assert(
    fc.property(texts, fc.nat(29), fc.nat(5), (text, from, count) => {
      const quote = text
        .split(' ')
        .slice(from, from + count + 1)
        .join(' ');
      const places = ` ${text} `.split(` ${quote} `).length - 1;
      fc.pre(quote !== '' && places === 1 && text.indexOf(quote) === text.lastIndexOf(quote));

      const { evidence, codes } = anchored(quote, text);

      expect(codes).toEqual([]);
      expect(text.slice(evidence?.utf16Start, evidence?.utf16End)).toBe(quote);
      expect([...text].slice(evidence?.start, evidence?.end).join('')).toBe(quote);
    }),
  );
});

test('there is evidence exactly where there is no problem, and it always cuts the quote', () => {
  fc.assert(
    fc.property(texts, texts, (text, quote) => {
      const { evidence, codes } = anchored(quote, text);
      expect(evidence === null).toBe(codes.length === 1);
      if (evidence !== null) expect(text.slice(evidence.utf16Start, evidence.utf16End)).toBe(quote);
    }),
  );
});

test.each([
  ['12 people', '112 people came', ['quote-not-found']],
  ['2 people', '112 people and 2 people came', []],
  ['man', 'a woman and a manor', ['quote-not-found']],
  ['Azerbaijan', 'Azerbaijan’s ministry', []],
  ['北京', '在北京市', []],
])('"%s" in "%s": %j', (quote, text, codes) => {
  expect(anchored(quote, text).codes).toEqual(codes);
});
