import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchor, openText } from '../../data/compile/anchor.ts';
import type { Anchor } from '../../data/compile/authored-part.ts';
import type { Problem } from '../../data/compile/problem.ts';

// Where there are no spaces, there is no telling which words stand once.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Words of several scripts, astral and combined, some of which stand within others; or of any letters at all. */
const word = fc.oneof(
  fc.constantFrom('a', 'no', 'nobody', '12', '112', 'Zoë', 'Zoe\u0308', 'ışıq', '🏮', '𝄞', 'Ёлка'),
  fc.stringMatching(/^[\p{L}\p{N}]{1,3}$/u).filter((letters) => !UNSPACED.test(letters)),
);
const lists = fc.array(word, { minLength: 1, maxLength: 30 });
const texts = lists.map((words) => words.join(' '));

function anchored(words: Anchor, text: string) {
  const problems: Problem[] = [];
  const file = { path: 'text.md', text };
  const at = { file: { path: 'text.yaml', text: '' }, start: 0, end: 0 };
  const evidence = anchor(words, openText('text', text, file, 0), at, (problem) => problems.push(problem));
  return { evidence, codes: problems.map(({ code }) => code) };
}

test('words that stand once are found in their place, in code points and in UTF-16', () => {
  fc.assert(
    fc.property(lists, fc.nat(29), fc.nat(5), (words, from, count) => {
      const text = words.join(' ');
      const quoted = words.slice(from, from + count + 1);
      const quote = quoted.join(' ');
      const starts = words.filter((_, at) => words.slice(at, at + quoted.length).join(' ') === quote);
      const utf16Start = words.slice(0, from).join(' ').length + (from === 0 ? 0 : 1);
      fc.pre(quote !== '' && starts.length === 1);

      const { evidence, codes } = anchored(quote, text);

      expect(codes).toEqual([]);
      expect([evidence?.utf16Start, evidence?.utf16End]).toEqual([utf16Start, utf16Start + quote.length]);
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
  [{ quote: '12 people', prefix: '1' }, '112 people came', []],
  [{ quote: 'man', suffix: 'or' }, 'a woman and a manor', []],
] as const)('%j in "%s": %j', (quote, text, codes) => {
  expect(anchored(quote, text).codes).toEqual(codes);
});
