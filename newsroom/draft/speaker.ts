/** Speakers: finds out who is meant by the words at a verb of saying: a name, a pronoun, an office or unnamed people. */
import { type Actor, namedActor, unnamedActor } from './actor.ts';
import { type Focus, subjectZone, type Zone } from './focus.ts';
import { isCapital, isTimeWord } from './grammar.ts';
import type { FoundName } from './name/find.ts';
import { type Gender, headOf, kindOfNoun } from './noun.ts';
import { antecedents, type Pronoun, pronounOf } from './pronoun.ts';
import {
  firstFrom,
  isPossessive,
  type Mention,
  meantBy,
  mentionsIn,
  openScene,
  type Referent,
  type Scene,
  titledBy,
  tokensIn,
} from './referent.ts';
import type { Range } from './sentence.ts';
import { overlaps, type Sheet, within } from './sheet.ts';
import type { Speech } from './speech.ts';
import { LONGEST_SENTENCE, type Sentence, type Token } from './token.ts';

/** Who is meant: several for "they", nobody if it is left open. */
export interface Reference {
  readonly referents: readonly Referent[];
  readonly rule: string;
  /** The words that a pronoun stands for. */
  readonly antecedent: Range | null;
}

const LEFT_OPEN: Reference = { referents: [], rule: 'left open', antecedent: null };

/** A text while it is read from its start. */
interface Reading {
  readonly scene: Scene;
  /** The words of all speakers, in order. */
  readonly contents: readonly Range[];
  /** By the start of each source; and by the start of the first content. */
  readonly sources: ReadonlyMap<number, { readonly source: Range; readonly speech: Speech }>;
  readonly speeches: ReadonlyMap<number, Speech>;
  readonly focuses: Focus[];
  /** What is known so far: who is meant, by the start of the words; the unnamed; and genders that pronouns show. */
  readonly meant: Map<number, { readonly reference: Reference; readonly actors: readonly Actor[] }>;
  readonly unnamed: Actor[];
  readonly genders: Map<FoundName, Gender>;
}

/** Who is meant in a text, for its statements and its events. */
export interface Speakers {
  readonly scene: Scene;
  readonly speakerOf: (source: Range) => Reference;
}

export function speakersIn({ text, sentences, names, speech }: Sheet): Speakers {
  const scene = openScene(text, sentences, names);
  return { scene, speakerOf: openSpeakers(scene, speech) };
}

/** Reads the text once. The function returned says who is meant by a source of its speech, or by "he". */
export function openSpeakers(scene: Scene, speech: readonly Speech[]): (source: Range) => Reference {
  const reading: Reading = {
    scene,
    contents: speech.flatMap(({ content }) => content).sort((a, b) => a.start - b.start),
    sources: new Map(speech.flatMap((one) => one.sources.map((source) => [source.start, { source, speech: one }]))),
    speeches: new Map(speech.flatMap((one) => one.content.map(({ start }) => [start, one]))),
    focuses: [],
    meant: new Map(),
    unnamed: [],
    genders: new Map(),
  };
  for (const sentence of scene.sentences)
    if (sentence.tokens.length <= LONGEST_SENTENCE) readSentence(sentence, reading);
  return ({ start }) => reading.meant.get(start)?.reference ?? LEFT_OPEN;
}

function readSentence(sentence: Sentence, reading: Reading): void {
  const { scene, sources, focuses } = reading;
  const own = sentence.tokens.filter((token) => token.kind !== 'quotation' && !isContent(token, reading));
  const zone = subjectZone(own);
  const focus: Focus = {
    paragraph: sentence.paragraph,
    isLed: zone.isLed,
    subjects: [],
    speakers: [],
    others: [],
    quoted: [],
    isQuestion: false,
    addressees: [],
  };
  focuses.push(focus);
  if (!own.some(({ kind }) => kind === 'word')) carryOn(sentence, focus, reading);
  const mentions = mentionsIn(sentence, scene).filter((mention) => !isModifier(mention, sentence.tokens));
  focus.subjects.push(...unnamedSubject(own, zone, mentions, reading));
  let next = 0;
  for (const token of sentence.tokens) {
    for (; (mentions[next]?.start ?? token.end) < token.end; next++) {
      const mention = mentions[next];
      if (mention !== undefined) placeMention(mention, token, zone, focus, reading);
    }
    const spoken = sources.get(token.start);
    if (spoken !== undefined) takeSource(spoken.source, spoken.speech, focus, reading);
    else if (own.includes(token)) takePronoun(token, zone, focus, reading);
  }
}

