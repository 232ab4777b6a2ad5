/** Phrases of events: the clause around a word, and the subject, object and place in it. */
import type { EventKind } from '../../data/compile/index.ts';
import type { Word } from './event-token.ts';
import { eventNoun } from './event-word.ts';
import { isPronoun, isRelative, isSubordinator, isTimeWord } from './grammar.ts';
import type { Phrase } from './phrase.ts';

/** The clause around a token: up to a mark or word that begins another one. */
export function clauseAround(tokens: readonly Word[], at: number): Phrase {
  let [from, to] = [at, at + 1];
  while (from > 0 && !isBoundary(tokens[from - 1], tokens[from])) from--;
  while (to < tokens.length && !isBoundary(tokens[to], tokens[to + 1])) to++;
  return { from, to };
}

function isBoundary(token: Word | undefined, next: Word | undefined): boolean {
  if (token === undefined || /^[;:—–]$|^--+$/.test(token.text) || token.kind === 'quotation') return true;
  if (token.lower === 'as' && next?.tag !== 'PRON' && next?.tag !== 'DET') return false;
  if (token.lower === 'and' || token.lower === 'but') return isPronoun(next);
  return isSubordinator(token) || token.lower === 'so';
}

/** The auxiliaries, negations and adverbs right before a verb begin there. */
export function groupStart(tokens: readonly Word[], verb: number): number {
  let from = verb;
  while (from > 0 && (/^(?:AUX|ADV|PART)$/.test(tokens[from - 1]?.tag ?? '') || isSaidOf(tokens[from - 1]))) from--;
  return from;
}

/** "reported stolen", "was found dead" */
function isSaidOf(token: Word | undefined): boolean {
  return token?.lower === 'reported' || token?.lower === 'allegedly';
}

/** The noun phrase that is the subject of a verb group; null if there is none before it in its clause. */
export function subjectOf(tokens: readonly Word[], group: number, clause: Phrase): Phrase | null {
  let to = group;
  if (to === clause.from) {
    // "Ann Lee, who was arrested": the words before the relative pronoun.
    if (!/^(?:who|which|that)$/.test(tokens[to - 1]?.lower ?? '')) return null;
    to--;
    if (tokens[to - 1]?.text === ',') to--;
    const antecedent = phraseBefore(tokens, to, clauseAround(tokens, Math.max(0, to - 1)).from);
    // "the mother of Ann Lee, who died" may be either.
    return antecedent !== null && tokens.slice(antecedent.from, to).some(({ lower }) => lower === 'of')
      ? null
      : antecedent;
  }
  if (tokens[to - 1]?.text === ',') {
    // "Tom Lee, 24, was arrested": the first part is the subject.
    const opening = tokens.slice(clause.from, to - 1).findLastIndex(({ text }) => text === ',');
    const before = opening === -1 ? -1 : clause.from + opening;
    // "The mayor, Ann Lee, was arrested": the name.
    const inner = before > 0 ? phraseBefore(tokens, to - 1, before + 1) : null;
    if (inner !== null && tokens.slice(inner.from, inner.to).some(({ name }) => name?.type === 'Person')) return inner;
    const relative = isRelative(tokens[clause.from - 1]) ? clause.from - 1 : -1;
    const end = before > clause.from ? before : relative > 0 ? relative : to - 1;
    const close = tokens[end - 1]?.text === ',' ? end - 1 : end;
    return phraseBefore(tokens, close, clauseAround(tokens, close - 1).from);
  }
  return phraseBefore(tokens, to, clause.from);
}

const LONGEST_PHRASE = 12;

/** The noun phrase that ends there, with the prepositional phrases in it. */
function phraseBefore(tokens: readonly Word[], to: number, first: number): Phrase | null {
  // "Huseyn Lee (born 1956) died"
  if (tokens[to - 1]?.text === ')') {
    const open = tokens.slice(first, to).findLastIndex(({ text }) => text === '(');
    return open <= 0 ? null : phraseBefore(tokens, first + open, first);
  }
  let from = to;
  while (from > first && to - from < LONGEST_PHRASE && isNominal(tokens[from - 1], tokens[from - 2])) from--;
  while (from < to && /^(?:ADP|CCONJ|ADV|PUNCT|SCONJ)$/.test(tokens[from]?.tag ?? '')) {
    // "On Monday two men were arrested": a phrase of time or place before the subject is not in it.
    if (
      tokens[from]?.tag !== 'ADP' ||
      /^(?:least|most|than)$/.test(tokens[from + 1]?.lower ?? '') ||
      isCount(tokens, from)
    ) {
      from++;
      continue;
    }
    const next = tokens.slice(from + 1, to).findIndex((token, at) => at > 0 && beginsPhrase(token, tokens[from + at]));
    if (next === -1) return null;
    from += 1 + next;
  }
  return from < to && tokens.slice(from, to).some(isHead) ? { from, to } : null;
}

