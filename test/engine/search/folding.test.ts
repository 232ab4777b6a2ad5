import fc from 'fast-check';
// What a reader types finds what is written, whatever the case, the marks and the script.
import { describe, expect, test } from 'vitest';
import { fold, wordPlaces, words } from '../../../data/fold.ts';
import { article, openEngine } from './corpus.ts';

test.each([
  ['huseyn', 'Hüseyn'],
  ['HÜSEYN', 'Hüseyn'],
  ['Hüseyn', 'Huseyn'],
  ['hu\u0308seyn', 'Hüseyn'],
  ['Hüseyn', 'Hu\u0308seyn'],
  ['ƏLİYEV', 'Əliyev'],
  ['eliyev', 'Əliyev'],
  ['Əliyev', 'ƏLİYEV'],
  ['ILHAM', 'İlham'],
  ['ilham', 'İLHAM'],
  ['isiq', 'işıq'],
  ['İŞIQ', 'işıq'],
  ['strasse', 'Straße'],
  ['STRASSE', 'Straße'],
  ['елкин', 'Ёлкин'],
  ['ёлкин', 'Елкин'],
  ['МИНСК', 'Минск'],
  ['lodz', 'Łódź'],
  ['orsted', 'Ørsted'],
  ['aeon', 'Æon'],
  ['οδος', 'ΟΔΌΣ'],
  ['北京', '在北京市政府'],
  ['市政府', '北京市政府'],
  ['府', '北京市政府'],
  ['京', '北京'],
  ['カタ', 'ｶﾀｶﾅ'],
  ['กรุงเทพ', 'ที่กรุงเทพมหานคร'],
  ['ລາວ', 'ປະເທດລາວ'],
  ['한국', '한국어를'],
  ['한국', '한국'.normalize('NFD')],
  ['محمد', 'مُحَمَّد'],
  ['مُحَمَّد', 'محمد'],
  ['שלום', 'שָׁלוֹם'],
  ['obrien', 'O’Brien'],
  ["O'Brien", 'OʼBrien'],
  ['O’Brien', 'OBrien'],
  ['ozbekiston', 'Oʻzbekiston'],
  ['"putin"', 'Putin’s'],
  ['"obrien"', 'O’Brien’s'],
  ['fire', 'ﬁre'],
  ['2025', '２０２５'],
])('%s finds %s', (query, text) => {
  const engine = openEngine({ articles: [article(`Before ${text} behind`)], names: [] });
  expect(engine.find(query).hits).toMatchObject([{ type: 'Article', number: 0 }]);
  const [snippets = []] = engine.snippets(query);
  const [match] = snippets[0]?.matches ?? [];
  expect(text).toContain(snippets[0]?.text.slice(match?.utf16Start, match?.utf16End));
});

test.each([
  ['北京', '南京市'],
  ['北市', '北京市'],
  ['"市 北京"', '北京市'],
  ['seyn', 'Hüseyn'],
  ['s', 'O’Brien'],
])('%s does not find %s', (query, text) => {
  expect(openEngine({ articles: [article(text)], names: [] }).find(query).total).toBe(0);
});

describe('words', () => {
  test.each([
    ['O’Brien’s dog', ['obrien', 's', 'dog']],
    ["'tis rock 'n' roll", ['tis', 'rock', 'n', 'roll']],
    ["L'Oréal d'Artagnan’s", ['loreal', 'dartagnan', 's']],
    ['北京市 is 京', ['北京', '京市', '市', 'is', '京']],
    ['IBM公司2025', ['ibm', '公司', '司', '2025']],
    ['𠮷野家', ['𠮷野', '野家', '家']],
    ['ﾊﾞｽ', ['ハス', 'ス']],
    ['½ ⒈', ['12', '1']],
    ['a\0b', ['a', 'b']],
    ['\u202eabc\u202c \ud800x\udc00', ['abc', 'x']],
  ])('%j has %j', (text, folded) => {
    expect(words(text).map((word) => word.folded)).toEqual(folded);
  });

  test('keep their places; a pair covers both its characters and the marks after them', () => {
    const text = '😀 ที่นี่';
    expect(words(text).map(({ utf16Start, utf16End }) => text.slice(utf16Start, utf16End))).toEqual(['ที่นี่', 'นี่']);
  });
});

// One character that the quick way does not know, and the whole text is read the other way.
function wordsByExpression(text: string) {
  return words(`${text} 一`).slice(0, -1);
}

test('words and their places are the same, found unit by unit or by an expression', () => {
  const differing = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((text) => {
    const found = JSON.stringify(words(text));
    return found !== JSON.stringify(wordsByExpression(text)) || wordPlaces(text).length !== JSON.parse(found).length;
  });
  expect(differing).toEqual([]);
  const characters = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(' ', 'a', "'", '’', 's', 'ʻ', 'ʼ', '½', '\u0301', '京', 'ที่', 'Я', '\ud83d', 'ー', 'ـ'),
  );
  const scanned = fc.constantFrom(
    ...[' ', 'a', "'", '’', '‘', 's', 'S', 'ʻ', 'ʼ', '½', '\u0301', 'é', 'Я', '-', '…', '“'],
  );
  fc.assert(
    fc.property(fc.oneof(fc.array(characters, { maxLength: 12 }), fc.array(scanned, { maxLength: 12 })), (parts) => {
      const text = parts.join('');
      expect(words(text)).toEqual(wordsByExpression(text));
      expect(wordPlaces(text)).toEqual(words(text).map(({ utf16Start, utf16End }) => ({ utf16Start, utf16End })));
    }),
    { numRuns: 2000 },
  );
});

test('folding twice is folding once', () => {
  for (const text of ['Əliyev', 'İstanbul', 'Straße', 'ΟΔΟΣ', 'ﬁ½', '한국', 'ｶﾞ', 'ẞ', 'ǆ'])
    expect(fold(fold(text))).toBe(fold(text));
});
