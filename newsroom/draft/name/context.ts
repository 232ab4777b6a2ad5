/** Context: decides what an unknown name is by the words beside it. */
import { asBody, asSpeakingBody, isAppositionOf } from './body.ts';
import type { Candidate } from './candidate.ts';
import { organization, person, place } from './candidate.ts';
import {
  isDemonym,
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
import type { Word } from './word.ts';

/** The name with the type that its surroundings give it; null if they give none. */
export function decideByContext(reading: Reading, candidate: Candidate): Candidate | null {
  const { from, to } = candidate;
  return (
    introducedInitials(reading, from, to) ??
    asPlace(reading, from, to) ??
    asBody(reading, from, to) ??
    asPerson(reading, from, to) ??
    asDescribedPerson(reading, from, to) ??
    (to > from + 1 ? (asSpeakingBody(reading, from, to) ?? asOpaqueName(reading, from, to)) : null)
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
const PLACE_AFTER =
  /^(estate|village|district|neighbou?rhood|suburb|region|province|county|valley|river|airport|island|peninsula|mountains|reservoir|dam|prison|coast|border|forest|highway|beach|peninsula|harbou?r|area|township|municipality|railway|crossing|stadium|park|oilfield|refinery)$/;
const MOTION =
  /^(travel+(ed|ing|s)?|flew|fly|flying|flown|drove|drive|driving|moved?|moving|return(ed|ing|s)?|went|go|going|came|trips?|visits?|visited|way|roads?|routes?|trains?|bus|buses|flights?|ferry|north|south|east|west|north-?east|north-?west|south-?east|south-?west|miles|km|kilomet(re|er)s|headed|heading|arrived|link|sailed|bound|marched|native|evacuated|deported|fled|transferred)$/;

function asPlace(reading: Reading, from: number, to: number): Candidate | null {
  if (isDateline(reading, from, to)) return place(from, to, 'dateline', 'CITY');
  const before = reading.words[from - 1];
  const after = reading.words[to];
  if (isNext(reading, to) && after?.isCapital === false && PLACE_AFTER.test(after.folded) && before?.folded === 'the')
    return place(from, to, 'noun-after-place', 'OTHER');
  if (before === undefined || before.sentence !== reading.words[from]?.sentence) return null;
  if (isDestination(reading, from) && to - from < 3 && !isAllOrdinary(reading, from, to))
    return place(from, to, 'way-to-place', 'OTHER');
  const noun = before.text === 'of' ? reading.words[from - 2]?.folded : before.folded;
  if (noun !== undefined && TOWN.test(noun))
    return place(from, to, 'place-noun', noun === 'district' ? 'DISTRICT' : 'CITY');
  if (noun !== undefined && before.text === 'of' && OF_PLACE.test(noun))
    return place(from, to, 'people-of-place', 'OTHER');
  if (noun !== undefined && REGION.test(noun)) return place(from, to, 'place-noun', 'REGION');
  const last = reading.words[to - 1];
  const listed = after?.text === ',' ? listedAt(reading, to + 1) : null;
  const isWord = isOrdinary(reading, last) && to - from === 1;
  const sameSentence = reading.words[to + 1]?.sentence === last?.sentence;
  if (
    listed?.value.type === 'Place' &&
    listed.value.placeKind !== 'CITY' &&
    sameSentence &&
    !isWord &&
    !isSaying(reading.words[listed.to])
  ) {
    if (/^(in|at|from|near|to|of|outside)$/.test(before.folded)) return place(from, to, 'place-before-comma', 'CITY');
  }
  if (
    /^(in|near|outside|across|around|throughout)$/.test(before.folded) &&
    !isWord &&
    !isAllOrdinary(reading, from, to) &&
    to - from <= 3 &&
    !isSaying(reading.words[to])
  ) {
    return before.folded === 'in' && to - from > 2 ? null : place(from, to, 'in-before-name', 'OTHER');
  }
  return isAppositionOf(reading, to, TOWN) ? place(from, to, 'place-noun', 'CITY') : null;
}

/** "MARLOW FALLS, Ohio (CNW) —", "Marlow Falls, 3 March —": the place at the head of a paragraph, before a dash. */
function isDateline(reading: Reading, from: number, to: number): boolean {
  const { words } = reading;
  if (words[from]?.isInitial !== true || words[from - 1]?.paragraph === words[from]?.paragraph) return false;
  if (!/^[,(—–-]$/.test(words[to]?.text ?? '')) return false;
  for (let at = to; at < to + 9 && words[at]?.paragraph === words[from]?.paragraph; at++) {
    if (/^[—–-]$/.test(words[at]?.text ?? '')) return words[at]?.start !== words[at - 1]?.end;
    if (
      !/^[,()./]$/.test(words[at]?.text ?? '') &&
      words[at]?.isCapital === false &&
      !/^\d/.test(words[at]?.text ?? '')
    )
      return false;
  }
  return false;
}

/** "the road to Quelburg", "6 km from Quelburg", ", 26, of Quelburg". */
function isDestination(reading: Reading, from: number): boolean {
  const { words } = reading;
  const preposition = words[from - 1]?.text ?? '';
  const head = words[from - 2];
  if (/^(to|from|for|of|at|into|through|towards?)$/.test(preposition) && MOTION.test(head?.folded ?? ''))
    return isNext(reading, from - 1);
  return preposition === 'of' && (head?.text === ',' || /^(both|all)$/.test(head?.text ?? ''));
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
  const isWord = (word: Word) => isOrdinary(reading, word) && !reading.dictionary.isProper(word.text);
  // "Brannock Crime Line"
  if (words.length > 2 && words.slice(1).every(isWord)) return null;
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

/** "Publican Shaz Petrakis": the person after an ordinary word for what they are. */
function asDescribedPerson(reading: Reading, from: number, to: number): Candidate | null {
  const [first, ...name] = reading.words.slice(from, to);
  const isName =
    name.length === 2 && name.every((word) => !isOrdinary(reading, word) && !isShouted(word) && !word.isMark);
  if (first === undefined || !isName || !isOrdinary(reading, first) || reading.dictionary.isProper(first.text))
    return null;
  const found = asPerson(reading, from + 1, to);
  return found?.rule === 'two-capitalised-words' ? null : found;
}

/** "Norrland Cell": a name with an ordinary word at its end, unless a surname is spelled so or a thing is called so. */
function asOpaqueName(reading: Reading, from: number, to: number): Candidate | null {
  const words = reading.words.slice(from, to);
  const [first, second] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined || words.length > 4) return null;
  if (isOrdinary(reading, first) || !isOrdinary(reading, last) || THING.test(last.folded)) return null;
  if (isShouted(last)) return null;
  if (words.some((word) => /^(of|for|the|and)$/.test(word.text) || /\d/.test(word.text) || isDemonym(reading, word)))
    return null;
  if (last === second && reading.dictionary.isProper(last.text) && reading.words[from - 1]?.folded !== 'the')
    return person(from, to, 'two-capitalised-words');
  return organization(from, to, 'opaque-name');
}

/** What laws, prizes, matches, days and works are called. */
const THING =
  /^(acts?|amendment|prizes?|awards?|trophy|cup|medals?|plan|initiative|treaty|accords?|agreement|protocol|pact|deal|bill|law|rules?|code|war|wars|battle|day|days|week|month|year|night|festival|fair|games|series|show|edition|tour|open|championships?|marathon|race|derby|prix|final|summit|constitution|declaration|doctrine|theory|effect|syndrome|disease|virus|fever|test|scale|index|style|language|hypothesis|method|model|system|project|program|programme|scheme|operation|report|review|papers|files|case|affair|scandal|crisis|massacre|attacks?|bombing|shooting|disaster|hurricane|storm|earthquake|uprising|revolution|rebellion|movement|era|age|period|republicans?|democrats?|time|line|train|express|class|dog|cat|bear|music|album|song|book|novel|bible|film|movie|picture|question|way|dream|style|street|palm|tax|taxes|crash|trial|pollster)$/;

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
