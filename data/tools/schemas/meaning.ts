/** What each value of the closed sets of `data/model.ts` means, for the editor who chooses one. */
import {
  CERTAINTIES,
  type Certainty,
  DATE_PARTS,
  type DatePart,
  EVENT_KINDS,
  type EventKind,
  FIGURE_KINDS,
  type FigureKind,
  KINSHIP_KINDS,
  type KinshipKind,
  PARTICIPANT_ROLES,
  type ParticipantRole,
  PLACE_KINDS,
  type PlaceKind,
  POLARITIES,
  type Polarity,
  STATEMENT_KINDS,
  type StatementKind,
  VOICES,
  type Voice,
} from '../../model.ts';

/** A closed set: its name, as the graph has it, its values and the meaning of each. */
export interface ClosedSet {
  readonly name: string;
  readonly values: readonly string[];
  readonly meanings: { readonly [value: string]: string };
}

/** The meanings of these values, of whichever set they are; null where they are of none. */
export function meaningsOf(values: readonly unknown[]): string[] | null {
  const set = CLOSED_SETS.find((one) => values.every((value) => one.values.includes(String(value))));
  return set === undefined ? null : values.map((value) => set.meanings[String(value)] ?? '');
}

const voice: { readonly [V in Voice]: string } = {
  ARTICLE: 'The article says it itself.',
  SPEAKER: 'The sentence gives it to somebody; `attributedTo` is the statement.',
  CARRIED_OVER:
    'It follows an attributed sentence without a new cue, so that it may be read either way; `attributedTo` is the statement it seems to continue. Dateline does not settle that.',
};

const certainty: { readonly [V in Certainty]: string } = {
  CERTAIN: 'Said to be certain.',
  PROBABLE: 'Said to be likely.',
  POSSIBLE: 'Said to be possible, suspected or alleged.',
  UNSPECIFIED: 'Nothing is said of how sure it is.',
};

const polarity: { readonly [V in Polarity]: string } = {
  AFFIRMED: 'Said to be so.',
  DENIED: 'Said not to be so.',
};

const statementKind: { readonly [V in StatementKind]: string } = {
  DIRECT_QUOTE: 'Word for word, in quotation marks.',
  MIXED_QUOTE: "In the article's words, with some of the speaker's in quotation marks.",
  INDIRECT: 'In the article\'s words: "he emphasised that …".',
  ANNOUNCEMENT: 'A decision or plan made public.',
  FINDING: 'The result of an examination or inquiry.',
  DENIAL:
    'That something is not so. Where the article tells it in its own words ("denied that …"), quote what is denied as `content` and the denying words as `cue`.',
  NO_COMMENT: 'A refusal to say anything, or silence when asked.',
};

const eventKind: { readonly [V in EventKind]: string } = {
  ACCIDENT: 'An accident.',
  CANCELLATION: 'Something planned is called off.',
  CONVERSATION: 'People talk, by telephone or otherwise.',
  CRIME: 'A crime, or what is investigated as one.',
  CULTURAL: 'A concert, a festival, an exhibition.',
  DEATH: 'Somebody dies.',
  DECISION: 'Somebody with the power to decides something.',
  DETENTION: 'Somebody is arrested or held.',
  DISASTER: 'A flood, an earthquake, a storm.',
  ELECTION: 'A vote.',
  EXAMINATION: 'An investigation, inspection or medical examination.',
  FIRE: 'A fire.',
  INTERVIEW: 'Somebody answers or addresses journalists.',
  MEETING: 'People meet.',
  OPERATION: 'An operation of police, security or armed forces.',
  PROTEST: 'A demonstration or strike.',
  TRANSPORT: 'Somebody or something is brought to a place.',
  VIOLENCE: 'Force is used against people.',
  OTHER: 'Another kind of event.',
};

const participantRole: { readonly [V in ParticipantRole]: string } = {
  ACTOR: 'Carried it out.',
  PARTICIPANT: 'Took part in it, as one among others: a speaker in a conversation, a guest.',
  ORGANIZER: 'Ordered, planned or held it.',
  VICTIM: 'Was hurt, killed or wronged by it.',
  DETAINEE: 'Was held by it.',
  SUSPECT: 'Is suspected of it.',
  AFFECTED: 'Was touched by it in another way.',
  WITNESS: 'Saw it.',
};

const figureKind: { readonly [V in FigureKind]: string } = {
  DEATHS: 'People killed.',
  INJURIES: 'People hurt.',
  DETENTIONS: 'People held.',
  PARTICIPANTS: 'People taking part.',
  MISSING: 'People missing.',
  OTHER: 'Something else; see the words.',
};

const kinshipKind: { readonly [V in KinshipKind]: string } = {
  PARENT: 'The relative is a parent of the person.',
  CHILD: 'The relative is a child of the person.',
  SIBLING: 'The relative is a brother or sister of the person.',
  SPOUSE: 'The relative is the husband or wife of the person.',
  OTHER: 'Another kinship; see the words.',
};

const placeKind: { readonly [V in PlaceKind]: string } = {
  COUNTRY: 'A country.',
  REGION: 'A part of a country: a state, a province, a coast.',
  CITY: 'A city, town or village.',
  DISTRICT: 'A part of a city.',
  BUILDING: 'A building or a part of one.',
  SITE: 'A place out of doors: a square, a road, a park.',
  VEHICLE: 'Inside a vehicle.',
  OTHER: 'Another kind of place.',
};

const datePart: { readonly [V in DatePart]: string } = {
  YEAR: 'Which year it was.',
  MONTH: 'Which month of the year.',
  DAY: 'Which day of the month.',
};

export const CLOSED_SETS: readonly ClosedSet[] = [
  { name: 'Voice', values: VOICES, meanings: voice },
  { name: 'Certainty', values: CERTAINTIES, meanings: certainty },
  { name: 'Polarity', values: POLARITIES, meanings: polarity },
  { name: 'StatementKind', values: STATEMENT_KINDS, meanings: statementKind },
  { name: 'EventKind', values: EVENT_KINDS, meanings: eventKind },
  { name: 'ParticipantRole', values: PARTICIPANT_ROLES, meanings: participantRole },
  { name: 'FigureKind', values: FIGURE_KINDS, meanings: figureKind },
  { name: 'KinshipKind', values: KINSHIP_KINDS, meanings: kinshipKind },
  { name: 'PlaceKind', values: PLACE_KINDS, meanings: placeKind },
  { name: 'DatePart', values: DATE_PARTS, meanings: datePart },
];
