import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtMarks, findQuotations, isQuoted, type Quotation } from '../../data/quotation.ts';

const CASES: readonly (readonly [name: string, text: string, quoted: readonly string[]])[] = [
  ['curly marks', 'He said: “We go.” She left.', ['We go.']],
  ['straight marks', 'He said: "We go." "We stay," she said.', ['We go.', 'We stay,']],
  ['angle marks', '«Мы готовы», — сказал он.', ['Мы готовы']],
  ['low marks', 'Er sagte: „Wir gehen.“ Dann ging er.', ['Wir gehen.']],
  ['pairs of single marks', "''We go,'' he said. ``We stay,'' she said.", ['We go,', 'We stay,']],
  ['a pair of single marks beside a single one', "''She said 'go,''' he said.", ["She said 'go,'"]],
  ['a pair of single marks over two paragraphs', "''We came.\n\n''We saw,'' he said.", ['We came.', 'We saw,']],
  ['single marks where there are no others', '‘It’s the workers’ right,’ she said.', ['It’s the workers’ right,']],
  ['a quotation inside another', '“He said ‘go’ to me,” she said.', ['He said ‘go’ to me,']],
  ['one over two paragraphs that repeats its mark', '“We came.\n“We saw,” he said.', ['We came.', 'We saw,']],
  [
    'one over three, of which each opens with it',
    '“We came.\n“We saw.\n“We left,” he said.',
    ['We came.', 'We saw.', 'We left,'],
  ],
  [
    'one over two that need not repeat its mark',
    'Он сказал: «Мы пришли.\n\nМы ушли». И всё.',
    ['Мы пришли.', 'Мы ушли'],
  ],
  ['no words of two that do not repeat it', 'He said: "We came.\n\nWe saw." They left.', []],
  ['space inside the marks', 'He said: " We go. "', ['We go.']],
  ['inches and apostrophes, which are none', "The 6\" pipe isn't the workers' own.", []],
  ['no words after a mark that is never closed', 'He said: “We go, and left. They stayed.\nIt rained.', []],
  ['those behind it that are closed', '“We go, she said. “We stay,” he said.', ['We stay,']],
  ['none of a paragraph that goes on into such a one', '“We go.\n“We stay, she said. It rained.\nIt was over.', []],
  ['none where the next opens with another mark', '“We go, she said.\n«Мы готовы», — сказал он.', ['Мы готовы']],
  [
    'no apostrophes behind it',
    'He said: “We go. The ‘old’ mill isn’t open.\nShe said: “No, it is not.”',
    ['No, it is not.'],
  ],
  ['a closing mark that nothing opens', 'We go,” he said.', []],
  ['nothing between the marks', 'He said “” and left.', []],
  ['marks that look alike at both ends', 'Hon sade: ”Vi går.” Sedan gick hon.', ['Vi går.']],
  ['low marks with high ones inside', '„Er rief ‚halt‘ und lief“, sagte sie.', ['Er rief ‚halt‘ und lief']],
  ['the same marks inside each other', '«Завод «Заря» закрыт», — сказал он.', ['Завод «Заря» закрыт']],
  ['one mark that closes two', '«Мы из «Зари», — сказал он.', ['Мы из «Зари']],
  ['corner brackets', '他说：「我们走。」然后走了。', ['我们走。']],
  ['straight marks inside curly ones', "“He said 'go' and 'tis done,” she said.", ["He said 'go' and 'tis done,"]],
  [
    'a mark that nothing closes before a paragraph that is closed',
    '“We came.\nHe said: “We saw.” They left.',
    ['We saw.'],
  ],
];

describe('finds', () => {
  it.each(CASES)('%s', (_, text, quoted) => {
    expect(findQuotations(text).map(({ inner }) => text.slice(inner.start, inner.end))).toEqual(quoted);
  });
});

describe('inside a quotation', () => {
  const insides = (text: string, quotations: readonly Quotation[] = findQuotations(text)): unknown[] =>
    quotations.map(({ inner, within }) => [text.slice(inner.start, inner.end), ...insides(text, within)]);

  it.each([
    ['“He said ‘go «now»’ to me,” she said.', [['He said ‘go «now»’ to me,', ['go «now»', ['now']]]]],
    ['«Завод «Заря» и «Рассвет»», — сказал он.', [['Завод «Заря» и «Рассвет»', ['Заря'], ['Рассвет']]]],
    ['“It’s the workers’ own ‘right’,” she said.', [['It’s the workers’ own ‘right’,', ['right']]]],
    ['‘He said “go” to me,’ she said.', [['He said “go” to me,', ['go']]]],
  ])('%s', (text, expected) => {
    expect(insides(text)).toEqual(expected);
  });
});

describe('cut at the marks', () => {
  const cut = (text: string, words: string) => {
    const start = text.indexOf(words);
    return cutAtMarks(text, { start, end: start + words.length }, findQuotations(text)).map(
      (part) => `${part.quotation === null ? '-' : '+'}${text.slice(part.start, part.end)}`,
    );
  };
  const TEXT = 'Brand said the mill would “probably stay ‘shut’” until summer. “No,” he said, “never.”';

  it.each([
    ['words without marks', 'the mill would', ['-the mill would']],
    ['words between marks', 'probably stay', ['+probably stay']],
    ['words of both', 'would “probably stay ‘shut’” until', ['-would ', '+probably stay ‘shut’', '- until']],
    ['words up to a mark that is left out', 'would “probably', ['-would ', '+probably']],
    ['two quotations', '“No,” he said, “never.”', ['+No,', '- he said, ', '+never.']],
    ['no words', '.”', []],
  ])('%s', (_, words, parts) => {
    expect(cut(TEXT, words)).toEqual(parts);
  });

  it('tells whether all words are quoted', () => {
    const quoted = (words: string) => {
      const utf16Start = TEXT.indexOf(words);
      const utf16End = utf16Start + words.length;
      return isQuoted(TEXT, { start: utf16Start, end: utf16End, utf16Start, utf16End }, findQuotations(TEXT));
    };
    expect(['No,', 'shut', '“never.”'].map(quoted)).toEqual([true, true, true]);
    expect(['he said', 'would “probably', '.”'].map(quoted)).toEqual([false, false, false]);
  });
});

it('says whether a quotation is closed', () => {
  expect(findQuotations('“We go\n“We stay”').map(({ closed }) => closed)).toEqual([false, true]);
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

it('takes all words of any text apart into those that are quoted and those that are not, in order', () => {
  const piece = fc.constantFrom('“', '”', '"', '‘', '’', '«', '»', ' ', '\n', 'a', 'Word', '🎈');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.nat(60), fc.nat(60), (pieces, from, length) => {
      const text = pieces.join('');
      const range = { start: Math.min(from, text.length), end: Math.min(from + length, text.length) };
      const parts = cutAtMarks(text, range, findQuotations(text));
      const wordsOf = (words: string) => words.replace(/[^\p{L}]/gu, '');
      expect(parts.map(({ start, end }) => wordsOf(text.slice(start, end))).join('')).toBe(
        wordsOf(text.slice(range.start, range.end)),
      );
    }),
  );
});

it('reads marks that nothing closes in a time that grows with the text', () => {
  // A million marks: looking each up in all before it would take minutes.
  for (const mark of ['“', "'a ", '„', '‘a ', '"a ', '» a', '“a\n']) {
    expect(findQuotations(mark.repeat(300_000)).length).toBeLessThan(300_001);
  }
});
