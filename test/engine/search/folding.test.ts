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
  // What an apostrophe joins, found alone and as part of a phrase.
  ['Élysée', 'de l’Élysée'],
  ['elysee', "de l'Élysée"],
  ['ely', 'de l’Élysée'],
  ['"Élysée"', 'de l’Élysée'],
  ['"l’Élysée"', 'de l’Élysée'],
  ['"de Élysée behind"', 'de l’Élysée'],
  ['état', 'coup d’état'],
  ['Connor', 'O’Connor'],
  ['"Connor behind"', "O'Connor"],
  ['"before oconnor behind"', 'O’Connor'],
  ['UE', 'l’UE'],
  ['arte', 'dell’arte'],
  ['roll', 'rock’n’roll'],
  // Initials.
  ['US', 'U.S.'],
  ['us soldiers', 'U.S. soldiers'],
  ['"US soldiers"', 'U.S. soldiers'],
  ['U.S.', 'US'],
  ['U.S.', 'U.S'],
  ['USA', 'U.S.A.'],
  ['JK Rowe', 'J.K. Rowe'],
  ['J. K. Rowe', 'J.K. Rowe'],
  ['J.K. Rowe', 'J. K. Rowe'],
  ['J.K.Rowe', 'JK Rowe'],
  ['J Rowe', 'J.K. Rowe'],
  ['"K. Rowe"', 'J.K. Rowe'],
  ['И. Петров', 'И.П. Петров'],
  ['pm', 'at 5 p.m. today'],
  // What is not seen.
  ['cooperation', 'co\u00adoperation'],
  ['co\u00adoperation', 'cooperation'],
  ['unemployed', 'un\u00adem\u00adployed'],
  ['"the longname"', 'the Long\u200bname'],
  ['میترا', 'می\u200cترا'],
  ['می\u200cترا', 'میترا'],
  ['ශ්රී', 'ශ්\u200dරී'],
  ['word', '\ufeffwo\u2060rd\u200f'],
  ['กรุงเทพ', 'ที่กรุง\u200bเทพ'],
  // Arabic letters, and digits of any script.
  ['محمد', 'محـــمد'],
  ['کریم', 'كريم'],
  ['كريم', 'کریم'],
  ['مصطفي', 'مصطفى'],
  ['2025', '٢٠٢٥'],
  ['۲۰۲۵', '2025'],
  ['2568', 'ปี๒๕๖๘'],
  // Joined words.
  ['reelected', 're-elected'],
  ['re-elected', 're-elected'],
  ['re elected', 're-elected'],
  ['"before re elected behind"', 're-elected'],
  ['vice-president', 'vice president'],
  ['vicepresident', 'vice‑president'],
  ['"before reelected"', 're-elected'],
  ['covid19', 'COVID-19'],
  ['alassadi', 'al-Assadi'],
  ['motherinlaw', 'mother-in-law'],
  ['oneillsmith', 'O’Neill-Smith'],
  ['철수', '김철수'],
  ['철수', '김철수는'],
  ['철수', '김철수'.normalize('NFD')],
  ['🏮', '🏮 House'],
])('%s finds %s', (query, text) => {
  const engine = openEngine({ articles: [article(`Before ${text} behind`)], names: [] });
  expect(engine.find(query).hits).toMatchObject([{ type: 'Article', number: 0 }]);
  const [snippets = []] = engine.snippets(query);
  const [match] = snippets[0]?.matches ?? [];
  const around = query.startsWith('"') ? `Before ${text} behind` : text;
  expect(around).toContain(snippets[0]?.text.slice(match?.utf16Start, match?.utf16End));
});

test.each([
  ['reelected', 're-elected-now', '[re-elected]-now'],
  ['reelec', 're-elected', '[re-elected]'],
  ['re', 're-elected', '[re]-elected'],
  ['elected', 're-elected', 're-[elected]'],
  ['re elected', 're-elected', '[re]-[elected]'],
  ['motherinlaw', 'mother-in-law', '[mother-in-law]'],
  ['strasse', 'Straße-Ost', '[Straße]-Ost'],
  ['stree', 'stre-bo', '[stre]-bo'],
  ['Élysée', 'de l’Élysée', 'de [l’Élysée]'],
  ['US', 'The U.S. came', 'The [U.S]. came'],
  ['k', 'J.K. Rowe', '[J.K]. Rowe'],
  ['cooperation', 'co\u00adoperation', '[co\u00adoperation]'],
  ['철수', '김철수는', '[김철수는]'],
  ['محمد', '🏮 محـــمد', '🏮 [محـــمد]'],
])('%s marks in %s: %s', (query, text, marked) => {
  const [[snippet] = []] = openEngine({ articles: [article(text)], names: [] }).snippets(query);
  const marks = snippet?.matches ?? [];
  const shown = marks.reduceRight(
    (rest, { utf16Start, utf16End }) =>
      `${rest.slice(0, utf16Start)}[${rest.slice(utf16Start, utf16End)}]${rest.slice(utf16End)}`,
    snippet?.text ?? '',
  );
  expect(shown).toBe(marked);
  const cutByCodePoints = marks.map(({ start, end }) => [...(snippet?.text ?? '')].slice(start, end).join(''));
  expect(cutByCodePoints).toEqual(marks.map(({ utf16Start, utf16End }) => snippet?.text.slice(utf16Start, utf16End)));
});

test.each([
  ['北京', '南京市'],
  ['北市', '北京市'],
  ['"市 北京"', '北京市'],
  ['seyn', 'Hüseyn'],
  ['s', 'O’Brien'],
  ['20251027', '2025-10-27'],
  ['u', 'US'],
  ['ll', 'we’ll'],
  ['15', '1.5'],
  ['dry', 'stood.A'],
  ['🏮', '🔥'],
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
    ['a.b.c d.ef g.h’s U.S.A.', ['abc', 'd', 'ef', 'gh', 's', 'usa']],
    ['1.2 3a.b v.1', ['1', '2', '3a', 'b', 'v', '1']],
    ['a\u00adb\u00ad c', ['ab', 'c']],
  ])('%j has %j', (text, folded) => {
    expect(words(text).map((word) => word.folded)).toEqual(folded);
  });

  test('keep their places; a pair covers both its characters and the marks after them', () => {
    const text = '😀 ที่นี่ U.S. ย\u200bา';
    expect(words(text).map(({ utf16Start, utf16End }) => text.slice(utf16Start, utf16End))).toEqual([
      '😀',
      'ที่นี่',
      'นี่',
      'U.S',
      'ย\u200bา',
      'า',
    ]);
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
    fc.constantFrom(
      ' ',
      'a',
      "'",
      '’',
      's',
      'ʻ',
      'ʼ',
      '½',
      '\u0301',
      '京',
      'ที่',
      'Я',
      '\ud83d',
      'ー',
      'ـ',
      '.',
      '\u00ad',
      '\u200b',
      '๒',
      '🏮',
    ),
  );
  const scanned = fc.constantFrom(
    ...[' ', 'a', "'", '’', '‘', 's', 'S', 'ʻ', 'ʼ', '½', '\u0301', 'é', 'Я', '-', '…', '“', '.', 'a.', '1'],
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
