/** Candidates: what the words of a run say that it names. */
import type { PlaceKind } from '../../../data/compile/index.ts';
import type { Stretch } from './reading.ts';

export interface Candidate extends Stretch {
  /** `Unknown` waits for what the rest of the text says. */
  readonly type: 'Person' | 'Organization' | 'Place' | 'Unknown';
  readonly rule: string;
  readonly placeKind: PlaceKind | null;
  /** What other names of the same have too; null where the words themselves are the key. */
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
