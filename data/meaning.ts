/** What each value of the closed sets of `model.ts` means: to the editor who chooses one, and to whoever asks for it. */
import type {
  Certainty,
  DatePart,
  EventKind,
  FigureKind,
  KinshipKind,
  ParticipantRole,
  PlaceKind,
  Polarity,
  StatementKind,
  Voice,
} from './model.ts';

/** The meaning of each value of a closed set. */
export type Meanings<Value extends string> = { readonly [V in Value]: string };

export const VOICE_MEANINGS: Meanings<Voice> = {
  ARTICLE: 'The article says it itself.',
  SPEAKER: 'The sentence gives it to somebody; `attributedTo` is the statement.',
  CARRIED_OVER:
    'It follows an attributed sentence without a new cue, so that it may be read either way; `attributedTo` is the statement it seems to continue. Dateline does not settle that.',
};

export const CERTAINTY_MEANINGS: Meanings<Certainty> = {
  CERTAIN: 'Said to be certain.',
  PROBABLE: 'Said to be likely.',
  POSSIBLE: 'Said to be possible, suspected or alleged.',
  UNSPECIFIED: 'Nothing is said of how sure it is.',
};

export const POLARITY_MEANINGS: Meanings<Polarity> = {
  AFFIRMED: 'Said to be so.',
  DENIED: 'Said not to be so.',
  UNSPECIFIED: 'Neither, as where somebody refuses to comment.',
};

export const STATEMENT_KIND_MEANINGS: Meanings<StatementKind> = {
  DIRECT_QUOTE: 'Word for word, in quotation marks.',
  MIXED_QUOTE: "In the article's words, with some of the speaker's in quotation marks.",
  INDIRECT: 'In the article\'s words: "he emphasised that …".',
  ANNOUNCEMENT: 'A decision or plan made public.',
  FINDING: 'The result of an examination or inquiry.',
  DENIAL:
    'That something is not so. Where the article tells it in its own words ("denied that …"), `proposition` is what is denied and `polarity` is `DENIED`; `text` has the denying words too.',
  NO_COMMENT: 'A refusal to say anything, or silence when asked.',
};

export const EVENT_KIND_MEANINGS: Meanings<EventKind> = {
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

export const PARTICIPANT_ROLE_MEANINGS: Meanings<ParticipantRole> = {
  ACTOR: 'Carried it out.',
  PARTICIPANT: 'Took part in it, as one among others: a speaker in a conversation, a guest.',
  ORGANIZER: 'Ordered, planned or held it.',
  VICTIM: 'Was hurt, killed or wronged by it.',
  DETAINEE: 'Was held by it.',
  SUSPECT: 'Is suspected of it.',
  AFFECTED: 'Was touched by it in another way.',
  WITNESS: 'Saw it.',
};

export const FIGURE_KIND_MEANINGS: Meanings<FigureKind> = {
  DEATHS: 'People killed.',
  INJURIES: 'People hurt.',
  DETENTIONS: 'People held.',
  PARTICIPANTS: 'People taking part.',
  MISSING: 'People missing.',
  OTHER: 'Something else; see the words.',
};

export const KINSHIP_KIND_MEANINGS: Meanings<KinshipKind> = {
  PARENT: 'The relative is a parent of the person.',
  CHILD: 'The relative is a child of the person.',
  SIBLING: 'The relative is a brother or sister of the person.',
  SPOUSE: 'The relative is the husband or wife of the person.',
  OTHER: 'Another kinship; see the words.',
};

export const PLACE_KIND_MEANINGS: Meanings<PlaceKind> = {
  COUNTRY: 'A country.',
  REGION: 'A part of a country: a state, a province, a coast.',
  CITY: 'A city, town or village.',
  DISTRICT: 'A part of a city.',
  BUILDING: 'A building or a part of one.',
  SITE: 'A place out of doors: a square, a road, a park.',
  VEHICLE: 'Inside a vehicle.',
  OTHER: 'Another kind of place.',
};

export const DATE_PART_MEANINGS: Meanings<DatePart> = {
  YEAR: 'Which year it was.',
  MONTH: 'Which month of the year.',
  DAY: 'Which day of the month.',
};
