/** Referents: who a noun phrase means: somebody named in the text, or people whom it leaves unnamed. */
import { isCapital, isPreposition, isPronoun, isRelative, isTimeWord } from './grammar.ts';
import type { FoundName } from './name/find.ts';
import { COURTESY, ROLES } from './name/title-word.ts';
import { headOf, kindOfNoun } from './noun.ts';
import type { Range } from './sentence.ts';
import { within } from './sheet.ts';
import type { Sentence, Token } from './token.ts';

/** Somebody named in the text, or the words that first tell of somebody unnamed. */
export type Referent = { readonly name: FoundName } | { readonly unnamed: Range };

/** Where a text names a person, a body or a place. */
export interface Mention extends Range {
  readonly name: FoundName;
}

/** What the search for referents reads; the mentions are in the order of the text. */
export interface Scene {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  /** The people by each word of their titles, and the bodies by each word of their names. */
  readonly bearers: ReadonlyMap<string, readonly FoundName[]>;
  /** The words that have a capital within a sentence. */
  readonly capitals: ReadonlySet<string>;
}

export function openScene(text: string, sentences: readonly Sentence[], names: readonly FoundName[]): Scene {
  const bearers = new Map<string, FoundName[]>();
  for (const name of names) {
    const titles = name.titles.map(({ start, end }) => text.slice(start, end));
    const words = name.type === 'Person' ? titles : name.type === 'Organization' ? [name.name] : [];
    for (const word of new Set(words.flatMap(wordsOf))) bearers.set(word, [...(bearers.get(word) ?? []), name]);
  }
  const mentions = names.flatMap((name) => name.mentions.map(({ start, end }) => ({ name, start, end })));
  const capitals = sentences.flatMap(({ tokens }) =>
    tokens.slice(1).flatMap((one) => (isCapital(one) ? one.text : [])),
  );
  mentions.sort((a, b) => a.start - b.start);
  return { text, sentences, mentions, bearers, capitals: new Set(capitals) };
}

function wordsOf(words: string): string[] {
  return words.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
}

export interface Meant {
  /** Null if two fit, or if the words are no noun phrase. */
  readonly referent: Referent | null;
  readonly rule: 'named' | 'title' | 'unnamed' | 'left open';
}

/** Who the words mean. */
export function meantBy(words: Range, scene: Scene): Meant {
  const inside = mentionsIn(words, scene).filter((mention) => !isOwner(mention, words, scene.text));
  const named = personIn(inside, words, scene) ?? appositionOf(words, scene) ?? bodyIn(inside, words, scene);
  if (named !== null) {
    const rule = isCalledOtherwise(named.name, words, scene.text) ? 'left open' : 'named';
    return { referent: rule === 'named' ? { name: named.name } : null, rule };
  }
  const titled = named === null ? titledBy(words, scene) : [];
  const [only] = titled;
  if (only !== undefined)
    return titled.length === 1 ? { referent: { name: only }, rule: 'title' } : { referent: null, rule: 'left open' };
  const unnamed = isCourtesyAlone(scene.text.slice(words.start, words.end)) ? null : unnamedIn(words, scene);
  return unnamed === null ? { referent: null, rule: 'left open' } : { referent: { unnamed }, rule: 'unnamed' };
}

/** "Mr." whose name was not read. */
function isCourtesyAlone(words: string): boolean {
  return wordsOf(words).every((word) => COURTESY.has(word));
}

/** The mentions within the range. */
export function mentionsIn(range: Range, { mentions }: Scene): Mention[] {
  const found: Mention[] = [];
  for (let at = firstFrom(mentions, range.start); at < mentions.length; at++) {
    const mention = mentions[at];
    if (mention === undefined || mention.start >= range.end) break;
    if (within(mention, range)) found.push(mention);
  }
  return found;
}

