/** Texts that cause the most work in a search, a title or a name. */
import type { FuzzRandom } from '../../test/fuzz/random.ts';
import { drawSearch } from '../../test/fuzz/value.ts';
import { NONSENSE, type World } from './world.ts';

/** The most characters in a search or a value of a filter. */
const LONGEST = 1000;

/** Words of one kind, as many as fit or a few. */
export function drawLongText(world: World, random: FuzzRandom): string {
  const { names, harvest } = world;
  const count = random.pick([1, 4, 12, 32, 64, 490]);
  const write = random.pick<() => string>([
    () => drawSearch({ random, harvest, nonsense: NONSENSE }),
    () => drawBeginning(world, random),
    () => names.mistyped[random.between(0, names.mistyped.length)] ?? 'mistxken',
    () => names.beginnings(1)[random.rank(names.beginnings(1).length)] ?? 'a',
    () => `"${random.pick(harvest.words)} ${random.pick(harvest.words)}"`,
    () => `${drawBeginning(world, random)}.${drawBeginning(world, random)}`,
    () => random.pick(RARE),
  ]);
  const text = Array.from({ length: count }, write).join(random.pick([' ', ' ', ' ', '.', '-']));
  const padded = random.chance(0.2) ? text.padEnd(LONGEST - 10, random.pick(['-', ' ', '"', '中', '\u0301'])) : text;
  return padded.slice(0, LONGEST - 10).toWellFormed();
}

function drawBeginning({ names }: World, random: FuzzRandom): string {
  const beginnings = names.beginnings(random.between(1, 6));
  return beginnings[random.rank(beginnings.length)] ?? 'the';
}

/** Letters that fold into others or into several, and scripts without spaces. */
const RARE = [
  'ﷺ',
  'ﬃ',
  'İ',
  'ẞ',
  '中',
  '中文字',
  'ก',
  'が',
  '한국',
  '\u0301',
  '𝒳',
  '👩‍👩‍👧‍👦',
  'é',
  '½',
  '㎏',
  'ǅ',
  '\ufdfa\ufdfa',
];
