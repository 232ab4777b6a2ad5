/** Suggestions: names that begin with the typed text, those of the most mentioned things first. */

import { words } from '../fold.ts';
import type { Entities, NamedType } from '../model.ts';
import type { Suggestion, SuggestionQuery } from '../query.ts';
import { MAX_WORDS } from '../search-text.ts';
import { byPlace, presentPieces, type Question } from '../source.ts';
import type { Scope } from './evaluate.ts';
import { mostMentioned, type Names, namesName, readNames } from './names.ts';

/** Without a word, or with more words than any name has, there is nothing to suggest. */
export function* suggestNames({ text, types, limit }: SuggestionQuery, scope: Scope): Question<readonly Suggestion[]> {
  const typed = words(text).map(({ folded }) => folded);
  if (typed.length === 0 || typed.length > MAX_WORDS || limit === 0) return [];
  const pieces = yield* presentPieces(types.map(namesName));
  const found = types.flatMap((type, index) => {
    const names = readNames(pieces[index] as Uint8Array);
    return mostMentioned(names, typed, limit, scope.meter).map((name) => toFound(type, names, name));
  });
  // The sort is stable: equals stay in the order of types, and then of names.
  const best = found.sort((a, b) => b.mentionCount - a.mentionCount).slice(0, limit);
  const entities = yield* byPlace(best);
  return entities.map((entity, index) => ({ entity, name: nameAt(entity, best[index]?.place ?? 0) }));
}

interface FoundName {
  readonly type: NamedType;
  readonly number: number;
  readonly mentionCount: number;
  /** 0 for the name of the thing, then its other names. */
  readonly place: number;
}

function toFound(type: NamedType, { owners, mentionCounts }: Names, name: number): FoundName {
  let place = 0;
  while (place < name && owners[name - place - 1] === owners[name]) place++;
  return { type, number: owners[name] ?? 0, mentionCount: mentionCounts[name] ?? 0, place };
}

function nameAt({ name, otherNames }: Entities[NamedType], place: number): string {
  return place === 0 ? name : (otherNames[place - 1] ?? name);
}
