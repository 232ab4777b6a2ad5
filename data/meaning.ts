/** The meaning of each value of the closed sets of `model.ts`, for editors and for clients of the graph. */
import type {
  Certainty,
  DatePart,
  EntityType,
  EventKind,
  FigureKind,
  KinshipKind,
  ParticipantRole,
  PlaceKind,
  Polarity,
  Retirement,
  SourceBasis,
  StatementKind,
  StatementRelationKind,
  Tenure,
  Voice,
} from './model.ts';

/** The meaning of each value of a closed set. */
export type Meanings<Value extends string> = { readonly [V in Value]: string };

export const VOICE_MEANINGS: Meanings<Voice> = {
  ARTICLE: 'The article says it itself.',
  SPEAKER: 'The sentence attributes it to somebody; `attributedTo` is the statement.',
  CARRIED_OVER:
    'It follows an attributed sentence without a new cue, so it may be read either way; `attributedTo` is the statement that it seems to continue. Dateline does not decide.',
};

export const CERTAINTY_MEANINGS: Meanings<Certainty> = {
  CERTAIN: 'It is said to be certain.',
  PROBABLE: 'It is said to be likely.',
  POSSIBLE: 'It is said to be possible, suspected or alleged.',
  UNSPECIFIED: 'Nothing is said about how sure it is.',
};

export const POLARITY_MEANINGS: Meanings<Polarity> = {
  AFFIRMED: 'It is said to be so.',
  DENIED: 'It is said not to be so.',
  UNSPECIFIED: 'Neither: somebody refuses to comment, for example.',
};

export const STATEMENT_KIND_MEANINGS: Meanings<StatementKind> = {
  DIRECT_QUOTE: 'Word for word, in quotation marks.',
  MIXED_QUOTE: "In the article's words, with some of the speaker's in quotation marks.",
  INDIRECT: 'In the article\'s words: "he emphasised that …".',
  ANNOUNCEMENT: 'A decision or plan made public.',
  FINDING: 'The result of an examination or inquiry.',
  DENIAL:
    'Somebody says that something is not so. If the article tells it in its own words ("denied that …"), `proposition` is what is denied, `polarity` is `DENIED`, and `text` has the denying words too.',
  NO_COMMENT: 'A refusal to say anything, or silence when asked.',
};

export const STATEMENT_RELATION_KIND_MEANINGS: Meanings<StatementRelationKind> = {
  DENIES: 'It says that what the other one says is not so.',
  REPEATS: 'It says the same again.',
  CORRECTS: 'It replaces something in the other one that was wrong: a figure, a name, a date.',
  RETRACTS: 'It takes the other one back, with nothing in its place.',
  ANSWERS: 'It replies to the other one: to a question, a demand or a reproach.',
};

export const EVENT_KIND_MEANINGS: Meanings<EventKind> = {
  ACCIDENT: 'An accident.',
  CANCELLATION: 'Something planned is called off.',
  CONVERSATION: 'People talk, by telephone or otherwise.',
  CRIME: 'A crime, or something investigated as one.',
  CULTURAL: 'A concert, a festival, an exhibition.',
  DEATH: 'Somebody dies.',
  DECISION: 'Somebody with the power to do so decides something.',
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
  ACTOR: 'They carried it out.',
  PARTICIPANT: 'They took part as one among others: a speaker in a conversation, a guest.',
  ORGANIZER: 'They ordered, planned or held it.',
  VICTIM: 'They were hurt, killed or wronged by it.',
  DETAINEE: 'They were held in it.',
  SUSPECT: 'They are suspected of it.',
  AFFECTED: 'It affected them in another way.',
  WITNESS: 'They saw it.',
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

export const TENURE_MEANINGS: Meanings<Tenure> = {
  FORMER: 'It had ended when the article was published, or may have.',
  CURRENT: 'It was held when the article was published.',
  FUTURE: 'It was to begin after the article was published.',
};

export const PLACE_KIND_MEANINGS: Meanings<PlaceKind> = {
  COUNTRY: 'A country.',
  REGION: 'A part of a country: a state, a province, a coast.',
  CITY: 'A city, town or village.',
  DISTRICT: 'A part of a city.',
  BUILDING: 'A building or a part of one.',
  SITE: 'An outdoor place: a square, a road, a park.',
  VEHICLE: 'Inside a vehicle.',
  OTHER: 'Another kind of place.',
};

export const SOURCE_BASIS_MEANINGS: Meanings<SourceBasis> = {
  OWN: 'The source published it.',
  CREDITED: 'The text of the article credits the source, an agency.',
  ECHO: 'The passage, or the statement that it is attributed to, has the same words, or nearly, as an article of this source that was published before.',
};

export const DATE_PART_MEANINGS: Meanings<DatePart> = {
  YEAR: 'Which year it was.',
  MONTH: 'Which month of the year.',
  DAY: 'Which day of the month.',
};

export const ENTITY_TYPE_MEANINGS: Meanings<EntityType> = {
  Article: 'An article.',
  Event: 'Something that is reported to have happened.',
  Statement: 'Something that somebody is reported to have said.',
  Person: 'A person.',
  Organization: 'An organization.',
  Group: 'People whom the articles leave unnamed.',
  Place: 'A place.',
};

export const RETIREMENT_MEANINGS: Meanings<Retirement> = {
  RENAMED: 'The thing has another slug now: `replacedBy`.',
  MERGED: 'It turned out to be the same as another thing, which stays: `replacedBy`.',
  SPLIT: 'It turned out to be several things: `splitInto`.',
  REMOVED: 'It is gone, and nothing has taken its place.',
  WITHDRAWN: 'An article was withdrawn. It is this article, or a thing that no other article tells of.',
};
