/** Context: decides what an unknown name is by the words beside it. */
import type { Candidate } from './candidate.ts';
import { organization, person, place } from './candidate.ts';
import {
  isInitialLetter,
  isNext,
  isOrdinary,
  isRole,
  isSaying,
  isShouted,
  listedAt,
  placesOf,
  type Reading,
} from './reading.ts';

/** The name with the type that its surroundings give it; null if they give none. */
export function decideByContext(reading: Reading, candidate: Candidate): Candidate | null {
  const { from, to } = candidate;
  return (
    introducedInitials(reading, from, to) ??
    asPlace(reading, from, to) ??
    asKind(reading, from, to) ??
    asPerson(reading, from, to)
  );
}

/** "Sea Organization Corps (SOC)": a body, since its initials follow in parentheses. */
function introducedInitials(reading: Reading, from: number, to: number): Candidate | null {
  const word = reading.words[to + 1];
  if (reading.words[to]?.text !== '(' || word === undefined || !isShouted(word) || to - from < 2) return null;
  const initials = reading.words
    .slice(from, to)
    .filter(({ isCapital }) => isCapital)
    .map(({ text }) => text[0])
    .join('');
  return initials === word.text.slice(0, initials.length) ? organization(from, to, 'acronym-in-parentheses') : null;
}

const TOWN =
  /^(city|town|village|suburb|neighbourhood|neighborhood|district|port|resort|municipality|settlement|hamlet)$/;
const REGION = /^(province|region|state|county|island|prefecture|governorate|peninsula|republic|territory)$/;
const OF_PLACE =
  /^(mayor|resident|residents|inhabitants|outskirts|streets|suburbs|centre|center|north|south|east|west|capital|coast)$/;
const BODY =
  /^(company|firm|corporation|manufacturer|maker|carmaker|airline|bank|retailer|supermarket|chain|startup|start-up|newspaper|paper|daily|tabloid|weekly|magazine|broadcaster|channel|network|agency|website|outlet|publisher|charity|foundation|party|union|group|movement|militia|organisation|organization|ngo|nonprofit|club|team|studio|label|band|thinktank|think-tank|institute|watchdog|developer|operator|provider|contractor|brand|coalition|alliance|faction|cult|church|sect|gang|cartel)$/;

function asPlace(reading: Reading, from: number, to: number): Candidate | null {
  const before = reading.words[from - 1];
  if (before === undefined || before.sentence !== reading.words[from]?.sentence) return null;
  const noun = before.text === 'of' ? reading.words[from - 2]?.folded : before.folded;
  if (noun !== undefined && TOWN.test(noun))
    return place(from, to, 'place-noun', noun === 'district' ? 'DISTRICT' : 'CITY');
  if (noun !== undefined && before.text === 'of' && OF_PLACE.test(noun))
    return place(from, to, 'people-of-place', 'OTHER');
  if (noun !== undefined && REGION.test(noun)) return place(from, to, 'place-noun', 'REGION');
  const last = reading.words[to - 1];
  const after = reading.words[to]?.text === ',' ? listedAt(reading, to + 1) : null;
  const isWord = isOrdinary(reading, last) && to - from === 1;
  const sameSentence = reading.words[to + 1]?.sentence === last?.sentence;
  if (
    after?.value.type === 'Place' &&
    after.value.placeKind !== 'CITY' &&
    sameSentence &&
    !isWord &&
    !isSaying(reading.words[after.to])
  ) {
    if (/^(in|at|from|near|to|of|outside)$/.test(before.folded)) return place(from, to, 'place-before-comma', 'CITY');
  }
  if (
    /^(in|near)$/.test(before.folded) &&
    !isWord &&
    !isAllOrdinary(reading, from, to) &&
    to - from <= 3 &&
    !isSaying(reading.words[to])
  ) {
    return before.folded === 'in' && to - from > 2 ? null : place(from, to, 'in-before-name', 'OTHER');
  }
  return appositionNoun(reading, to, TOWN) ? place(from, to, 'place-noun', 'CITY') : null;
}