/** "Harbour Board officials" are not the board. */
function isModifier({ end }: Range, tokens: readonly Token[]): boolean {
  const next = tokens[firstFrom(tokens, end)];
  return next?.tag === 'NOUN' && next.start === end + 1 && kindOfNoun(next) !== null;
}

function isContent({ start, end }: Range, { contents }: Reading): boolean {
  const content = contents[firstFrom(contents, start + 1) - 1];
  return content !== undefined && content.end >= end;
}

/** A sentence that is all in the words of a speaker goes on about them. */
function carryOn(sentence: Sentence, focus: Focus, { speeches, meant, contents }: Reading): void {
  const content = contents[firstFrom(contents, sentence.end) - 1];
  const speech = content === undefined ? undefined : speeches.get(content.start);
  focus.speakers.push(...(speech?.sources.flatMap(({ start }) => meant.get(start)?.actors ?? []) ?? []));
}

function placeMention(mention: Mention, token: Token, zone: Zone, focus: Focus, reading: Reading): void {
  const { name, start, end } = mention;
  const { text } = reading.scene;
  const actor = namedActor(name, reading.genders.get(name) ?? name.gender, { start, end });
  if (token.kind === 'quotation' || isContent(mention, reading)) focus.quoted.push(actor);
  else if (isPossessive(end, text)) focus.others.push(actor);
  else if (within(mention, zone) && (zone.isLed || !isAfterPreposition(start, text))) focus.subjects.push(actor);
  else focus.others.push(actor);
}

function isAfterPreposition(start: number, text: string): boolean {
  return /\b(of|by|for|with|to|from|in|at|on|against|about|near) (the )?$/i.test(
    text.slice(Math.max(0, start - 14), start),
  );
}

/** "A witness", "His mother": the subject of a sentence, if it is no name that was recognized. */
function unnamedSubject(own: readonly Token[], zone: Zone, mentions: readonly Mention[], reading: Reading): Actor[] {
  const { scene, sources } = reading;
  const words = own.filter((token) => within(token, zone));
  const head = headOf(words);
  const [first] = words;
  if (first === undefined || head === null || mentions.some((mention) => overlaps(mention, head))) return [];
  if (words.some(({ start, lower }) => sources.has(start) || /^(he|she|they|it)$/.test(lower))) return [];
  const range = { start: first.start, end: head.end };
  // A name that was not recognized may be anybody's.
  if (isName(head)) return [{ referent: null, kind: 'person', gender: null, words: range }];
  const isNamed = mentions.some((mention) => within(mention, zone) && !isPossessive(mention.end, scene.text));
  if (isNamed || kindOfNoun(head) !== 'person') return [];
  const [titled, ...others] = titledBy(range, scene);
  if (titled !== undefined && others.length === 0) return [namedActor(titled, titled.gender, range)];
  return [unnamedActor(/^(an?|one|another)$/.test(first.lower) ? { unnamed: range } : null, range, scene)];
}

function isName(token: Token): boolean {
  return token.tag === 'PROPN' && isCapital(token) && !isTimeWord(token);
}

/** Finds out who speaks, and remembers it for the sentences that follow. */
function takeSource(source: Range, speech: Speech, focus: Focus, reading: Reading): void {
  const { scene, meant } = reading;
  const words = scene.text.slice(source.start, source.end);
  const pronoun = pronounOf(words);
  const found =
    meant.get(source.start) ?? (pronoun === null ? byNoun(source, reading) : byPronoun(pronoun, source, reading));
  meant.set(source.start, found);
  focus.speakers.push(...found.actors);
  const cue = speech.cue === null ? '' : scene.text.slice(speech.cue.start, speech.cue.end);
  const last = speech.content.at(-1);
  focus.isQuestion = /\bask/i.test(cue) || scene.text.slice(last?.start, last?.end).endsWith('?');
  if (speech.addressee !== null) focus.addressees = addressees(speech.addressee, focus, reading);
}

