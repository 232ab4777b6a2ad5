/** How the names of the corpus are found again in a text, and what holds for every text at all. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNames, type KnownEntity } from '../../draft/name/find.ts';

const KNOWN: readonly KnownEntity[] = [
  { type: 'Person', slug: 'orla-quellin', names: ['Orla Quellin', 'Quellin'] },
  { type: 'Person', slug: 'vladimir-putin', names: ['Vladimir Putin', 'Путин'] },
  { type: 'Organization', slug: 'ministry', names: ['Moldova’s Ministry of Culture', 'Ministry of Culture'] },
  { type: 'Organization', slug: 'who', names: ['World Health Organization', 'WHO'] },
  { type: 'Organization', slug: 'unit', names: ['Regional FSB unit'] },
  { type: 'Place', slug: 'shusha', names: ['Shusha', 'Şuşa'] },
  { type: 'Place', slug: 'agdash', names: ['Ağdaş'] },
  { type: 'Group', slug: 'media', names: ['Quelburg media', 'experts'] },
];

/** "slug: words / words" for each known thing that is found. */
function known(text: string): string[] {
  return findNames(text, KNOWN)
    .filter(({ slug }) => slug !== null)
    .map(({ slug, mentions }) => `${slug}: ${mentions.map(({ start, end }) => text.slice(start, end)).join(' / ')}`);
}

describe('names of the corpus', () => {
  test.each<[string, string, string[]]>([
    [
      'the whole name and another one',
      'Here Orla Quellin came. Quellin left.',
      ['orla-quellin: Orla Quellin / Quellin'],
    ],
    ['with a title', 'Here Mayor Quellin came.', ['orla-quellin: Quellin']],
    ['without accents', 'They drove to Susa and Agdas.', ['shusha: Susa', 'agdash: Agdas']],
    ['with accents', 'They drove to Şuşa and Ağdaş.', ['shusha: Şuşa', 'agdash: Ağdaş']],
    ['a curly possessive', 'They liked Quellin’s house.', ['orla-quellin: Quellin']],
    ['a straight possessive', "They liked Quellin's house.", ['orla-quellin: Quellin']],
    [
      'a straight mark for a curly one',
      "Then Moldova's Ministry of Culture spoke.",
      ["ministry: Moldova's Ministry of Culture"],
    ],
    ['another person of that surname', 'Here Boris Quellin came.', []],
    ['initials', 'The WHO spoke.', ['who: WHO']],
    ['the same letters small', 'The man who spoke.', []],
    ['a name of small words', 'It was the regional FSB unit.', ['unit: regional FSB unit']],
    ['a group by its name', 'Those were Quelburg media and experts.', ['media: Quelburg media']],
    ['Russian', 'Вчера Путин сказал.', ['vladimir-putin: Путин']],
    ['Azerbaijani', 'Dünən Şuşa şəhərində', ['shusha: Şuşa']],
    ['part of a longer word', 'The Quellington Hotel.', []],
  ])('%s', (_what, text, expected) => {
    expect(known(text)).toEqual(expected);
  });

  test.each<[string, string, string[], string | null]>([
    ['the same initial', 'Marta K. Quellin', ['Marta K. Quellin'], 'Marta K. Quellin'],
    ['an initial that the corpus has not', 'Marta K. Quellin', ['Marta Quellin'], 'Marta K. Quellin'],
    ['no initial', 'Marta Quellin', ['Marta K. Quellin'], 'Marta Quellin'],
    ['only initials', 'M. K. Quellin', ['Marta Quellin'], 'M. K. Quellin'],
    ['initials written together', 'M.K. Quellin', ['Marta K. Quellin'], 'M.K. Quellin'],
    ['an initial for a middle name', 'Marta K. Quellin', ['Marta Karin Quellin'], 'Marta K. Quellin'],
    ['a title in the text', 'Dr. Marta Quellin', ['Marta K. Quellin'], 'Marta Quellin'],
    ['a title in the corpus', 'Peter B. Quellin', ['Sir Peter Quellin'], 'Peter B. Quellin'],
    ['a suffix', 'Peter Quellin Jr.', ['Peter Quellin'], 'Peter Quellin Jr.'],
    ['a nickname in the text', 'Peter “Stormy” Quellin', ['Peter Quellin'], 'Peter “Stormy” Quellin'],
    ['a nickname in the corpus', 'Peter Quellin', ['Peter "Stormy" Quellin'], 'Peter Quellin'],
    ['accents', 'Márta K. Quellin', ['Marta Quellin'], 'Márta K. Quellin'],
    ['capitals', 'MARTA QUELLIN', ['Marta K. Quellin'], 'MARTA QUELLIN'],
    ['another initial', 'Marta L. Quellin', ['Marta K. Quellin'], null],
    ['another given name', 'Mona Quellin', ['Marta Quellin'], null],
    ['another generation', 'Peter Quellin Sr.', ['Peter Quellin Jr.'], null],
    ['two who fit', 'M. Quellin', ['Marta Quellin', 'Mona Quellin'], null],
    [
      'the exact name before another that fits',
      'Marta Quellin',
      ['Marta K. Quellin', 'Marta Quellin'],
      'Marta Quellin',
    ],
    ['two in the text who fit', 'Marta L. Quellin met Marta K. Quellin', ['Marta Quellin'], null],
  ])('people are found again with %s', (_what, words, names, expected) => {
    const people = names.map((name) => ({ type: 'Person', slug: name, names: [name] }) as const);
    const text = `Then ${words} came. Nobody else did.`;
    const found = findNames(text, people).filter(({ slug }) => slug !== null);
    expect(found.flatMap(({ mentions }) => mentions.map(({ start, end }) => text.slice(start, end)))).toEqual(
      expected === null ? [] : [expected],
    );
  });

  test('come before any guess, and keep the title and the gender', () => {
    const [person] = findNames('Here spokeswoman Orla Quellin came.', KNOWN);
    expect(person).toMatchObject({
      slug: 'orla-quellin',
      rule: 'known-name',
      gender: 'female',
      titles: [{ person: 0 }],
    });
  });
});

