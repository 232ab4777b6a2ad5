/** Runs: stretches of capitalised words, with the small words that join a name. */
import { ORGANIZATION_HEADS, PLACE_HEADS } from './organization-word.ts';
import {
  isGivenName,
  isInitialLetter,
  isNameWord,
  isNext,
  isOrdinary,
  isRole,
  listedAt,
  type Reading,
  type Stretch,
} from './reading.ts';
import { PARTICLES } from './stop-word.ts';

/** The runs of a text, except in headlines with a capital on every word. */
export function findRuns(reading: Reading): Stretch[] {
  const runs: Stretch[] = [];
  for (let at = 0; at < reading.words.length; at++) {
    if (!beginsRun(reading, at)) continue;
    const to = endOfRun(reading, at);
    runs.push({ from: at, to });
    at = to - 1;
  }
  return runs;
}

function beginsRun(reading: Reading, at: number): boolean {
  const word = reading.words[at];
  if (word === undefined || word.isTitled || word.isMark) return false;
  return isNameWord(word) || listedAt(reading, at) !== null;
}

function endOfRun(reading: Reading, start: number): number {
  let to = Math.max(start + 1, listedAt(reading, start)?.to ?? 0);
  while (to < reading.words.length && to - start < LONGEST) {
    const next = nextEnd(reading, start, to);
    if (next === null) break;
    to = next;
  }
  return to;
}

/** A run of more words is a list or a heading. */
const LONGEST = 40;

/** The end of the run extended by the next word of the name; null if it ends here. */
function nextEnd(reading: Reading, start: number, to: number): number | null {
  if (!isNext(reading, to)) return null;
  const [word, next] = [reading.words[to], reading.words[to + 1]];
  if (word === undefined) return null;
  const listed = listedAt(reading, to);
  if (listed !== null) return listed.to;
  if (isNameWord(word)) return to + 1;
  if (isSurnameMonth(reading, to)) return to + 1;
  if (!isNext(reading, to + 1)) return null;
  if (word.text === '&' && isNameWord(next)) return to + 2;
  if (PARTICLES.has(word.text) && !isRole(reading.words[to - 1])) return afterParticles(reading, to);
  if (OPENING.test(word.text)) return afterNickname(reading, to);
  if (word.isMark) return word.text.length === 2 ? afterPossessive(reading, start, to) : null;
  if (PREPOSITIONS.test(word.text)) return afterPreposition(reading, start, to);
  return word.text === 'and' ? afterAnd(reading, start, to) : null;
}

const OPENING = /^["“‘]$/;
const CLOSING = /^["”’]$/;

/** "Tom “Shorty” Reed": one or two words in quotation marks between a given name or an initial and a surname. */
function afterNickname(reading: Reading, to: number): number | null {
  const { words } = reading;
  if (!isGivenName(reading, words[to - 1]) && !isInitialLetter(words[to - 1])) return null;
  const closing = CLOSING.test(words[to + 2]?.text ?? '') ? to + 2 : to + 3;
  if (!CLOSING.test(words[closing]?.text ?? '') || words.slice(to + 1, closing).some((word) => !word.isCapital))
    return null;
  return isNext(reading, closing + 1) && isNameWord(words[closing + 1]) ? closing + 2 : null;
}

const PREPOSITIONS = /^(of|for|on|to|against|at)$/;

/** "Theresa May" */
function isSurnameMonth(reading: Reading, to: number): boolean {
  return (
    /^(May|June|April|March|August)$/.test(reading.words[to]?.text ?? '') && isGivenName(reading, reading.words[to - 1])
  );
}

function afterParticles(reading: Reading, to: number): number | null {
  const next = PARTICLES.has(reading.words[to + 1]?.text ?? '') && isNext(reading, to + 2) ? to + 2 : to + 1;
  const word = reading.words[next];
  return isNameWord(word) && !isOrdinary(reading, reading.words[to - 1]) ? next + 1 : null;
}

/** "Prosecutor General's Office", "Korean People's Army"; not "Texas's Governor". */
function afterPossessive(reading: Reading, start: number, to: number): number | null {
  const [owner, next] = [reading.words[to - 1], reading.words[to + 1]];
  // "St Quellin's Hospital"
  const isSaint = to - 2 === start && /^(St\.?|Saint)$/.test(reading.words[start]?.text ?? '');
  if (!isNameWord(next) || (!isSaint && (!isOrdinary(reading, owner) || listedAt(reading, to - 1) !== null)))
    return null;
  if (to - 1 === start && isGivenName(reading, owner)) return null;
  for (let at = to + 1; at < to + 4 && isNameWord(reading.words[at]); at++) {
    if (isHead(reading.words[at]?.folded ?? '')) return to + 2;
  }
  return null;
}

/** "Ministry of Culture", "Envoy for Cooperation", "Ambassador to the United States". */
function afterPreposition(reading: Reading, start: number, to: number): number | null {
  const head = reading.words[to - 1];
  if (head === undefined) return null;
  const word = reading.words[to]?.text ?? '';
  const reach = {
    of: /./,
    for: /./,
    on: /^(council|committee|commission|agency)/,
    to: /^(ambassador|envoy|adviser|advisor|secretary|representative)/,
    against: /./,
    at: /^(?!)/,
  }[word];
  const isUniversity = word === 'at' && reading.words.slice(start, to).some(({ folded }) => folded === 'university');
  if (!isUniversity) {
    if (reach?.test(head.folded) !== true) return null;
    if (!isHead(head.folded) && !(isRole(head) && head.isCapital) && !/^(party|affairs|rights)$/.test(head.folded))
      return null;
  }
  return afterArticle(reading, to);
}

function afterArticle(reading: Reading, to: number): number | null {
  const article = reading.words[to + 1]?.text === 'the' && isNext(reading, to + 2) ? to + 2 : to + 1;
  const listed = listedAt(reading, article);
  if (listed !== null) return listed.to;
  return isNameWord(reading.words[article]) ? article + 1 : null;
}

/** "Department of Health and Human Services", "Food and Drug Administration"; not two names. */
function afterAnd(reading: Reading, start: number, to: number): number | null {
  const [before, next] = [reading.words[to - 1], reading.words[to + 1]];
  if (!isNameWord(next) || !isOrdinary(reading, before) || !isOrdinary(reading, next) || isRole(next)) return null;
  if (isGivenName(reading, next) && !isHead(reading.words[to + 2]?.folded ?? '')) return null;
  const own = reading.words.slice(start, to);
  const hasHead = own.some(({ folded }) => isHead(folded) || ORGANIZATION_HEADS.has(folded));
  if (hasHead)
    return own.some(({ text }) => text === 'of' || text === 'for') &&
      !isHead(before?.folded ?? '') &&
      !isHead(reading.words[to + 2]?.folded ?? '')
      ? to + 2
      : null;
  let last = to + 1;
  while (isNext(reading, last + 1) && isNameWord(reading.words[last + 1])) last++;
  const end = reading.words[last]?.folded ?? '';
  return isHead(end) && last > to + 1 ? to + 2 : null;
}

function isHead(folded: string): boolean {
  return ORGANIZATION_HEADS.has(folded) || PLACE_HEADS.has(folded);
}
