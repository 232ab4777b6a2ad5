/** Names: the people, organizations and places that a text names, with their places and titles. */
import type { PlaceKind } from '../../../data/compile/index.ts';
import type { Range } from '../sentence.ts';
import type { Entity } from './entity.ts';
import { gather } from './gather.ts';
import { genderOf, type NamedIn, namedIn, titleWords } from './gender.ts';
import { type Reading, readText, type Stretch } from './reading.ts';
import { findTitles } from './title.ts';

/** An entity of the corpus under all its names. */
export interface KnownEntity {
  readonly type: 'Person' | 'Organization' | 'Group' | 'Place';
  readonly slug: string;
  readonly names: readonly string[];
}

/** Words of a title, office or role. */
export interface FoundTitle extends Range {
  /** The index of the mention that it belongs to. */
  readonly person: number;
}

/** One person, organization or place, with every place where the text names it. */
export interface FoundName {
  readonly type: KnownEntity['type'];
  /** The entity of the corpus; null if it is new. */
  readonly slug: string | null;
  /** The fullest name in the text, without a title and without a leading article; "Ann Lee" for "ANN LEE". */
  readonly name: string;
  /** In the text's order. */
  readonly mentions: readonly Range[];
  readonly titles: readonly FoundTitle[];
  /** Only for people, and only if the text or the given name shows it. */
  readonly gender: 'female' | 'male' | null;
  /** Only for places. */
  readonly placeKind: PlaceKind | null;
  /** The rule that found it, for editors. */
  readonly rule: string;
}

/** The things that the text names, in the order of their first mention; names in the corpus win over guesses. */
export function findNames(text: string, known: readonly KnownEntity[]): FoundName[] {
  const reading = readText(text);
  const entities = gather(reading, known);
  const named = namedIn(
    reading,
    entities.filter(({ type }) => type === 'Person'),
  );
  return entities.map((entity) => found(reading, entity, named));
}

function found(reading: Reading, entity: Entity, named: NamedIn): FoundName {
  const { type, slug, mentions, rule, placeKind } = entity;
  const titles = type === 'Person' ? findTitles(reading, entity) : [];
  const stretches = [...titles, ...mentions.map(({ title }) => title).filter((title) => title !== null)];
  const words = stretches.map(({ from, to }) => titleWords(reading, from, to));
  return {
    type,
    slug,
    name: type === 'Place' ? commonest(reading, mentions) : fullest(reading, mentions),
    mentions: mentions.map((mention) => rangeOf(reading, mention)),
    titles: titles.map((title) => ({ ...rangeOf(reading, title), person: title.mention })),
    gender: type === 'Person' ? genderOf(reading, entity, named, words) : null,
    placeKind: type === 'Place' ? (placeKind ?? 'OTHER') : null,
    rule,
  };
}

function rangeOf(reading: Reading, { from, to }: Stretch): Range {
  return { start: reading.words[from]?.start ?? 0, end: reading.words[to - 1]?.end ?? 0 };
}

/** The words that name a place most often: "Azerbaijan" rather than "Republic of Azerbaijan". */
function commonest(reading: Reading, mentions: readonly Stretch[]): string {
  const counts = new Map<string, number>();
  for (const mention of mentions) {
    const words = spelled(reading, mention);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as [string, number])[0];
}

/** The mention with the most words; the first one if there are several. */
function fullest(reading: Reading, mentions: readonly Stretch[]): string {
  const [first, ...others] = mentions;
  if (first === undefined) return '';
  const best = others.reduce((most, one) => (one.to - one.from > most.to - most.from ? one : most), first);
  return spelled(reading, best);
}

/** The words of the text, in the case in which the reading has them. */
function spelled({ text, words }: Reading, { from, to }: Stretch): string {
  return words
    .slice(from, to)
    .map((word, at) => (at === 0 ? '' : text.slice(words[from + at - 1]?.end, word.start)) + word.text)
    .join('');
}
