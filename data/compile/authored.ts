/**
 * The definition of an annotation, field by field: checks and types come from it. The descriptions are for editors.
 */
import { z } from 'zod';
import {
  CERTAINTIES,
  EVENT_KINDS,
  FIGURE_KINDS,
  KINSHIP_KINDS,
  PARTICIPANT_ROLES,
  POLARITIES,
  STATEMENT_KINDS,
  VOICES,
} from '../model.ts';
import { agent, anchor, anchors, date, draft, name, person, slug, words } from './authored-part.ts';

/** The fields of every assertion. */
const asserted = {
  evidence: anchors,
  attributedTo: slug.optional().describe('The statement that says it. Leave it out if the article says it itself.'),
  voice: z
    .enum(VOICES)
    .exclude(['ARTICLE'])
    .optional()
    .describe(
      'With attributedTo: SPEAKER (the default), or CARRIED_OVER if it follows the statement without a new cue.',
    ),
  certainty: z.enum(CERTAINTIES).optional().describe('How certain the source sounds; UNSPECIFIED if left out.'),
  polarity: z
    .enum(POLARITIES)
    .optional()
    .describe('DENIED if it is said not to be so, UNSPECIFIED if neither is said; AFFIRMED if left out.'),
};
const evidenceOptional = { ...asserted, evidence: anchors.optional() };

const participant = z.strictObject({
  agent,
  role: z.enum(PARTICIPANT_ROLES).describe('The part that it had in the event.'),
  ...evidenceOptional,
});

/** Of an item. The last revision with it is that of its file: `<slug>@1.yaml`, or the present one. */
const since = z
  .int()
  .min(1)
  .optional()
  .describe('The number of the first revision of the text that says so; 1 if left out.');

/** At most what GraphQL's Int can hold. */
const count = z.int().min(0).max(2_147_483_647);

const figure = z.strictObject({
  kind: z.enum(FIGURE_KINDS).describe('What the number counts.'),
  value: count.optional().describe('The number; or use min and max.'),
  min: count.optional().describe('"At least", or the lower end of a range.'),
  max: count.optional().describe('"At most", or the upper end of a range.'),
  approximate: z.boolean().optional().describe('True for "about" or "some".'),
  words: anchor.describe('The words that give the number.'),
});

const time = z.strictObject({
  words: anchor.describe('The words that give the time of day.'),
  clock: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day from 00:00 to 23:59')
    .optional()
    .describe('Local time HH:MM, if the words give one.'),
  approximate: z.boolean().optional().describe('True for "around".'),
});

/** One item of `events`. */
export const event = z
  .strictObject({
    event: slug.optional().describe('Introduces a new event under this slug.'),
    of: slug.optional().describe('Reports an event again that this or another article introduces.'),
    name: name
      .optional()
      .describe('A neutral name, at most 1,000 characters; "alleged" if the articles only attribute it.'),
    kind: z.enum(EVENT_KINDS).optional().describe('What kind of event it is.'),
    partOf: slug.optional().describe('The larger event it belongs to.'),
    date: date.optional().describe('When it happened, as vague as the words give it.'),
    time: time.optional().describe('The time of day, as worded.'),
    places: z.array(slug).min(1).optional().describe('Where it took place, according to this report.'),
    participants: z.array(participant).min(1).optional().describe('Who took part, and how.'),
    figures: z.array(figure).min(1).optional().describe('Numbers that this report gives.'),
    ...evidenceOptional,
    since,
    draft,
  })
  .describe('One report of an event: the first has `event`, `name` and `kind`, each other has `of`.');

const voiced = z.strictObject({ agent, evidence: anchor.describe('The words that name the agent here.') });

/** A statement that one relates to. */
export const related = z.union([
  slug,
  z.strictObject({
    statement: slug.describe('The slug of the other statement.'),
    evidence: anchors.describe('The words of this article that say so: "took back what he had told the court".'),
  }),
]);

const relatedList = z.array(related).min(1).optional();

