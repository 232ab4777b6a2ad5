// Names by the words that are typed, for filters and suggestions: in every spelling that a search would find.
import { expect, test } from 'vitest';
import { findNamed, mostMentioned, packNames, readNames } from '../../data/engine/names.ts';
import { words } from '../../data/fold.ts';

const NAMES = [
  'Palais de l’Élysée',
  'Nuala O’Connor',
  'U.S. Harbour Office',
  'J.K. Rowe Trust',
  'Ko\u00adordinate House',
  'محـــمد رضوان',
  'كريم يوسفي',
  'لجنة ٢٠٢٥',
  'AK-47 Collectors',
  'Karim al-Assadi',
  '김철수',
  '🏮 Society',
];
const packed = packNames(NAMES.map((name) => ({ name, otherNames: [], mentionCount: 1 })));

test.each([
  ['elysee', ['Palais de l’Élysée']],
  ['lelysee', ['Palais de l’Élysée']],
  ['conn', ['Nuala O’Connor']],
  ['US', ['U.S. Harbour Office']],
  ['JK Rowe', ['J.K. Rowe Trust']],
  ['J. Rowe', ['J.K. Rowe Trust']],
  ['koordinate', ['Ko\u00adordinate House']],
  ['محمد', ['محـــمد رضوان']],
  ['کریم یوسفی', ['كريم يوسفي']],
  ['2025', ['لجنة ٢٠٢٥']],
  ['ak47', ['AK-47 Collectors']],
  ['karim alassadi', ['Karim al-Assadi']],
  ['철수', ['김철수']],
  ['🏮', ['🏮 Society']],
  ['🔥', []],
])('%s is in %j', (typed, found) => {
  const names = readNames(packed);
  const meter = { spend: () => {} };
  const wanted = words(typed).map(({ folded }) => folded);
  expect([...findNamed(names, wanted, meter)].map((thing) => NAMES[thing])).toEqual(found);
  expect(mostMentioned(names, wanted, 5, meter).map((name) => NAMES[name])).toEqual(found);
});
