/** Candidates: guesses at what a run names, from its words. */
import type { PlaceKind } from '../../../data/compile/index.ts';
import type { Stretch } from './reading.ts';

export interface Candidate extends Stretch {
  /** `Unknown` until the rest of the text decides. */
  readonly type: 'Person' | 'Organization' | 'Place' | 'Unknown';
  readonly rule: string;
  readonly placeKind: PlaceKind | null;
  /** A key shared with other names of the same thing; null if the words themselves are the key. */
  readonly key: string | null;
  /** The words of a title in the same run. */
  readonly title: Stretch | null;
}

export function person(from: number, to: number, rule: string, title: Stretch | null = null): Candidate {
  return { type: 'Person', from, to, rule, placeKind: null, key: null, title };
}

export function organization(from: number, to: number, rule: string, key: string | null = null): Candidate {
  return { type: 'Organization', from, to, rule, placeKind: null, key, title: null };
}

export function place(
  from: number,
  to: number,
  rule: string,
  placeKind: PlaceKind,
  key: string | null = null,
): Candidate {
  return { type: 'Place', from, to, rule, placeKind, key, title: null };
}

export function unknown(from: number, to: number): Candidate {
  return { type: 'Unknown', from, to, rule: 'capitalised', placeKind: null, key: null, title: null };
}