/** "About 300" */
function isCount(tokens: readonly Word[], at: number): boolean {
  return /^(?:about|around|over|some|nearly)$/.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.tag === 'NUM';
}

function beginsPhrase(token: Word, before: Word | undefined): boolean {
  return (
    /^(?:DET|NUM|PRON)$/.test(token.tag) && before?.tag !== 'ADP' && before?.tag !== 'DET' && !/^\d/.test(token.text)
  );
}

function isNominal(token: Word | undefined, before: Word | undefined): boolean {
  if (token === undefined || token.kind === 'quotation') return false;
  if (token.text === ',') return false;
  if (token.tag === 'VERB') return before?.tag === 'DET' || (/-|ing$/.test(token.text) && token.lower !== 'according');
  return (
    /^(?:NOUN|PROPN|ADJ|DET|NUM|PRON|ADP|CCONJ|X)$/.test(token.tag) || /^(?:of|'s|%|-|&|at|least|\$)$/.test(token.lower)
  );
}

function isHead({ tag }: Word): boolean {
  return tag === 'NOUN' || tag === 'PROPN' || tag === 'NUM' || tag === 'PRON';
}

/** The noun phrase right after a verb, with "of" and what follows; null if something else follows. */
export function objectOf(tokens: readonly Word[], verb: number, clause: Phrase): Phrase | null {
  let to = verb + 1;
  while (
    to < clause.to &&
    to - verb <= LONGEST_PHRASE &&
    (tokens[to]?.lower === 'of' ||
      (/^(?:NOUN|PROPN|ADJ|DET|NUM|PRON|CCONJ|ADV)$/.test(tokens[to]?.tag ?? '') && !isTimeAt(tokens, to)) ||
      /^(?:least|most|than)$/.test(tokens[to + 1]?.lower ?? ''))
  )
    to++;
  while (to > verb + 1 && !isHead(tokens[to - 1] as Word)) to--;
  return to > verb + 1 && tokens.slice(verb + 1, to).some(isHead) ? { from: verb + 1, to } : null;
}

function isTimeAt(tokens: readonly Word[], at: number): boolean {
  return (
    tokens[at]?.isDate === true ||
    isTimeWord(tokens[at]) ||
    (tokens[at]?.tag === 'NUM' && isTimeWord(tokens[at + 1])) ||
    (/^(?:last|this|early|late)$/.test(tokens[at]?.lower ?? '') && isTimeWord(tokens[at + 1]))
  );
}

/** The head of a noun phrase: its last noun before a preposition, a comma or a conjunction. */
export function headOf(tokens: readonly Word[], { from, to }: Phrase): Word | null {
  let head: Word | null = null;
  for (const [index, token] of tokens.slice(from, to).entries()) {
    if (head !== null && (/^(?:ADP|PUNCT|CCONJ|VERB)$/.test(token.tag) || token.lower === 'of')) {
      // "dozens of people", "two of the men"
      if (token.lower === 'of' && /^(?:NUM|NOUN|PROPN)$/.test(head.tag) && QUANTITY.test(head.lower)) {
        return headOf(tokens, { from: from + index + 1, to }) ?? head;
      }
      return head;
    }
    if (isHead(token)) head = token;
  }
  return head;
}

const QUANTITY = /^(?:one|two|three|four|five|six|some|many|dozens|hundreds|thousands|scores|most|number|\d+)$/;

/** "at the mill in Larkford" right there, or after a time and those who did it; null if there is none. */
export function placeAt(tokens: readonly Word[], at: number, clause: Phrase): Phrase | null {
  let from = at;
  while (from < clause.to) {
    const partner = /^(?:by|with|between)$/.test(tokens[from]?.lower ?? '') ? objectOf(tokens, from, clause) : null;
    if (partner !== null) from = partner.to;
    else if (
      /^(?:ADV|CCONJ)$/.test(tokens[from]?.tag ?? '') ||
      tokens[from]?.lower === 'dead' ||
      isTimeAt(tokens, from) ||
      isTimeAfter(tokens, from)
    )
      from++;
    else break;
  }
  if (!LOCATIVES.has(tokens[from]?.lower ?? '')) return null;
  const to = placeEnd(tokens, from, clause.to);
  if (to !== null) return { from, to };
  // "near his home in Larkford"
  const owned = /^(?:his|her|their|its|our|my)$/.test(tokens[from + 1]?.lower ?? '')
    ? tokens.slice(from + 2, from + 6).findIndex(({ lower }) => LOCATIVES.has(lower))
    : -1;
  if (owned !== -1) return placeAt(tokens, from + 2 + owned, clause);
  // "killed in a crash near Larkford"
  const event = tokens.slice(from, from + 5).findIndex(({ lower }) => eventNoun(lower) !== null);
  return event === -1 ? null : placeAt(tokens, from + event + 1, clause);
}

/** "In Larkford" at the start of the clause; null if it begins otherwise. */
export function placeBefore(tokens: readonly Word[], clause: Phrase): Phrase | null {
  const place = placeAt(tokens, clause.from, clause);
  return place !== null && tokens.slice(place.from, place.to).some(({ name }) => name?.type === 'Place') ? place : null;
}

/** "the mill in Larkford" without a preposition; null if no place begins there. */
export function placeFrom(tokens: readonly Word[], from: number, clause: Phrase): Phrase | null {
  const to = placeEnd(tokens, from - 1, clause.to);
  return to === null ? null : { from, to };
}

/** "on" of "on Monday" */
function isTimeAfter(tokens: readonly Word[], at: number): boolean {
  return (
    tokens[at]?.tag === 'ADP' &&
    (isTimeAt(tokens, at + 1) || (tokens[at + 1]?.tag === 'DET' && isTimeAt(tokens, at + 2)))
  );
}

const LOCATIVES = new Set(['in', 'at', 'near', 'outside', 'inside', 'onto', 'into', 'through', 'across', 'to', 'off']);

/** Where the place ends that a preposition begins; null if it is a time, or no place. */
function placeEnd(tokens: readonly Word[], from: number, end: number): number | null {
  let to = from + 1;
  const isNamed = tokens[to]?.tag === 'PROPN';
  if (!isNamed && !/^(?:the|a|an)$/.test(tokens[to]?.lower ?? '')) return null;
  while (to < end && to - from < 7 && isPlaceWord(tokens, to)) to++;
  const head = headOf(tokens, { from: from + 1, to });
  if (
    head === null ||
    isTimeWord(head) ||
    NO_PLACE.test(head.lower) ||
    eventNoun(head.lower) !== null ||
    /^\d/.test(head.text)
  )
    return null;
  const next = /^(?:in|at|near|of|outside)$/.test(tokens[to]?.lower ?? '') ? placeEnd(tokens, to, end) : null;
  return next ?? to;
}

function isPlaceWord(tokens: readonly Word[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || isTimeAt(tokens, at)) return false;
  if (token.tag === 'ADV') return tokens[at - 1]?.tag === 'DET';
  return /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(token.tag) || /^(?:his|her|their|its)$/.test(token.lower);
}

const NO_PLACE =
  /^(?:end|start|beginning|time|age|cost|price|case|cases|connection|case|bid|attempt|wake|way|ways|race|order|minute|half|election|past|future|face|head|chest|leg|back|arm|statement|interview|letter|message|post|speech|email|report|book|article|vote|debate|number|rate|row|part|fact|process|hope|response|move|midst|aftermath|hands|name|least|first|last|most|same|interest|century|decades?|years?|season|incident|ads?|primary|primaries|debate|poll|survey|film|novel|play|series)$/;

/** The word of a sentence that tells of an event, in its sense, with those whom it happened to. */
export interface Trigger {
  readonly kind: EventKind;
  readonly at: number;
  readonly clause: Phrase;
  /** The noun of a verb, "Death of"; null if the trigger is a noun itself. */
  readonly noun: string | null;
  /** Whom or what it happened to, or the noun with its adjectives. */
  readonly undergoer: Phrase;
  readonly agent: Phrase | null;
  readonly place: Phrase | null;
  readonly isNegated: boolean;
}

/** Whether the clause is a supposition, or lies before something that may not have come. */
export function isSupposed(tokens: readonly Word[], { from }: Phrase): boolean {
  return (
    // "the day before, at a rally": an adverb
    (/^(?:if|unless|whether|until|before|than)$/.test(tokens[from - 1]?.lower ?? '') && tokens[from]?.text !== ',') ||
    /^(?:had|were|should)$/.test(tokens[from]?.lower ?? '')
  );
}
