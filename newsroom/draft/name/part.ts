/** Parts: a surname, a given name, initials or "the Ministry" that stand for a whole name of the text. */
import { type Candidate, organization, person } from './candidate.ts';
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

/** Adds the candidate to the thing that it stands for, or as a new thing if the words beside it give its type. */
export function addPart(gathering: Gathering, candidate: Candidate): void {
  const whole = wholeOf(gathering, candidate);
  if (whole !== null) addMention(gathering, whole, candidate);
  else if (candidate.type !== 'Unknown') addWhole(gathering, candidate);
  else addGuess(gathering, candidate);
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
  gathering.byName.set(`Organization =${candidate.key}`, whole);
  addName(gathering, whole, [candidate.key]);
  return whole;
}

/** The body with the same word as its name, or the last one named in full that "the Church" stands for. */
function bodyNamed({ reading, byName, byPart, entities }: Gathering, word: string, at: number): Entity | null {
  const same = byName.get(`Organization ${word}`) ?? byName.get(`Place ${word}`);
  if (same !== undefined) return same;
  if (reading.words[at - 1]?.folded !== 'the') return null;
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

function addGuess(gathering: Gathering, candidate: Candidate): void {
  const { reading } = gathering;
  if (candidate.to - candidate.from > 1 || isOrdinary(reading, reading.words[candidate.from])) return;
  const guess = decideByContext(reading, candidate) ?? ownerOfPerson(gathering, candidate);
  const rule = guess === null ? personRule(reading, candidate.from) : null;
  if (guess !== null) addWhole(gathering, guess);
  if (rule !== null) addWhole(gathering, person(candidate.from, candidate.to, rule));
}

/** "Demosisto's Nathan Law": a name that owns a person is a body. */
function ownerOfPerson({ reading, byStart }: Gathering, { from, to }: Candidate): Candidate | null {
  if (!/^[’']s$/.test(reading.words[to]?.text ?? '')) return null;
  const isFull = isNext(reading, to + 2) && reading.words[to + 2]?.isCapital === true;
  return byStart.get(to + 1)?.type === 'Person' && isFull ? organization(from, to, 'owner-of-person') : null;
}

function personRule(reading: Reading, at: number): string | null {
  if (isGivenAlone(reading, at)) return 'given-name-alone';
  const before = reading.words[at - 1];
  const isBeside = isNext(reading, at) && isRole(before) && before?.isCapital === false;
  const next = reading.words[at + 1];
  return isBeside && (next === undefined || next.isMark || isSaying(next)) ? 'role-before-name' : null;
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
