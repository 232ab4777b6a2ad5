/**
 * The records of an export, in any format: flat, each with its evidence. Whatever the compiler derives from them (agreed
 * dates, disagreements, echoes, marks) is left out, since the compiler derives it again.
 */
import { z } from 'zod';
import {
  CERTAINTIES,
  DATE_PARTS,
  ENTITY_TYPES,
  EVENT_KINDS,
  FIGURE_KINDS,
  KINSHIP_KINDS,
  LIFE_DATE_KINDS,
  MAX_SLUG_LENGTH,
  PARTICIPANT_ROLES,
  PLACE_KINDS,
  POLARITIES,
  RETIREMENTS,
  SLUG,
  STATEMENT_KINDS,
  STATEMENT_RELATION_KINDS,
  VOICES,
} from '../../data/compile/index.ts';

/** The slug of an article, with `@` and a number for an earlier revision of its text. */
const SOURCE = /^[a-z0-9-]{1,100}(@[1-9]\d*)?$/;

const slug = z.string().regex(SLUG).max(MAX_SLUG_LENGTH);
const reference = slug.nullable().default(null);
const text = z.string().nullable().default(null);
const slugs = z.array(slug).default([]);
const texts = z.array(z.string()).default([]);

/** A span of a text, in code points, with its words and context. The text is that of an article, or of one of its revisions. */
const words = z.object({
  source: z.string().regex(SOURCE),
  start: z.int().min(0),
  end: z.int().min(1),
  exact: z.string().min(1),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
});

const date = z
  .object({
    edtf: z.string(),
    earliest: text,
    latest: text,
    inferred: z
      .array(z.object({ part: z.enum(DATE_PARTS), basis: z.string(), evidence: words.nullable().default(null) }))
      .default([]),
    evidence: words.nullable().default(null),
  })
  .nullable()
  .default(null);

/** In which texts of its article it stands: null is the first and, for the last, the present one. */
const standing = {
  firstRevision: z.int().min(1).nullable().default(null),
  lastRevision: z.int().min(1).nullable().default(null),
};

const asserted = {
  article: slug,
  evidence: z.array(words).min(1),
  voice: z.enum(VOICES),
  attributedTo: reference,
  certainty: z.enum(CERTAINTIES),
  polarity: z.enum(POLARITIES),
};
/** The record's number within its article, in the order in which an editor would write them. */
const number = z.int().min(0);
const count = z.int().nullable().default(null);

const named = { slug, name: z.string().min(1), otherNames: texts, sameAs: texts };
const voiced = z.object({ agent: slug, evidence: words });

const participant = z.object({ agent: slug, role: z.enum(PARTICIPANT_ROLES), ...asserted });
const figure = z.object({
  kind: z.enum(FIGURE_KINDS),
  minValue: count,
  maxValue: count,
  approximate: z.boolean(),
  evidence: words,
});
const time = z.object({ clock: text, approximate: z.boolean(), evidence: words }).nullable().default(null);

/** The text as printed in "speaker: text", and the bare words of the content. The compiler derives both again. */
const spoken = { text: z.string().default(''), proposition: z.string().default('') };

/** How the statement stands to another one, as an article says. */
const relation = z.object({
  kind: z.enum(STATEMENT_RELATION_KINDS),
  to: slug,
  article: slug,
  evidence: z.array(words).default([]),
});

/** The definition of each `type` of record; fields that are left out are null or empty. */
export const RECORDS = {
  Article: z.object({
    type: z.literal('Article'),
    slug,
    headline: z.string(),
    bylines: z.array(z.object({ person: reference, evidence: words })).default([]),
    publisher: reference,
    agency: z.object({ organization: slug, evidence: words }).nullable().default(null),
    published: date,
    language: z.string(),
    originalUrl: text,
    digest: z.string(),
    entered: text,
    text: z.string().min(1),
  }),
  /** One for each text of an article that has had several. The `text` of the present one is that of the article. */
  Revision: z.object({
    type: z.literal('Revision'),
    article: slug,
    number: z.int().min(1),
    date,
    reason: text,
    correction: words.nullable().default(null),
    digest: z.string(),
    text,
  }),
  Person: z.object({ type: z.literal('Person'), ...named }),
  Organization: z.object({ type: z.literal('Organization'), ...named }),
  Group: z.object({ type: z.literal('Group'), ...named }),
  Place: z.object({ type: z.literal('Place'), ...named, kind: z.enum(PLACE_KINDS), containedIn: reference }),
  Event: z.object({
    type: z.literal('Event'),
    slug,
    name: z.string().min(1),
    kind: z.enum(EVENT_KINDS),
    partOf: reference,
  }),
  Statement: z.object({
    type: z.literal('Statement'),
    slug,
    ...spoken,
    about: slugs,
    relations: z.array(relation).default([]),
  }),
  EventReport: z.object({
    type: z.literal('EventReport'),
    number,
    event: slug,
    introduces: z.boolean(),
    ...asserted,
    ...standing,
    date,
    time,
    places: slugs,
    participants: z.array(participant).default([]),
    figures: z.array(figure).default([]),
  }),
  Quote: z.object({
    type: z.literal('Quote'),
    number,
    statement: slug,
    introduces: z.boolean(),
    kind: z.enum(STATEMENT_KINDS),
    ...spoken,
    ...asserted,
    ...standing,
    content: z.array(words).min(1),
    cue: words.nullable().default(null),
    speakers: z.array(voiced).min(1),
    addressees: z.array(voiced).default([]),
    date,
  }),
  Position: z.object({
    type: z.literal('Position'),
    number,
    person: slug,
    title: z.string().min(1),
    organization: reference,
    since: date,
    until: date,
    ...asserted,
    ...standing,
  }),
  Kinship: z.object({
    type: z.literal('Kinship'),
    number,
    person: slug,
    kind: z.enum(KINSHIP_KINDS),
    relative: slug,
    ...asserted,
    ...standing,
  }),
  LifeDate: z.object({
    type: z.literal('LifeDate'),
    number,
    person: slug,
    kind: z.enum(LIFE_DATE_KINDS),
    date,
    ...asserted,
    ...standing,
  }),
  Retired: z.object({
    type: z.literal('Retired'),
    slug,
    /** The type of the thing that it named: `type` is that of the record. */
    formerType: z.enum(ENTITY_TYPES).nullable().default(null),
    on: text,
    how: z.enum(RETIREMENTS),
    reason: z.string().min(1),
    replacedBy: reference,
    splitInto: slugs,
  }),
  Mention: z.object({ type: z.literal('Mention'), number, article: slug, of: slug, evidence: words }),
} as const;

export type RecordType = keyof typeof RECORDS;
export type RecordOf<T extends RecordType> = z.infer<(typeof RECORDS)[T]>;
export type ExportRecord = { readonly [T in RecordType]: RecordOf<T> }[RecordType];
export type Words = z.infer<typeof words>;
export type RecordDate = NonNullable<z.infer<typeof date>>;

export function isRecordType(type: unknown): type is RecordType {
  return typeof type === 'string' && Object.hasOwn(RECORDS, type);
}