/** One item of `statements`. */
export const statement = z
  .strictObject({
    statement: slug.optional().describe('Introduces a new statement under this slug.'),
    of: slug.optional().describe('The same statement again, as this article renders it.'),
    kind: z.enum(STATEMENT_KINDS).describe('How the article renders it.'),
    content: anchors.describe(
      'The words said, without quotation marks; several quotes if the sentence interrupts them.',
    ),
    cue: anchor
      .optional()
      .describe(
        'The words that report the saying: "told RIA Novosti". A denial, a refusal to comment and anything only possible or probable is printed with them, so that the content is never read alone.',
      ),
    speakers: z.array(voiced).min(1).describe('Who says it.'),
    addressees: z.array(voiced).min(1).optional().describe('Whom it is said to.'),
    date: date.optional().describe('When it was said.'),
    about: z.array(slug).min(1).optional().describe('The events, agents and places it is about.'),
    denies: relatedList.describe('The statements that it denies.'),
    repeats: relatedList.describe(
      'The statements that it says again. If the words are the same, on another day and of the same speakers, leave it out: it is found by comparing.',
    ),
    corrects: relatedList.describe('The statements that it corrects: it says what should stand in their place.'),
    retracts: relatedList.describe('The statements that it takes back.'),
    answers: relatedList.describe('The statements that it replies to.'),
    attributedTo: asserted.attributedTo,
    voice: asserted.voice,
    certainty: asserted.certainty,
    polarity: asserted.polarity.describe(
      "Whether the speaker says that it is so. If left out: DENIED for a denial in the article's own words, UNSPECIFIED for NO_COMMENT, else AFFIRMED.",
    ),
    since,
    draft,
  })
  .describe('One rendering of a statement: the first has `statement`, each other has `of`.');

/** One item of `facts`. */
export const fact = z
  .strictObject({
    person,
    position: z
      .strictObject({
        title: words.describe('The title as worded in the evidence.'),
        organization: slug.optional().describe('The organization that the position is in.'),
        since: date.optional().describe('When the person took it up, if the words say so.'),
        until: date.optional().describe('When the person left it, if the words say so.'),
      })
      .optional()
      .describe('A position that the person holds or held.'),
    kinship: z
      .strictObject({
        kind: z.enum(KINSHIP_KINDS).describe('What the relative is to the person.'),
        relative: person.describe('The slug of the relative, a person.'),
      })
      .optional()
      .describe('`relative` is the `kind` of `person`; the other direction follows automatically.'),
    birth: date.optional().describe('When the person was born.'),
    death: date.optional().describe('When the person died.'),
    ...evidenceOptional,
    since,
    draft,
  })
  .describe('One fact about a person: exactly one of position, kinship, birth and death.');

const draftMention = z
  .strictObject({ names: anchors.describe('The names that the text has for it.'), draft })
  .describe('The same names, with room for the mark of a draft.');

/** The names that a text uses for one thing. */
export const mention = z.union([anchors, draftMention]);

/** `articles/<slug>.yaml` */
export const annotation = z.strictObject({
  digest: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/, '"sha256:" and 64 hexadecimal digits')
    .describe('The SHA-256 of the text that this annotation was written for.'),
  statements: z.array(statement).optional().describe('What the article says that somebody said.'),
  events: z.array(event).optional().describe('What the article says that happened.'),
  facts: z.array(fact).optional().describe('What the article says of people: positions, kinship, birth and death.'),
  mentions: z
    .record(slug, mention)
    .optional()
    .describe(
      'For each agent or place, the names that the text uses for it. A plain quote marks every place where it occurs as whole words.',
    ),
});

export type AuthoredEvent = z.infer<typeof event>;
export type AuthoredParticipant = z.infer<typeof participant>;
export type AuthoredFigure = z.infer<typeof figure>;
export type AuthoredStatement = z.infer<typeof statement>;
export type AuthoredFact = z.infer<typeof fact>;
export type Annotation = z.infer<typeof annotation>;
