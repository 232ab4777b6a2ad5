/** Units: parts of bodies in lower case, "the criminal investigation department of the Ministry of Justice". */
import { type Candidate, organization } from './candidate.ts';
import { isDemonym, isNext, isOrdinary, isStopWord, type Reading } from './reading.ts';

/** The lower-case names of units right beside an organization that the text names. */
export function findUnits(reading: Reading, guesses: readonly Candidate[]): Candidate[] {
  return guesses
    .filter(({ type }) => type === 'Organization')
    .map((body) => unitOf(reading, body) ?? unitAround(reading, body))
    .filter((unit) => unit !== null);
}

const UNIT =
  /^(department|directorate|division|branch|unit|bureau|section|committee|office|wing|squad|inspectorate|service)$/;

/** "criminal investigation department of the regional Ministry of Internal Affairs" */
function unitOf(reading: Reading, body: Candidate): Candidate | null {
  let of = body.from - 1;
  while (of > body.from - 4 && isSmall(reading, of) && reading.words[of]?.text !== 'of') of--;
  if (/^(the|its)$/.test(reading.words[of]?.text ?? '')) of--;
  const head = of - 1;
  if (reading.words[of]?.text !== 'of' || !UNIT.test(reading.words[head]?.text ?? '')) return null;
  let from = head;
  while (from > head - 4 && isNext(reading, from) && isSmall(reading, from - 1)) from--;
  return from < head ? organization(from, body.to, 'unit-of-organization') : null;
}

/** "regional FSB unit" */
function unitAround(reading: Reading, body: Candidate): Candidate | null {
  if (!isNext(reading, body.to) || !UNIT.test(reading.words[body.to]?.text ?? '')) return null;
  const before = reading.words[body.from - 1];
  const isLocal =
    isNext(reading, body.from) && /^(regional|local|provincial|municipal|federal|special)$/.test(before?.text ?? '');
  return isLocal ? organization(body.from - 1, body.to + 1, 'unit-of-organization') : null;
}

function isSmall(reading: Reading, at: number): boolean {
  const word = reading.words[at];
  if (word === undefined || word.isMark || isStopWord(word)) return false;
  return !word.isCapital && !isDemonym(reading, word) && isOrdinary(reading, word);
}
