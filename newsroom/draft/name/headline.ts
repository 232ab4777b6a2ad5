/** Headlines with a capital on every word: only words named in the rest of the text, or in the gazetteer, are names. */
import { type Candidate, person, place } from './candidate.ts';
import type { Entity, Gathering } from './entity.ts';
import type { KnownMatch } from './known.ts';
import { surnameOf } from './person-name.ts';
import { indexPhrases, type Phrase, phraseAt } from './phrase.ts';
import { isShouted, listedAt, type Reading } from './reading.ts';

/** The names in such headlines. */
export function readHeadlines({ reading, entities }: Gathering, known: readonly KnownMatch[]): Candidate[] {
  if (!reading.words.some(({ isTitled }) => isTitled)) return [];
  const index = indexPhrases(entities.flatMap((entity) => [...phrasesOf(reading, entity)]));
  const taken = new Set(
    known.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset)),
  );
  const found: Candidate[] = [];
  for (let at = 0; at < reading.words.length; at++) {
    if (reading.words[at]?.isTitled !== true || taken.has(at)) continue;
    const candidate = candidateAt(reading, index, at);
    if (candidate === null) continue;
    found.push(candidate);
    at = candidate.to - 1;
  }
  return found;
}

function candidateAt(reading: Reading, index: ReturnType<typeof indexPhrases<Entity>>, at: number): Candidate | null {
  const match = phraseAt(index, reading.words, at);
  const listed = listedAt(reading, at);
  if (match !== null && match.to >= (listed?.to ?? 0)) {
    const { type, rule, key } = match.value;
    if (type === 'Person') return person(at, match.to, rule);
    return { ...place(at, match.to, rule, 'OTHER', key), type: type === 'Place' ? 'Place' : 'Organization' };
  }
  if (listed?.value.type !== 'Place') return null;
  return place(at, listed.to, listed.value.rule, listed.value.placeKind ?? 'OTHER', listed.value.key);
}

/** The words of every mention, and for a person also the surname alone. */
function* phrasesOf(reading: Reading, entity: Entity): Generator<Phrase<Entity>> {
  const seen = new Set<string>();
  for (const { from, to } of entity.mentions) {
    const words = reading.words.slice(from, to);
    const name = words.map(({ text }) => text).join(' ');
    if (seen.has(name)) continue;
    seen.add(name);
    yield { name, value: entity };
    const surname = words.at(-1);
    if (entity.type !== 'Person' || surname === undefined || isShouted(surname)) continue;
    if (surnameOf(words.map(({ folded }) => folded)) === surname.folded) yield { name: surname.text, value: entity };
  }
}
