/** Speakers: finds out who is meant by the words at a verb of saying: a name, a pronoun, an office or an unnamed group. */
import type { FoundName } from './name/find.ts';
import type { Range } from './sentence.ts';
import { within } from './sheet.ts';

/** The speaker meant: somebody named in the text, or an unnamed group. */
export type Referent = { readonly name: FoundName } | { readonly unnamed: string };

export interface Reference {
  readonly referent: Referent;
  readonly rule: string;
}

/** Keeps track of the speakers through a text; call the function for each source in the order of the text. */
export function openSpeakers(text: string, names: readonly FoundName[]): (source: Range) => Reference {
  let last: Referent | null = null;
  return (source) => {
    const found = resolve(text, names, source, last);
    last = found.referent;
    return found;
  };
}

/** The speaker meant by the words; `last` is the previous speaker. */
export function resolve(text: string, names: readonly FoundName[], source: Range, last: Referent | null): Reference {
  const words = text.slice(source.start, source.end);
  const pronoun = words.toLowerCase();
  if (/^(he|she)$/.test(pronoun))
    return resolvePerson(text, names, source, last, pronoun === 'she' ? 'female' : 'male');
  if (/^(they|it|we)$/.test(pronoun)) return resolveBody(names, source, last, words);
  const named = namedIn(text, names, source);
  if (named !== null && !isUnnamed(words, named, source)) return { referent: { name: named }, rule: 'named' };
  const titled = named === null ? findByTitle(text, names, source, words) : null;
  if (titled !== null) return { referent: { name: titled }, rule: 'title' };
  return { referent: { unnamed: words }, rule: 'unnamed' };
}

/** The name inside the words: a person before a body, and the last of several people. */
function namedIn(text: string, names: readonly FoundName[], source: Range): FoundName | null {
  const inside = names.flatMap((name) =>
    name.mentions
      .filter((mention) => within(mention, source) && !isOwner(text, mention, source))
      .map((mention) => ({ name, mention })),
  );
  const people = inside.filter(({ name }) => name.type === 'Person');
  const bodies = inside.filter(({ name }) => name.type === 'Organization' || name.type === 'Group');
  const [place] = inside.filter(({ name }) => name.type === 'Place');
  const first = (of: typeof inside) =>
    of.reduce<(typeof inside)[number] | null>(
      (best, one) => (best === null || one.mention.start < best.mention.start ? one : best),
      null,
    );
  // "Malaysia's Prime Minister, Najib Razak": the person. "the Interior Ministry of Mexico": the body.
  return (
    (people.at(-1) ?? first(bodies) ?? (place !== undefined && spans(place.mention, source) ? place : null))?.name ??
    null
  );
}

