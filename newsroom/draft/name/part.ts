/** Parts: a surname, a given name, initials or "the Ministry" that stand for a whole name of the text. */
import { type Candidate, organization, person, place } from './candidate.ts';
import { decideByContext } from './context.ts';
import {
  addMention,
  addName,
  addWhole,
  type Entity,
  foldedWords,
  type Gathering,
  nearest,
  personNamed,
} from './entity.ts';
import { isGivenName, isNext, isOrdinary, isRole, isSaying, listedAt, placesOf, type Reading } from './reading.ts';
import { CLUB } from './team.ts';

/** Adds the candidate to the thing that it stands for, or as a new thing if the words beside it give its type; otherwise false. */
export function addPart(gathering: Gathering, candidate: Candidate): boolean {
  if (addToWhole(gathering, candidate)) return true;
  if (candidate.type === 'Unknown') return addGuess(gathering, candidate);
  addWhole(gathering, candidate);
  return true;
}

/** Adds the candidate to the thing that it stands for, if the text has one. */
export function addToWhole(gathering: Gathering, candidate: Candidate): boolean {
  const whole = wholeOf(gathering, candidate);
  if (whole !== null) addMention(gathering, whole, candidate);
  return whole !== null;
}

function wholeOf(gathering: Gathering, candidate: Candidate): Entity | null {
  if (candidate.type === 'Organization') return introducedBefore(gathering, candidate);
  const word = foldedWords(gathering.reading, candidate).join(' ');
  if (!isPlaced(gathering.reading, candidate)) {
    const owner = personNamed(gathering, word, candidate);
    if (owner !== null) return owner;
  }
  return candidate.type === 'Unknown' ? bodyNamed(gathering, word, candidate.from) : null;
}

/** Whether the words before exclude a person: "in Jordan" is not Michael Jordan, and "the Church" not Charlotte Church. */
function isPlaced({ words }: Reading, { type, rule, from }: Candidate): boolean {
  const before = words[from - 1]?.folded ?? '';
  if (before === 'the') return true;
  return type === 'Place' && (rule === 'country' || /^(in|at|from|near|to|of|across|outside|around)$/.test(before));
}

/** "Prosecutor General's Office (PGO)": the initials stand for the name before the parenthesis. */
function introducedBefore(gathering: Gathering, candidate: Candidate): Entity | null {
  if (candidate.rule !== 'acronym' || gathering.reading.words[candidate.from - 1]?.text !== '(') return null;
  const whole = gathering.byEnd.get(candidate.from - 1);
  if (whole === undefined || candidate.key === null || !/^(Organization|Place)$/.test(whole.type)) return null;
  // "Ohio (CNW)": an agency, and no name of the place.
  if (whole.type === 'Place' && !whole.names.some((name) => name[0]?.[0] === candidate.key?.[0])) return null;
  gathering.byName.set(`Organization =${candidate.key}`, whole);
  addName(gathering, whole, [candidate.key]);
  return whole;
}

/** The body with the same word as its name, or the last one named in full that "the Church" stands for. */
function bodyNamed({ reading, byName, byPart, entities }: Gathering, word: string, at: number): Entity | null {
  const same = byName.get(`Organization ${word}`) ?? byName.get(`Place ${word}`);
  if (same !== undefined) return same;
  if (reading.words[at - 1]?.folded !== 'the' && !CLUB.test(word)) return null;
  const part = nearest(byPart.get(word) ?? [], at);
  if (part !== null) return part;
  const bodies = entities
    .slice(0, MOST)
    .filter(
      ({ type, names }) =>
        type === 'Organization' && names.some((name) => name.length > 1 && (name[0] === word || name.at(-1) === word)),
    );
  return nearest(bodies, at);
}

/** More bodies than any article has. */
const MOST = 200;

function addGuess(gathering: Gathering, candidate: Candidate): boolean {
  const { reading } = gathering;
  const { from, to } = candidate;
  if (to - from > 1) return false;
  const rule = personRule(reading, from);
  if (isOrdinary(reading, reading.words[from]) && rule !== 'role-before-name') return false;
  const guess =
    decideByContext(reading, candidate) ??
    ownerOfPerson(gathering, candidate) ??
    seatOfBody(gathering, candidate) ??
    (rule === null ? null : person(from, to, rule));
  if (guess !== null) addWhole(gathering, guess);
  return guess !== null;
}

/** "Demosisto's Nathan Law": a name that owns a person is a body. */
function ownerOfPerson({ reading, byStart }: Gathering, { from, to }: Candidate): Candidate | null {
  if (!/^[’']s$/.test(reading.words[to]?.text ?? '')) return null;
  const isFull = isNext(reading, to + 2) && reading.words[to + 2]?.isCapital === true;
  return byStart.get(to + 1)?.type === 'Person' && isFull ? organization(from, to, 'owner-of-person') : null;
}

/** "Larkford" beside "Larkford Police Department": the place of a body. */
function seatOfBody(gathering: Gathering, { from, to }: Candidate): Candidate | null {
  const { reading, entities } = gathering;
  const [word] = foldedWords(gathering.reading, { from, to });
  const isSeat = entities
    .slice(0, MOST)
    .some(({ type, names }) => type !== 'Person' && names.some((name) => name[0] === word && SEAT.test(name[1] ?? '')));
  return isSeat && isNext(reading, from) ? place(from, to, 'seat-of-organization', 'OTHER') : null;
}

const SEAT = /^(police|council|county|fire|borough|municipal|parish|sheriff|district)$/;

function personRule(reading: Reading, at: number): string | null {
  if (isGivenAlone(reading, at)) return 'given-name-alone';
  const { words } = reading;
  const before = words[at - 1];
  const isBeside = isNext(reading, at) && isRole(before) && before?.isCapital === false;
  const next = reading.words[at + 1];
  return isBeside && (isGivenName(reading, words[at]) || next === undefined || next.isMark || isSaying(next))
    ? 'role-before-name'
    : null;
}

/** "Gloria": whether the text has the given name repeatedly by itself. */
function isGivenAlone(reading: Reading, at: number): boolean {
  const { words } = reading;
  if (!isGivenName(reading, words[at]) || listedAt(reading, at) !== null) return false;
  const places = placesOf(reading, words[at]);
  if (places.some((place) => isInName(reading, place))) return false;
  return places.filter((place) => words[place]?.isInitial === false).length > 1;
}

/** Whether it is somewhere a place or the first word of a longer name: "Irving, Texas", "Irving Police Department". */
function isInName(reading: Reading, at: number): boolean {
  const { words } = reading;
  if (/^(in|near|the)$/.test(words[at - 1]?.folded ?? '')) return true;
  if (words[at + 1]?.text === ',' && listedAt(reading, at + 2) !== null) return true;
  return isNext(reading, at + 1) && words[at + 1]?.isCapital === true;
}
