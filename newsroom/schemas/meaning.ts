/** The closed sets of `data/model.ts`, with the meaning of each value for editors. */
import {
  CERTAINTIES,
  CERTAINTY_MEANINGS,
  DATE_PART_MEANINGS,
  DATE_PARTS,
  ENTITY_TYPE_MEANINGS,
  ENTITY_TYPES,
  EVENT_KIND_MEANINGS,
  EVENT_KINDS,
  FIGURE_KIND_MEANINGS,
  FIGURE_KINDS,
  KINSHIP_KIND_MEANINGS,
  KINSHIP_KINDS,
  type Meanings,
  PARTICIPANT_ROLE_MEANINGS,
  PARTICIPANT_ROLES,
  PLACE_KIND_MEANINGS,
  PLACE_KINDS,
  POLARITIES,
  POLARITY_MEANINGS,
  RETIREMENT_MEANINGS,
  RETIREMENTS,
  STATEMENT_KIND_MEANINGS,
  STATEMENT_KINDS,
  type StatementKind,
  VOICE_MEANINGS,
  VOICES,
} from '../../data/compile/index.ts';

/** A closed set: its name in the graph, its values and their meanings. */
export interface ClosedSet {
  readonly name: string;
  readonly values: readonly string[];
  readonly meanings: { readonly [value: string]: string };
}

/** The meanings of these values, from the set that has them all; null if there is none. */
export function meaningsOf(values: readonly unknown[]): string[] | null {
  const set = CLOSED_SETS.find((one) => values.every((value) => one.values.includes(String(value))));
  return set === undefined ? null : values.map((value) => set.meanings[String(value)] ?? '');
}

// The graph's description says how to show a denial; editors need to know how to write one.
const STATEMENT_KINDS_WRITTEN: Meanings<StatementKind> = {
  ...STATEMENT_KIND_MEANINGS,
  DENIAL:
    'Somebody says that something is not so. If the article uses its own words ("denied that …"), quote the denied words as `content` and the denying ones as `cue`.',
};

export const CLOSED_SETS: readonly ClosedSet[] = [
  { name: 'Voice', values: VOICES, meanings: VOICE_MEANINGS },
  { name: 'Certainty', values: CERTAINTIES, meanings: CERTAINTY_MEANINGS },
  { name: 'Polarity', values: POLARITIES, meanings: POLARITY_MEANINGS },
  { name: 'StatementKind', values: STATEMENT_KINDS, meanings: STATEMENT_KINDS_WRITTEN },
  { name: 'EventKind', values: EVENT_KINDS, meanings: EVENT_KIND_MEANINGS },
  { name: 'ParticipantRole', values: PARTICIPANT_ROLES, meanings: PARTICIPANT_ROLE_MEANINGS },
  { name: 'FigureKind', values: FIGURE_KINDS, meanings: FIGURE_KIND_MEANINGS },
  { name: 'KinshipKind', values: KINSHIP_KINDS, meanings: KINSHIP_KIND_MEANINGS },
  { name: 'PlaceKind', values: PLACE_KINDS, meanings: PLACE_KIND_MEANINGS },
  { name: 'DatePart', values: DATE_PARTS, meanings: DATE_PART_MEANINGS },
  { name: 'Retirement', values: RETIREMENTS, meanings: RETIREMENT_MEANINGS },
  { name: 'EntityType', values: ENTITY_TYPES, meanings: ENTITY_TYPE_MEANINGS },
];
