import { describe, expect, test } from 'vitest';
import { fold, words } from '../../data/fold.ts';

describe('fold', () => {
  test.each([
    ['Hüseyn', 'huseyn'],
    ['HÜSEYN', 'huseyn'],
    ['Hu\u0308seyn', 'huseyn'],
    ['ƏLİYEV', 'eliyev'],
    ['Əliyev', 'eliyev'],
    ['ışıq', 'isiq'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['Ørsted', 'orsted'],
    ['ÆON œuvre', 'aeon oeuvre'],
    ['Ёлкин', 'елкин'],
    ['ﬁre', 'fire'],
    ['２０２５', '2025'],
    ['٢٠٢٥ ۲۰۲۵ २०२५ ๒๐๒๕ ၂၀၂၅ ᱒᱐᱒᱕ 𞥒𞥐𞥒𞥕 𑛂𑛀𑛂𑛅', '2025 2025 2025 2025 2025 2025 2025 2025'],
    ['کریم محـــمد مصطفى', 'كريم محمد مصطفي'],
  ])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('words', () => {
  test('stand where they were found, whatever their script', () => {
    const text = '🔥 “Hüseyn’s” жизнь, 27.';
    const found = words(text);
    expect(found.map(({ folded }) => folded)).toEqual(['🔥', 'huseyn', 's', 'жизнь', '27']);
    expect(found.map(({ utf16Start, utf16End }) => text.slice(utf16Start, utf16End))).toEqual([
      '🔥',
      'Hüseyn',
      's',
      'жизнь',
      '27',
    ]);
  });

  test.each(['', '   ', '“…”', '\u0301', '\ud800'])('there are none in %j', (text) => {
    expect(words(text)).toEqual([]);
  });
});
