import { expect, test } from 'vitest';
import { countWords } from '../../data/compile/word-count.ts';

test.each([
  ['', 'en', 0],
  ['Mill burns\n\n“It burned,” she said – at noon.', 'en', 8],
  ['Some 2,000 people don’t know; U.S. well-known', 'en', 7],
  ['Bakıda görüş keçirildi', 'az', 3],
  ['— … •', 'en', 0],
  ['北京', 'zh', 1],
  ['Пожар 🔥 на мельнице', 'ru', 3],
])('%j has as many words as a word processor counts', (text, language, expected) => {
  expect(countWords(text, language)).toBe(expected);
});

test('a script without spaces has the words of a dictionary', () => {
  expect(countWords('工厂 着火', 'zh')).toBe(2);
  expect(countWords('ประเทศไทย', 'th')).toBeGreaterThanOrEqual(1);
  expect(countWords('我们的市长说北京 burns', 'zh')).toBeGreaterThan(3);
});