/** "localist group Youngspiration", "Cloud9, a team": the type that a noun beside the name gives. */
function asKind(reading: Reading, from: number, to: number): Candidate | null {
  const before = reading.words[from - 1];
  if (before !== undefined && isNext(reading, from) && BODY.test(before.folded) && !before.isCapital)
    return organization(from, to, 'organization-noun');
  return appositionNoun(reading, to, BODY) ? organization(from, to, 'organization-noun') : null;
}

/** "X, a small town": whether such a noun is within four words after the comma and the article. */
function appositionNoun(reading: Reading, to: number, nouns: RegExp): boolean {
  if (reading.words[to]?.text !== ',' || !/^(a|an|the)$/.test(reading.words[to + 1]?.text ?? '')) return false;
  for (let at = to + 2; at < to + 6 && isNext(reading, at); at++) {
    if (nouns.test(reading.words[at]?.folded ?? '')) return true;
  }
  return false;
}

/** A person: two or three words that are not ordinary, with something beside them that only people have. */
function asPerson(reading: Reading, from: number, to: number): Candidate | null {
  const words = reading.words.slice(from, to);
  const last = words.at(-1);
  if (
    words.length < 2 ||
    words.length > 4 ||
    words.some(({ text }) => /^\p{Lu}$/u.test(text)) ||
    last === undefined ||
    words.some((word) => isShouted(word) || /\d/.test(word.text) || (word.text.length === 1 && !word.isMark))
  )
    return null;
  if (words.some(({ text }) => text === '&')) return null;
  const before = reading.words[from - 1];
  const next = reading.words[to];
  const isSurnameOrdinary = isOrdinary(reading, last);
  const isFirstOrdinary = isOrdinary(reading, words[0]) && !reading.dictionary.isProper(words[0]?.text ?? '');
  if (isFirstOrdinary && (isSurnameOrdinary || words.length > 2 || reading.dictionary.isProper(last.text))) return null;
  if (before !== undefined && isNext(reading, from) && isRole(before) && !before.isCapital)
    return person(from, to, 'role-before-name');
  if (isInitialLetter(words[1])) return person(from, to, 'initials');
  if (before?.folded === 'the') return null;
  if (
    next?.text === ',' &&
    /^\d{1,3}$/.test(reading.words[to + 1]?.text ?? '') &&
    /^[,.]$/.test(reading.words[to + 2]?.text ?? '')
  )
    return person(from, to, 'age');
  if (isSaying(next) || (before !== undefined && isSaying(before)) || next?.text === 'who')
    return person(from, to, 'speaker');
  if (isRoleAfter(reading, to)) return person(from, to, 'apposition');
  if (isNamedAgain(reading, to)) return person(from, to, 'surname-again');
  return isSurnameOrdinary || isFirstOrdinary ? null : person(from, to, 'two-capitalised-words');
}

/** Roles that a thing or a body may have too. */
const THINGS =
  /^(rival|partner|competitor|leader|owner|supporter|opponent|successor|predecessor|producer|member|champion|host|agent|guard|founder|publisher|operator|star|legend|ally|follower|parent|model)s?$/;

function isAllOrdinary(reading: Reading, from: number, to: number): boolean {
  return reading.words.slice(from, to).every((word) => isOrdinary(reading, word));
}

function isRoleAfter(reading: Reading, to: number): boolean {
  if (reading.words[to]?.text !== ',') return false;
  for (let at = to + 1; at < to + 8; at++) {
    const word = reading.words[at];
    if (word === undefined || (word.isMark && word.text.length === 1) || isSaying(word)) return false;
    if (isRole(word)) return !THINGS.test(word.folded);
  }
  return false;
}

/** Whether the last word is alone elsewhere, like a surname. */
function isNamedAgain(reading: Reading, to: number): boolean {
  const surname = reading.words[to - 1];
  if (surname === undefined || isOrdinary(reading, surname)) return false;
  const given = reading.words[to - 2]?.folded;
  return placesOf(reading, surname).some((at) => {
    const before = reading.words[at - 1];
    if (at < to || before?.folded === 'the' || reading.words[at + 1]?.isCapital === true) return false;
    return before?.isCapital !== true || before.folded === given;
  });
}