/** The index of the first of the sorted ranges that starts at or after the place. */
export function firstFrom(sorted: readonly Range[], place: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "Putin's envoy" is not Putin. */
function isOwner({ end }: Range, words: Range, text: string): boolean {
  return end < words.end - 2 && isPossessive(end, text);
}

/** Whether a possessive ending follows. */
export function isPossessive(end: number, text: string): boolean {
  return /^['’](s?\s|s$)/.test(text.slice(end, end + 3));
}

/** The last of the people in the words: "Malaysia's Prime Minister, Najib Razak". */
function personIn(inside: readonly Mention[], words: Range, scene: Scene): Mention | null {
  const people = inside.filter(({ name }) => name.type === 'Person');
  return people.findLast(({ start }) => !isComplement(tokensIn({ start: words.start, end: start }, scene))) ?? null;
}

/** "the Interior Ministry of Mexico", or a country that speaks: "South Korea says". */
function bodyIn(inside: readonly Mention[], words: Range, scene: Scene): Mention | null {
  const isWhole = ({ start, end }: Mention) => end - start >= (words.end - words.start) * 0.8;
  const body = inside.find((mention) => /^(Organization|Group)$/.test(mention.name.type) || isWhole(mention));
  if (body === undefined || isComplement(tokensIn({ start: words.start, end: body.start }, scene))) return null;
  // "Interior Ministry officials", "a Larkford Council spokesman"
  const [next] = tokensIn({ start: body.end, end: words.end }, scene);
  return next?.tag === 'NOUN' ? null : body;
}

/** "The mother of Mr. Lee", "a friend visiting Lee": whether the words before a name say that it is not the one meant. */
function isComplement(before: readonly Token[]): boolean {
  const last = before.findLastIndex(({ lower }) => !TITLES.some((titles) => titles.has(lower.replace(/\.$/, ''))));
  return last > 0 && (isPreposition(before[last]) || before[last]?.tag === 'VERB');
}

const TITLES = [COURTESY, ROLES];

/** "The leader of the board, Jon Green, said": the name right after the words; "Ann Lee, a teacher, said": right before. */
function appositionOf({ start, end }: Range, { text, mentions }: Scene): Mention | null {
  const next = mentions[firstFrom(mentions, end)];
  if (
    next?.name.type === 'Person' &&
    text.slice(end, next.start) === ', ' &&
    /^(,(?! and)|\.| (of|for|from|at) )/.test(text.slice(next.end, next.end + 6))
  )
    return next;
  const last = mentions[firstFrom(mentions, start) - 1];
  const isBeside = last?.name.type === 'Person' && text.slice(last.end, start) === ', ' && text[end] === ',';
  return isBeside ? (last ?? null) : null;
}

/** "Mr Smith" is not Helen. */
function isCalledOtherwise({ type, gender }: FoundName, words: Range, text: string): boolean {
  const [first = ''] = wordsOf(text.slice(words.start, words.end));
  const called = COURTESY.get(first);
  return type === 'Person' && gender !== null && called !== undefined && called !== 'either' && called !== gender;
}

/** "the minister", "the ministry": those named before with this title, or with this word in the name. */
export function titledBy({ start, end }: Range, scene: Scene): FoundName[] {
  const { text, bearers } = scene;
  // A headline means somebody named below it, and omits articles: "mayor says".
  const isHeadline = isInHeadline({ start, end }, scene);
  const words = text.slice(start, end);
  const [, head] = OFFICE.exec(isHeadline && !words.includes(' ') ? `the ${words}` : words) ?? [];
  if (head === undefined) return [];
  return (bearers.get(head.toLowerCase()) ?? []).filter(
    ({ mentions }) => isHeadline || (mentions[0]?.end ?? start) <= start,
  );
}

const OFFICE = /^(?:(?:the|this|that|his|her|their) |[\p{L}\s]+['’]s? )(?:[\p{L}-]+ ){0,2}?([\p{L}-]+)$/iu;

/** The tokens of a range that begins and ends with them. */
export function tokensIn({ start, end }: Range, { sentences }: Scene): readonly Token[] {
  const at = firstFrom(sentences, start + 1) - 1;
  return sentences[at]?.tokens.filter((token) => token.start >= start && token.end <= end) ?? [];
}

/**
 * The words under which somebody unnamed can be introduced. Null for "When", "others" or "their smiles"; and for "the senator" or
 * the man of a headline: the text may name him elsewhere.
 */
function unnamedIn(words: Range, scene: Scene): Range | null {
  const all = tokensIn(words, scene);
  const from = all.findIndex(({ tag }) => !/^(CCONJ|ADP|PUNCT|ADV)$/.test(tag));
  const to = all.findLastIndex((token) => !/^(PUNCT|VERB|AUX|ADP|SCONJ)$/.test(token.tag) && !isRelative(token)) + 1;
  const tokens = all.slice(Math.max(0, from), to);
  const [first, second] = tokens;
  const head = headOf(tokens);
  const last = tokens.at(-1);
  const kind = head === null ? null : kindOfNoun(head);
  if (first === undefined || last === undefined || head === null || kind === null) return null;
  // "He protected the delegates", "Saturday"
  if (isPronoun(first) || isTimeWord(head)) return null;
  if (first.tag === 'VERB' && /^(ADP|DET|PRON|PART)$/.test(second?.tag ?? '')) return null;
  const range = { start: first.start, end: last.end };
  if (head.tag === 'PROPN') return first === last && !isConfirmed(head, scene) ? null : range;
  const isBare = head === last && /^(the|this|that)$/.test(first.lower);
  return kind === 'person' && (isBare || isInHeadline(words, scene)) ? null : range;
}

/** Whether the word has its capital not only because it begins a sentence, or means people without one: "Police". */
function isConfirmed(token: Token, { capitals }: Scene): boolean {
  return capitals.has(token.text) || kindOfNoun({ ...token, tag: 'NOUN' }) !== null;
}

function isInHeadline({ start }: Range, { sentences }: Scene): boolean {
  return sentences[firstFrom(sentences, start + 1) - 1]?.paragraph === 0;
}
