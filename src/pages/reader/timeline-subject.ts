/** What a timeline is about, besides its time: `?place=SLUG`, `?involves=SLUG`, or everything. */
import type { Slug } from '../../../data/model.ts';
import type { Variables } from '../../api/variables.ts';
import type { Linked } from './answer.ts';
import { givenSlug } from './page-parameters.ts';

/** Null where it does not matter. */
export interface Subject {
  /** Where it happened, or what it is about: this place, or one inside it. */
  readonly place: Slug | null;
  /** Who takes part, speaks, is spoken to or is spoken about. */
  readonly involves: Slug | null;
}

/** A timeline of all events and statements. */
export const EVERYTHING: Subject = { place: null, involves: null };

/** The subject in an address. Throws the public error if a slug is malformed, or there are two of the same sort. */
export function readSubject(parameters: URLSearchParams): Subject {
  return { place: givenSlug(parameters, 'place'), involves: givenSlug(parameters, 'involves') };
}

/** The variables of the operation for a subject; none for everything. */
export function variablesOf({ place, involves }: Subject): Variables {
  return {
    ...(place !== null && { places: [place], place, isAtPlace: true }),
    ...(involves !== null && {
      involves: [involves],
      participant: { agents: [involves] },
      agent: involves,
      isOfAgent: true,
    }),
  };
}

/** What answers the variables of a subject. */
export interface SubjectAnswer {
  readonly place?: Linked | null;
  readonly agent?: Linked | null;
}

/** Who or what the subject is; a slug that names nothing stands for itself. */
export function namesOf({ place, involves }: Subject, answer: SubjectAnswer): readonly (string | Linked)[] {
  const names = [involves && (answer.agent ?? involves), place && (answer.place ?? place)];
  return names.filter((name) => name !== null);
}
