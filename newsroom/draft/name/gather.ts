/** Gathering: the things that a text names, the most certain first: names in the corpus, whole names, then their parts. */
import { type Candidate, person } from './candidate.ts';
import { classify } from './classify.ts';
import { decideByContext } from './context.ts';
import { addKnown, addWhole, type Entity, startGathering } from './entity.ts';
import type { KnownEntity } from './find.ts';
import { readHeadlines } from './headline.ts';
import { findKnown } from './known.ts';
import { settleKnown } from './overlap.ts';
import { addPart, addToWhole } from './part.ts';
import { isGivenName, isOrdinary, listedAt, type Reading } from './reading.ts';
import { recognise } from './recognise.ts';
import { findRuns } from './run.ts';
import { asTeams } from './team.ts';

/** The entities of the text, each with its mentions in order. */
export function gather(reading: Reading, entities: readonly KnownEntity[]): Entity[] {
  const classified = findRuns(reading).flatMap(({ from, to }) => classify(reading, from, to));
  const guesses = asTeams(reading, classified).map((candidate) => withOwner(reading, candidate));
  const { known, candidates } = settleKnown(reading, findKnown(reading, entities), [...guesses]);
  const { again, others: decided } = recognise(reading, decideAll(reading, candidates), entities);
  const gathering = startGathering(reading);
  for (const match of [...known, ...again]) addKnown(gathering, match);
  for (const candidate of decided.filter(isWhole)) addWhole(gathering, candidate);
  const open = decided.filter((one) => !isWhole(one)).filter((part) => !addPart(gathering, part));
  // A place or a body may be named before the words that show what it is: in a headline.
  for (const candidate of open) addToWhole(gathering, candidate);
  for (const candidate of readHeadlines(gathering, known)) addPart(gathering, candidate);
  for (const entity of gathering.entities) sortMentions(entity);
  return gathering.entities.sort((a, b) => firstWord(a) - firstWord(b) || lastWord(b) - lastWord(a));
}

/** "Azerbaijan's Ministry of Culture": a body with a generic name includes its country's name. */
function withOwner(reading: Reading, candidate: Candidate): Candidate {
  const { type, from } = candidate;
  if (type !== 'Organization' || !/^[’']s$/.test(reading.words[from - 1]?.text ?? '')) return candidate;
  if (!isOrdinary(reading, reading.words[from])) return candidate;
  for (let at = from - 4; at < from - 1; at++) {
    const listed = listedAt(reading, at);
    if (listed?.to === from - 1 && listed.value.placeKind === 'COUNTRY') return { ...candidate, from: at };
  }
  return candidate;
}

/** The candidates, with unknown names decided by the words beside them if possible. */
function decideAll(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  const people = candidates.filter(({ type, from, to }) => type === 'Person' && to > from + 1);
  const surnames = new Set(people.map(({ to }) => reading.words[to - 1]?.folded ?? ''));
  return candidates.map((candidate) => {
    if (candidate.type !== 'Unknown' || candidate.to - candidate.from < 2) return candidate;
    return surnameAhead(reading, candidate, surnames) ?? decideByContext(reading, candidate) ?? candidate;
  });
}

/** "Warhol Polaroids": the first word, if it is somebody's surname and not a given name. */
function surnameAhead(reading: Reading, { from, to }: Candidate, surnames: ReadonlySet<string>): Candidate | null {
  const word = reading.words[from];
  if (to - from !== 2 || word === undefined || !surnames.has(word.folded) || isGivenName(reading, word)) return null;
  return person(from, from + 1, 'surname');
}

/** Whether the name is whole; a single word, or initials, may stand for a longer one. */
function isWhole({ type, rule, from, to }: Candidate): boolean {
  if (type === 'Unknown' || rule === 'acronym') return false;
  if (to - from > 1) return true;
  return type !== 'Person' && !/^(city|country|region)$/.test(rule);
}

/** Sorts the mentions in the order of the text; if two overlap, it keeps the first, or the longer. */
function sortMentions({ mentions }: Entity): void {
  mentions.sort((a, b) => a.from - b.from || b.to - a.to);
  let end = -1;
  const kept = mentions.filter((mention) => {
    const isFree = mention.from >= end;
    if (isFree) end = mention.to;
    return isFree;
  });
  mentions.length = 0;
  for (const mention of kept) mentions.push(mention);
}

function firstWord({ mentions }: Entity): number {
  return mentions[0]?.from ?? 0;
}

/** The end of the first mention: of two that begin together, the longer one comes first. */
function lastWord({ mentions }: Entity): number {
  return mentions[0]?.to ?? 0;
}