/** "Putin's envoy" is not Putin. */
function isOwner(text: string, { end }: Range, source: Range): boolean {
  return end < source.end - 2 && /^['’]s? /.test(text.slice(end, end + 3));
}

/** A country that speaks: "South Korea says". */
function spans(mention: Range, source: Range): boolean {
  return mention.end - mention.start >= (source.end - source.start) * 0.8;
}

const ROLE =
  /\b(spokes(?:man|woman|person|people)|officials?|sources?|residents?|witness(?:es)?|representatives?|members?|lawyers?|attorneys?|analysts?|experts?|researchers?|scientists?|critics|supporters|activists?|leaders?|authorities|reports?|posts?|letter|statement|website|people|staff|employees|workers|authors?|detective|teacher|students?|doctors?)\b/i;

/** "a spokesman for the ministry" is not the ministry, nor is "Interior Ministry officials". */
function isUnnamed(words: string, named: FoundName, source: Range): boolean {
  if (named.type === 'Person') return false;
  const rest = words.replace(named.name, '');
  return ROLE.test(rest) && named.mentions.some((mention) => within(mention, source));
}

/** He or she: the last speaker if possible; otherwise the last person named, preferably at the start of a sentence. */
function resolvePerson(
  text: string,
  names: readonly FoundName[],
  source: Range,
  last: Referent | null,
  gender: 'female' | 'male',
): Reference {
  const people = names.filter(({ type, gender: known }) => type === 'Person' && (known === null || known === gender));
  const before = people
    .flatMap((name) => name.mentions.filter(({ end }) => end <= source.start).map((mention) => ({ name, mention })))
    .sort((a, b) => b.mention.start - a.mention.start);
  const spoke = last !== null && 'name' in last && people.includes(last.name) ? last.name : null;
  const near = before.filter(({ mention }) => isNear(text, mention, source));
  const subject = near.find(({ mention }) => startsSentence(text, mention));
  const chosen =
    spoke !== null && !isAnotherSince(near, subject, spoke) ? spoke : (subject ?? near[0] ?? before[0])?.name;
  if (chosen !== undefined) return { referent: { name: chosen }, rule: 'pronoun' };
  return { referent: last ?? { unnamed: text.slice(source.start, source.end) }, rule: 'pronoun' };
}

/** Whether somebody else began the sentence right before: the pronoun is theirs. */
function isAnotherSince(
  near: readonly { name: FoundName; mention: Range }[],
  subject: { name: FoundName; mention: Range } | undefined,
  spoke: FoundName,
): boolean {
  const spokeAt = near.find(({ name }) => name === spoke)?.mention.start ?? -1;
  return (
    subject !== undefined && subject.name !== spoke && subject.mention.start > spokeAt && near[0]?.name === subject.name
  );
}

/** Whether the mention is in the same paragraph or the one before. */
function isNear(text: string, mention: Range, source: Range): boolean {
  return (text.slice(mention.end, source.start).match(/\n\s*/g) ?? []).length <= 1;
}

function startsSentence(text: string, { start }: Range): boolean {
  return /(^|[.!?]["”’)]?\s|\n)[^.!?\n]{0,60}$/.test(text.slice(Math.max(0, start - 80), start));
}

/** They and it: the last speaker unless it is a person; otherwise the last body named. */
function resolveBody(names: readonly FoundName[], source: Range, last: Referent | null, words: string): Reference {
  if (last !== null && ('unnamed' in last || last.name.type !== 'Person')) return { referent: last, rule: 'pronoun' };
  const bodies = names
    .filter(({ type }) => type === 'Organization' || type === 'Group')
    .flatMap((name) => name.mentions.filter(({ end }) => end <= source.start).map((mention) => ({ name, mention })))
    .sort((a, b) => b.mention.start - a.mention.start);
  const [nearest] = bodies;
  return { referent: nearest === undefined ? (last ?? { unnamed: words }) : { name: nearest.name }, rule: 'pronoun' };
}

/** "the minister", "the ministry", "Putin's envoy": the last one named with this title, or with this word in the name. */
function findByTitle(text: string, names: readonly FoundName[], source: Range, words: string): FoundName | null {
  // A headline means somebody named below it, and omits articles: "mayor says".
  const isHeadline = !text.slice(0, source.start).includes('\n');
  const [, head] = OFFICE.exec(isHeadline && !words.includes(' ') ? `the ${words}` : words) ?? [];
  if (head === undefined) return null;
  const wanted = head.toLowerCase();
  const bearers = names.filter(({ type, name, titles }) =>
    type === 'Person'
      ? titles.some(({ start, end }) => wordsOf(text.slice(start, end)).includes(wanted))
      : type === 'Organization' && wordsOf(name).includes(wanted),
  );
  const before = bearers
    .flatMap((name) => name.mentions.filter(({ end }) => end <= source.start).map((mention) => ({ name, mention })))
    .sort((a, b) => b.mention.start - a.mention.start);
  return before[0]?.name ?? (isHeadline ? (bearers[0] ?? null) : null);
}

const OFFICE = /^(?:(?:the|this|that|his|her|their) |[\p{L}\s]+['’]s? )(?:[\p{L}-]+ ){0,2}?([\p{L}-]+)$/iu;

function wordsOf(words: string): string[] {
  return words.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
}
