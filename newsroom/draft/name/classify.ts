/** Classes: whether a run of capitalised words names a person, an organization or a place. */
import { isAcronym } from './acronym.ts';
import { type Candidate, organization, person, place, unknown } from './candidate.ts';
import {
  KNOWN_ACRONYM_HEADS,
  ORGANIZATION_HEADS,
  PLACE_HEADS,
  PLACE_PREFIXES,
  SURNAME_HEADS,
} from './organization-word.ts';
import { GENERATION, HONOUR } from './person-name.ts';
import {
  isCourtesy,
  isDemonym,
  isGivenName,
  isInitialLetter,
  isNameWord,
  isOrdinary,
  isRole,
  isShouted,
  listedAt,
  type Reading,
} from './reading.ts';
import { FAMILY_NAMES } from './stop-word.ts';
import { CLUB } from './team.ts';
import { findTitled } from './titled-name.ts';

/** The things that the run names, including those inside it: "University of Texas" contains a place. */
export function classify(reading: Reading, from: number, to: number): Candidate[] {
  const start = skipStopWords(reading, from, to);
  if (start >= to) return [];
  // "Orla Quellin SC"
  if (to - start > 2 && HONOUR.test(reading.words[to - 1]?.folded ?? '')) return classify(reading, start, to - 1);
  const listed = listedAt(reading, start);
  if (listed?.to === to) return [fromListed(listed.from, to, listed.value)];
  return (
    directed(reading, start, to) ??
    titled(reading, start, to) ??
    headed(reading, start, to) ??
    namedPerson(reading, start, to) ??
    startsListed(reading, start, to) ??
    withoutDemonym(reading, start, to) ??
    rest(reading, start, to)
  );
}

function fromListed(
  from: number,
  to: number,
  value: { type: 'Place' | 'Organization'; rule: string; placeKind: Candidate['placeKind']; key: string },
): Candidate {
  return value.type === 'Place'
    ? place(from, to, value.rule, value.placeKind ?? 'OTHER', value.key)
    : organization(from, to, value.rule, value.key);
}

/** "Southern Indiana" */
function directed(reading: Reading, from: number, to: number): Candidate[] | null {
  const listed = isDirection(reading.words[from]?.text ?? '') ? listedAt(reading, from + 1) : null;
  return listed?.to === to && listed.value.type === 'Place' ? [place(from, to, 'region', 'REGION')] : null;
}

function skipStopWords(reading: Reading, from: number, to: number): number {
  let start = from;
  while (start < to && !isNameWord(reading.words[start]) && listedAt(reading, start) === null) start++;
  return start;
}

/** A person after a title; for a title alone, only the things that it names. */
function titled(reading: Reading, from: number, to: number): Candidate[] | null {
  const found = findTitled(reading, from, to);
  if (found === null) return null;
  const inner = found.parts.flatMap((part) => classify(reading, part.from, part.to));
  if (found.name === null) return inner;
  const { name, title, isCertain } = found;
  return [
    ...inner.filter(({ type }) => type !== 'Person' && type !== 'Unknown'),
    person(name.from, name.to, isCertain ? 'title-before-name' : 'role-before-name', title),
  ];
}

/** "Ministry of Culture", "Irving Police Department", "Castlefrank Road". */
function headed(reading: Reading, from: number, to: number): Candidate[] | null {
  const end = headEnd(reading, from, to);
  const head = reading.words[end - 1];
  if (head === undefined) return null;
  const isComplete = end === to;
  const folded = head.folded.replace(/\.$/, '');
  const inner = isComplete
    ? []
    : classify(reading, afterConnector(reading, end), to).filter(
        ({ type }) => type === 'Place' || type === 'Organization',
      );
  if (isSurname(reading, from, to, folded)) return null;
  // "St Quellin's Church" is a building, "the Church of England" is not.
  const isParishChurch = folded === 'church' && /^(St\.?|Saint)$/.test(reading.words[from]?.text ?? '');
  const kind = isParishChurch ? 'BUILDING' : PLACE_HEADS.get(folded);
  const isSchoolDistrict =
    folded === 'district' && reading.words.slice(from, end).some((word) => word.folded === 'school');
  if (
    (ORGANIZATION_HEADS.has(folded) && !isParishChurch) ||
    isSchoolDistrict ||
    (/^(centre|center)$/.test(folded) && !isComplete)
  ) {
    if (end - from === 1 && isComplete && isShouted(head)) return null;
    if (end - from === 1 && isComplete) return isAlone(reading, from) && !CLUB.test(folded) ? [] : [unknown(from, to)];
    return [...within(reading, from, end), organization(from, to, 'organization-word'), ...inner];
  }
  if (isComplete && folded === 'city' && listedAt(reading, from)?.to === to - 1)
    return [organization(from, to, 'organization-word')];
  if (kind !== undefined && (end - from > 1 || !isComplete)) {
    return [...within(reading, from, end), place(from, to, 'place-word', kind), ...inner];
  }
  return null;
}

