/** Titles: the words of an office or a role at the mentions of a person. */
import type { Entity, Mention } from './entity.ts';
import {
  isCourtesy,
  isDemonym,
  isGivenName,
  isNext,
  isRole,
  isSaying,
  listedAt,
  type Reading,
  type Stretch,
} from './reading.ts';
import { ROLE_ADJECTIVES, ROLES } from './title-word.ts';

export interface TitleAt extends Stretch {
  /** The index of the mention that it is beside. */
  readonly mention: number;
}

/** The titles at each mention of a person, in the order of the text, without courtesy titles ("Mr"). */
export function findTitles(reading: Reading, person: Entity): TitleAt[] {
  return person.mentions.flatMap((mention, index) =>
    titlesAt(reading, mention)
      .filter(({ from, to }) => from < to)
      .map((title) => ({ ...title, mention: index })),
  );
}

function titlesAt(reading: Reading, mention: Mention): Stretch[] {
  const before = titleBefore(reading, mention);
  const start = before?.from ?? mention.from;
  const apart = titleBeforeComma(reading, start);
  const after = titleAfter(reading, mention);
  return [apart, before, after].filter((title) => title !== null);
}

/** "Russian President", "fashion designer": right before the name. */
function titleBefore(reading: Reading, mention: Mention): Stretch | null {
  const to = mention.from;
  const from = extendLeft(reading, mention.title?.from ?? to);
  if (mention.title === null && !isRole(reading.words[to - 1])) return null;
  const words = reading.words.slice(from, to);
  if (words.length === 1 && /^(mr|mrs|ms|miss|mister|mx)\.?$/.test(words[0]?.folded ?? '')) return null;
  return from < to && words.some((word) => isRole(word)) ? { from, to } : null;
}

/** The start of the title with the words before it that belong to it: adjectives, peoples, a country with its "'s". */
function extendLeft(reading: Reading, start: number): number {
  let from = start;
  while (from > 0 && from > start - 12 && isNext(reading, from) && belongs(reading, from - 1)) from--;
  return from;
}

function belongs(reading: Reading, at: number): boolean {
  const word = reading.words[at];
  if (word === undefined) return false;
  if (/^[’']s$/.test(word.text)) return reading.words[at - 1]?.isCapital === true;
  if (word.isMark) return false;
  if (isCourtesy(word)) return true;
  if (word.folded === 'and') return isRole(reading.words[at - 1]) && isRole(reading.words[at + 1]);
  return (
    isRole(word) ||
    ROLE_ADJECTIVES.has(word.folded) ||
    isDemonym(reading, word) ||
    (word.isCapital && !word.isInitial && !isGivenName(reading, word)) ||
    (word.isInitial && listedAt(reading, at) !== null)
  );
}

/** "the head of the department, John Smith,": from the article to the comma. */
function titleBeforeComma(reading: Reading, start: number): Stretch | null {
  const comma = start - 1;
  const sentence = reading.words[start]?.sentence;
  if (reading.words[comma]?.text !== ',' || reading.words[comma]?.sentence !== sentence) return null;
  for (let at = comma - 1; at >= 0 && at > comma - 30; at--) {
    const word = reading.words[at];
    if (word === undefined || word.sentence !== sentence || !isOfPhrase(word.text, word.isMark) || isSaying(word))
      return null;
    const isStart =
      ROLES.has(word.folded) &&
      !word.isMark &&
      (at + 1 === comma || /^(of|for|at|in|to|with)$/.test(reading.words[at + 1]?.text ?? ''));
    if (!isStart) continue;
    const from = extendLeft(reading, at);
    const opener = reading.words[from - 1];
    const isOpened =
      opener === undefined ||
      opener.sentence !== sentence ||
      /^(the|a|an|by|from|to|its|his|her|their)$/i.test(opener.text) ||
      opener.isMark;
    return isOpened ? { from, to: comma } : null;
  }
  return null;
}

/** Whether the word can be in one noun phrase: not a known verb, and no mark except an apostrophe. */
function isOfPhrase(text: string, isMark: boolean): boolean {
  if (isMark) return /^[’']s?$/.test(text) || text === '&' || text === '-';
  return !/^(was|were|is|are|be|been|had|has|have|will|would|could|who|which|that|when|but|after|before|while|he|she|they|it)$/.test(
    text.toLowerCase(),
  );
}

/** ", spokesman for the Indonesian military,": the noun phrase after the name. */
function titleAfter(reading: Reading, { to }: Stretch): Stretch | null {
  if (reading.words[to]?.text !== ',') return null;
  const sentence = reading.words[to]?.sentence;
  const begin = /^(a|an|the|his|her|its|their)$/.test(reading.words[to + 1]?.text ?? '') ? to + 2 : to + 1;
  let role: number | null = null;
  let end = begin;
  for (; end < begin + 25; end++) {
    const word = reading.words[end];
    if (word === undefined || word.sentence !== sentence || isVerb(reading, end) || !isOfPhrase(word.text, word.isMark))
      break;
    if (role === null && end - begin > 7) return null;
    if (role === null && /^(of|for|at|in|to|with|and|from|on|by|as)$/.test(word.text)) return null;
    if (role === null && isRole(word) && !isRole(reading.words[end + 1])) role = end;
    if (role !== null && end === role + 1 && !/^(of|for|at|in|to|with|and|from|on)$/.test(word.text)) break;
    if (
      role !== null &&
      /^(who|and)$/.test(word.text) &&
      !reading.words[end + 1]?.isCapital &&
      !isRole(reading.words[end + 1])
    )
      break;
  }
  const next = reading.words[end];
  const isClosed =
    next === undefined ||
    next.sentence !== sentence ||
    /^([,.;:)—–]|and|who|in|told|said|says)$/.test(next.text) ||
    isSaying(next);
  return role !== null && isClosed ? { from: begin, to: end } : null;
}

/** "Secretary of State" has the letters of a verb of saying. */
function isVerb(reading: Reading, at: number): boolean {
  return isSaying(reading.words[at]) && !/^(of|for|the)$/.test(reading.words[at - 1]?.text ?? '');
}
