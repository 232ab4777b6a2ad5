import { expect, test } from 'vitest';
import { comparableUrl } from '../../data/comparable-url.ts';

test.each([
  ['https://Gazette.Example/2025/Fire/', 'https://gazette.example/2025/Fire'],
  ['https://gazette.example/2025/Fire#top', 'https://gazette.example/2025/Fire'],
  ['HTTPS://gazette.example:443', 'https://gazette.example'],
  ['https://gazette.example/', 'https://gazette.example'],
  ['https://gazette.example/?id=1#a', 'https://gazette.example?id=1'],
  ['http://gazette.example/a', 'http://gazette.example/a'],
  ['https://пример.example/новость', 'https://xn--e1afmkfd.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C'],
])('%s', (text, expected) => {
  expect(comparableUrl(text)).toBe(expected);
});

test.each(['', 'gazette.example/2025', '/2025', 'mailto:ann@gazette.example', 'javascript:alert(1)'])(
  '%j is none',
  (text) => {
    expect(comparableUrl(text)).toBeNull();
  },
);