/** The end of the part of the run with its head: before the first "of", "for" or "at" after a head; otherwise the end. */
function headEnd(reading: Reading, from: number, to: number): number {
  for (let at = from + 1; at < to; at++) {
    const isConnector = /^(of|for|on|to|against|at)$/.test(reading.words[at]?.text ?? '');
    if (isConnector) return at;
  }
  return to;
}

function afterConnector(reading: Reading, at: number): number {
  return reading.words[at + 1]?.text === 'the' ? at + 2 : at + 1;
}

/** Whether the head is the first word of a sentence and so, alone, an ordinary word: "Police said". */
function isAlone(reading: Reading, at: number): boolean {
  return reading.words[at]?.isInitial === true;
}

/** "Jonah Hill", "Charlotte Church" */
function isSurname(reading: Reading, from: number, to: number, head: string): boolean {
  if (to - from > 3 || to - from < 2 || !SURNAME_HEADS.has(head) || reading.words[from - 1]?.folded === 'the')
    return false;
  return isGivenName(reading, reading.words[from]) && listedAt(reading, from) === null;
}

/** The country in a body's name, which counts as named too: "US State Department"; a city does not. */
function within(reading: Reading, from: number, end: number): Candidate[] {
  const listed = listedAt(reading, from);
  if (listed?.value.placeKind !== 'COUNTRY' || listed.to >= end) return [];
  return [fromListed(listed.from, listed.to, listed.value)];
}

/** A person, recognized by a given name, initials or a family name that comes first. */
function namedPerson(reading: Reading, from: number, to: number): Candidate[] | null {
  const words = reading.words.slice(from, to);
  const [first, second] = words;
  const last = words.findLast(({ folded }) => !GENERATION.test(folded));
  if (words.length < 2 || words.length > 6 || first === undefined || second === undefined || last === undefined)
    return null;
  if (words.some((word) => isDemonym(reading, word) && !isGivenName(reading, word)) && !isGivenName(reading, first))
    return null;
  const listed = listedAt(reading, from);
  if (listed !== null && listed.to > from + 1) return null;
  if (isDemonym(reading, first) && isOrdinary(reading, second)) return null;
  const isPlaceFirst = listed !== null && (isOrdinary(reading, second) || reading.words[from - 1]?.folded === 'the');
  if (isGivenName(reading, first) && !isPlaceFirst && !isShouted(last)) {
    if (isGivenOrdinary(reading, from, to)) return null;
    return [person(from, endOfName(reading, from, to), 'given-name')];
  }
  // "U.S." is a country and no initials.
  if (isInitialLetter(first) && listed === null && !isOrdinary(reading, last)) return [person(from, to, 'initials')];
  if (isInitialLetter(second) && words.length === 3 && listedAt(reading, from + 1) === null)
    return [person(from, to, 'initials')];
  if (
    words.length === 2 &&
    FAMILY_NAMES.has(last.folded) &&
    listed === null &&
    !isShouted(first) &&
    !isDemonym(reading, first) &&
    reading.words[from - 1]?.folded !== 'the'
  ) {
    if (!first.isInitial || !isOrdinary(reading, first)) return [person(from, to, 'family-name')];
  }
  if (FAMILY_NAMES.has(first.folded) && listed === null && words.length <= 3 && !isOrdinary(reading, last))
    return [person(from, to, 'family-name-first')];
  return null;
}

/** "Andy Warhol Photographic Legacy Program": the end of the name, without the ordinary words after it. */
function endOfName(reading: Reading, from: number, to: number): number {
  let end = to;
  while (
    end - from > 2 &&
    isOrdinary(reading, reading.words[end - 1]) &&
    !reading.dictionary.isProper(reading.words[end - 1]?.text ?? '')
  )
    end--;
  return end === to - 1 && !isOrdinary(reading, reading.words[from + 1]) ? to : end;
}