/** Texts made of what names are made of, and of what is no word at all. */
const PIECES = [
  'Ann',
  'Lee',
  'Mr.',
  'President',
  'of',
  'the',
  'Ministry',
  'Russia',
  'and',
  ',',
  '(',
  ')',
  'UN',
  "'s",
  '’s',
  '.',
  '\n',
  'said',
  'de',
  '-',
  '“',
  '”',
  'Şuşa',
  'Путин',
  'שלום',
  '👩‍👧',
  '\u0301',
  '&',
  'in',
];
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
);

describe('any text', () => {
  test('has every mention within it, in order, apart, and one of them is the name', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { mentions, titles, name } of findNames(text, KNOWN)) {
          let end = 0;
          for (const mention of mentions) {
            expect(mention.start).toBeGreaterThanOrEqual(end);
            expect(mention.end).toBeGreaterThan(mention.start);
            end = mention.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
          const words = mentions.map(({ start, end: last }) => text.slice(start, last).toLowerCase());
          expect(words).toContain(name.toLowerCase());
          for (const title of titles) expect(mentions[title.person]).toBeDefined();
        }
      }),
      { numRuns: 500 },
    );
  });

  test('gives the same twice', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(findNames(text, KNOWN)).toEqual(findNames(text, KNOWN));
      }),
      { numRuns: 100 },
    );
  });

  test.each(['Aaa ', 'A. ', "Army's ", 'Ministry of ', '(ABC) ', '👩‍👩‍👧 ', 'Health and '])(
    'a long text of %j comes to an end',
    (piece) => {
      expect(findNames(piece.repeat(100_000 / piece.length), []).length).toBeLessThan(50);
    },
  );

  test('a megabyte of one word, and one of news, come to an end', () => {
    const news = 'Ann Lee, head of the Culture Bureau, met Bob Lee in Oslo. Lee left. ';
    expect(findNames('a'.repeat(1_000_000), [])).toEqual([]);
    expect(findNames(news.repeat(1_000_000 / news.length), KNOWN).map(({ name }) => name)).toEqual([
      'Ann Lee',
      'Culture Bureau',
      'Bob Lee',
      'Oslo',
    ]);
  });
});