function addressees(words: Range, focus: Focus, reading: Reading): readonly Actor[] {
  const pronoun = pronounOf(reading.scene.text.slice(words.start, words.end));
  if (pronoun !== null) return antecedents(pronoun, reading.focuses, focus.speakers);
  const { referent } = meantBy(words, reading.scene);
  return referent === null ? [] : [actorOf(referent, words, reading)];
}

type Found = NonNullable<ReturnType<Reading['meant']['get']>>;

function byNoun(source: Range, reading: Reading): Found {
  const { scene, unnamed } = reading;
  const { referent, rule } = meantBy(source, scene);
  const actor = actorOf(referent, source, reading);
  if (referent === null) return { reference: LEFT_OPEN, actors: [{ ...actor, kind: 'person' }] };
  if ('name' in referent) return { reference: { referents: [referent], rule, antecedent: null }, actors: [actor] };
  const before = sameUnnamed(source, reading);
  if (before === null) unnamed.push(actor);
  const found = before ?? actor;
  return {
    reference: { referents: found.referent === null ? [] : [found.referent], rule, antecedent: null },
    actors: [found],
  };
}

function actorOf(referent: Referent | null, words: Range, { scene, genders }: Reading): Actor {
  if (referent === null || 'unnamed' in referent) return unnamedActor(referent, words, scene);
  return namedActor(referent.name, genders.get(referent.name) ?? referent.name.gender, words);
}

/** The unnamed whom the text told of in the same words, or the only one that "the spokesman" can be. */
function sameUnnamed(source: Range, { scene, unnamed }: Reading): Actor | null {
  const wordsOf = (range: Range) => scene.text.slice(range.start, range.end).toLowerCase();
  const words = wordsOf(source);
  // "one resident … one resident": each is another.
  if (/^(one|another) /.test(words)) return null;
  const recent = unnamed.slice(-MOST_UNNAMED);
  const same = recent.find((actor) => wordsOf(actor.words).replace(ARTICLE, '') === words.replace(ARTICLE, ''));
  if (same !== undefined || !/^(the|that) [\p{L}-]+$/u.test(words)) return same ?? null;
  const head = words.replace(/^\S+ /, '');
  const [only, ...others] = recent.filter((actor) => headOf(tokensIn(actor.words, scene))?.lower === head);
  return others.length === 0 ? (only ?? null) : null;
}

/** More than any article has; comparing each with all others would take too long in a long text. */
const MOST_UNNAMED = 50;

const ARTICLE = /^(the|an?|some|several|many) (?=\S)/;

function byPronoun(pronoun: Pronoun, words: Range, { focuses, genders }: Reading): Found {
  const actors = antecedents(pronoun, focuses);
  const gender = pronoun === 'she' ? 'female' : pronoun === 'he' ? 'male' : null;
  const referents = actors.flatMap(({ referent }) => referent ?? []);
  if (referents.length === 0) {
    const kind = gender !== null ? 'person' : pronoun === 'it' ? 'body' : 'people';
    return { reference: LEFT_OPEN, actors: [{ referent: null, kind, gender, words }] };
  }
  const [first] = referents;
  if (gender !== null && first !== undefined && 'name' in first && first.name.gender === null)
    genders.set(first.name, gender);
  return {
    reference: { referents, rule: 'pronoun', antecedent: actors[0]?.words ?? null },
    actors: actors.map((actor) => (gender === null ? actor : { ...actor, gender })),
  };
}

/** A pronoun of the article's own words: "She laughed." */
function takePronoun(token: Token, zone: Zone, focus: Focus, reading: Reading): void {
  const pronoun = pronounOf(token.lower);
  if (pronoun === null) return;
  if (/^(he|she|they)$/.test(token.lower)) {
    const found = byPronoun(pronoun, token, reading);
    const { actors } = found;
    reading.meant.set(token.start, found);
    (within(token, zone) ? focus.subjects : focus.others).push(...actors);
  } else if (token.lower === 'him')
    focus.others.push(...antecedents(pronoun, reading.focuses, [...focus.subjects, ...focus.speakers]));
}