/** "Grace Period", "Rose Garden": whether the given name is an ordinary word before another one. */
function isGivenOrdinary(reading: Reading, from: number, to: number): boolean {
  const [first, last] = [reading.words[from], reading.words[to - 1]];
  if (!isOrdinary(reading, first) || !isOrdinary(reading, last) || last === undefined) return false;
  if (reading.words[from - 1]?.folded === 'the') return true;
  return first?.isInitial === true && !reading.dictionary.isProper(first.text) && !reading.confirmed.has(first.folded);
}

/** "London Marathon": only the place, since the rest is not a name that drafts have. */
function startsListed(reading: Reading, from: number, to: number): Candidate[] | null {
  const listed = listedAt(reading, from);
  if (listed === null) return null;
  const first = fromListed(listed.from, listed.to, listed.value);
  const after = classify(reading, listed.to, to);
  return [first, ...after];
}

/** "Russian Vladimir Petrov" */
function withoutDemonym(reading: Reading, from: number, to: number): Candidate[] | null {
  if (!isDemonym(reading, reading.words[from])) return null;
  const after = classify(reading, from + 1, to);
  return after.filter(({ type }) => type !== 'Unknown');
}

function rest(reading: Reading, from: number, to: number): Candidate[] {
  const words = reading.words.slice(from, to);
  const [first] = words;
  if (first === undefined) return [];
  if (words.length === 1) return [...single(reading, from)];
  // The words after a place's or an organization's name may be another name.
  const owned = ofCountry(reading, from, to);
  if (owned !== null) return [owned];
  const surnamed =
    words.length === 2 &&
    !isOrdinary(reading, first) &&
    !isShouted(first) &&
    listedAt(reading, from + 1)?.value.rule === 'city';
  const inside = surnamed ? -1 : words.findIndex((_, index) => index > 0 && listedAt(reading, from + index) !== null);
  if (inside > 0) {
    const before = classify(reading, from, from + inside).filter(({ type }) => type !== 'Unknown');
    return [...before, ...classify(reading, from + inside, to)];
  }
  const prefix = PLACE_PREFIXES.has(first.text.replace(/\.$/, ''));
  if (prefix && words.length <= 3) return [place(from, to, 'place-word', 'SITE')];
  if (/^\p{Lu}$|^\d/u.test(words.at(-1)?.text ?? '')) return [];
  if (
    isShouted(first) &&
    !isOrdinary(reading, first) &&
    words.length === 2 &&
    KNOWN_ACRONYM_HEADS.has(words[1]?.folded ?? '')
  ) {
    return [organization(from, to, 'organization-word')];
  }
  if (isShouted(first)) return [...single(reading, from), ...classify(reading, from + 1, to)];
  return [unknown(from, to)];
}

/** "Environment Canada", "Air France": an ordinary word before a country makes the name of a body. */
function ofCountry(reading: Reading, from: number, to: number): Candidate | null {
  const words = reading.words.slice(from, to);
  const at = words.findIndex((_, index) => index > 0 && listedAt(reading, from + index)?.value.placeKind === 'COUNTRY');
  if (at < 1 || listedAt(reading, from + at)?.value.placeKind !== 'COUNTRY') return null;
  const isOrdinaryBefore = words
    .slice(0, at)
    .every((word) => isOrdinary(reading, word) && !isRole(word) && !isDirection(word.text));
  const first = words[0];
  if (!isOrdinaryBefore || first === undefined || words.some(({ text }) => text === 'of' || text === 'and'))
    return null;
  if (first.isInitial && !reading.confirmed.has(first.folded)) return null;
  return organization(from, to, 'word-before-country');
}

function isDirection(text: string): boolean {
  return /^(North|South|East|West|Northern|Southern|Eastern|Western|Central|Mainland|Greater|Great|Upper|Lower|Modern|Post|Former|Occupied)$/.test(
    text,
  );
}

function* single(reading: Reading, at: number): Generator<Candidate> {
  const word = reading.words[at];
  if (word === undefined || isRole(word) || isCourtesy(word) || isDirection(word.text)) return;
  const letters = word.text.replaceAll('.', '');
  if (/^\p{Lu}[\p{Lu}\d]{1,6}$/u.test(letters)) {
    if (isAcronym(reading, at, letters)) yield organization(at, at + 1, 'acronym', letters.toLowerCase());
    return;
  }
  if (/^\d/.test(word.text)) return;
  yield unknown(at, at + 1);
}
