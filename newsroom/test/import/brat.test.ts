// Annotations of brat: what is a name in them, and the words of a quotation.
import { expect, it } from 'vitest';
import { readBrat } from '../../import/brat.ts';
import { quotationKind, withoutMarks } from '../../import/quotation-marks.ts';
import { normalize } from '../../normal-text.ts';

const TEXT = 'Quay opens\n\nAnn Lee came. “It is dry,” she said. The mayor left. She and US experts came. IT stands.';

it.each<[string, readonly string[], readonly string[], readonly object[], readonly string[]]>([
  [
    'a pronoun that is joined to a name',
    ['Person Ann Lee', 'Person she'],
    ['Coref 1 2'],
    [{ name: 'Ann Lee', otherNames: [], count: 2 }],
    [],
  ],
  [
    'a pronoun and a noun that are joined to a name, in any order',
    ['Person She', 'Person The mayor', 'Person Ann Lee', 'Person mayor'],
    ['Coref 1 2', 'Coref 2 3', 'Coref 4 2'],
    [{ name: 'Ann Lee', otherNames: [], count: 4 }],
    [],
  ],
  [
    'pronouns alone',
    ['Person she', 'Person She', 'Person Ann Lee'],
    [],
    [{ name: 'Ann Lee', otherNames: [], count: 1 }],
    ['a pronoun that is not joined to a name: “she” (1)', 'a pronoun that is not joined to a name: “She” (1)'],
  ],
  ['a noun alone', ['Person The mayor'], [], [{ name: 'The mayor', otherNames: [], count: 1 }], []],
  [
    'names that look like pronouns',
    ['Place US', 'Organization IT'],
    [],
    [
      { name: 'US', otherNames: [], count: 1 },
      { name: 'IT', otherNames: [], count: 1 },
    ],
    [],
  ],
  [
    'two names of one person',
    ['Person Lee', 'Person Ann Lee'],
    ['Alias 1 2'],
    [{ name: 'Ann Lee', otherNames: ['Lee'], count: 2 }],
    [],
  ],
])('the things of brat: %s', (_, bound, relations, things, left) => {
  const lines = [
    ...bound.map((one, index) => {
      const [, label = '', words = ''] = /^(\S+) (.*)$/.exec(one) ?? [];
      const start = TEXT.indexOf(words);
      return `T${index + 1}\t${label} ${start} ${start + words.length}\t${words}`;
    }),
    ...relations.map((one, index) => `R${index + 1}\t${one.replace(/ (\d) (\d)/, ' Arg1:T$1 Arg2:T$2')}`),
  ];
  const article = readBrat(TEXT, lines.join('\n'), 'in.ann');
  const found = article.things.map(({ name, otherNames, spans }) => ({ name, otherNames, count: spans.length }));
  expect(found).toEqual(things);
  expect(article.left).toEqual(left);
});

it.each([
  ['“It is dry,”', ['It is dry,'], 'DIRECT_QUOTE'],
  ['"It is dry."', ['It is dry.'], 'DIRECT_QUOTE'],
  ['"It is dry", ', ['It is dry'], 'DIRECT_QUOTE'],
  ['«\u00a0It is dry\u00a0»', ['It is dry'], 'DIRECT_QUOTE'],
  ['„It is dry“', ['It is dry'], 'DIRECT_QUOTE'],
  ["'It isn't dry,'", ["It isn't dry,"], 'DIRECT_QUOTE'],
  ['"It is dry," she said, "and safe."', ['It is dry,', 'and safe.'], 'DIRECT_QUOTE'],
  ['“It is dry,', ['It is dry,'], 'DIRECT_QUOTE'],
  ['It is dry,”', ['It is dry,'], 'INDIRECT'],
  ['it was “dry”', ['it was “dry”'], 'MIXED_QUOTE'],
  ["'Tis dry", ["'Tis dry"], 'INDIRECT'],
  ['it was dry', ['it was dry'], 'INDIRECT'],
  ['""', ['""'], 'MIXED_QUOTE'],
])('the words of a quotation stand between its marks: %s', (words, content, kind) => {
  const text = `Lee: ${words} said Lee.`;
  const spans = withoutMarks({ start: 5, end: 5 + words.length }, text);
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(content);
  expect(quotationKind(spans, text)).toBe(kind);
});

it.each([
  ['"Dry." She said it is wet', 'She said it is wet', 'INDIRECT'],
  ["the workers' quay", 'quay', 'INDIRECT'],
  ["she said 'it is dry'", 'it is dry', 'DIRECT_QUOTE'],
  ['« it is dry »', 'it is dry', 'DIRECT_QUOTE'],
])('a mark before the words opens a quotation only where it can: %s', (text, words, kind) => {
  const start = text.indexOf(words);
  expect(quotationKind([{ start, end: start + words.length }], text)).toBe(kind);
});

it('a place in a text is kept through its normal form', () => {
  const given = '\ufeff \r\n 🔥 Mill\u0007 burns \r\n\r\n\r\n"It\f was,"\ud800 x \ufeff\n';
  const { text, at } = normalize(given);
  expect(text).toBe('🔥 Mill burns\n\n"It was,"\ufffd x');
  for (const word of ['🔥', 'Mill', 'burns', '"It', 'was,"', 'x']) {
    const start = given.indexOf(word);
    expect([word, text.slice(at(start), at(start + word.length))]).toEqual([word, word]);
  }
  expect([at(0), at(3), at(given.length), at(given.length + 5)]).toEqual([0, 0, text.length, text.length]);
});
