/** Dates as vague as they were written, times of day as worded, and the scalars for dates. */

import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { displayDate } from '../data/date-display.ts';
import { parseDateRange } from '../data/fuzzy-date.ts';
import { DATE_PART_MEANINGS } from '../data/meaning.ts';
import type {
  DateBounds,
  DatePrecision,
  FuzzyDate as FuzzyDateRecord,
  Inference as InferenceRecord,
  TimeOfDay as TimeOfDayRecord,
} from '../data/model.ts';
import { builder, closedSet } from './builder.ts';
import { publicError } from './errors.ts';
import { Evidence } from './evidence.ts';
import { costs } from './price.ts';

builder.scalarType('Date', {
  description: 'A calendar day, `YYYY-MM-DD` (RFC 3339 full-date).',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: (value) => value,
  parseValue: (value) => readDay(value),
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : null, node),
});

function readDay(value: unknown, node?: ValueNode): string {
  const range = typeof value === 'string' && DAY.test(value) ? parseDateRange(value) : 'NOT_A_DATE';
  if (typeof range === 'object' && typeof value === 'string') return value;
  throw refuse('A Date is a day such as "2025-06-27".', node);
}

const DAY = /^\d{4}-\d\d-\d\d$/;

builder.scalarType('DateRange', {
  description:
    'A range of days, both ends included, as an EDTF level 0 date or interval: `"2025"`, `"2025-06"`, `"2025-06-27"`, `"2025-06-27/2025-06-30"`; `".."` leaves an end open, as in `"2025-06/.."`. Input only.',
  specifiedByURL: 'https://www.loc.gov/standards/datetime/',
  parseValue: readDateRange,
  parseLiteral: (node) => readDateRange(node.kind === Kind.STRING ? node.value : null, node),
});

function readDateRange(value: unknown, node?: ValueNode): DateBounds {
  const range = typeof value === 'string' ? parseDateRange(value) : 'NOT_A_DATE';
  if (range === 'NOT_A_DATE') {
    throw refuse('A DateRange is an EDTF date or interval such as "2025-06" or "2025-06-27/2025-06-30".', node);
  }
  if (range === 'BACKWARDS') {
    throw refuse('This DateRange ends before it starts. Give the earlier date first.', node);
  }
  return range;
}

function refuse(message: string, node: ValueNode | undefined): GraphQLError {
  return new GraphQLError(message, node && { nodes: node });
}

const DatePrecisionEnum = closedSet<DatePrecision>('DatePrecision', 'How exact a date is as written.', {
  CENTURY: 'A century: any of its hundred years.',
  DECADE: 'A decade: any of its ten years.',
  YEAR: 'A year.',
  SEASON: 'A season. EDTF does not say in which hemisphere, so its days cover both.',
  MONTH: 'A month.',
  DAY: 'A day.',
  SECOND: 'A time on a day.',
  INTERVAL: 'A span between two dates that may be exact or not; see `earliest` and `latest`.',
});

const DatePartEnum = closedSet('DatePart', 'A part of a date.', DATE_PART_MEANINGS);

const Inference = builder.objectRef<InferenceRecord>('Inference');

Inference.implement({
  description: 'A part of a date that its words do not give, and what an editor inferred it from.',
  fields: (t) => ({
    part: t.expose('part', { type: DatePartEnum, description: 'The part that was not written.' }),
    basis: t.exposeString('basis', { description: "What it was inferred from, in the editor's words." }),
    evidence: t.expose('evidence', {
      type: Evidence,
      nullable: true,
      description: 'The words of the article that it was inferred from; null if no words can be pointed to.',
    }),
  }),
});

export const FuzzyDate = builder.objectRef<FuzzyDateRecord>('FuzzyDate');

FuzzyDate.implement({
  description:
    'A date, as vague as it was written ("Earlier in June"). Dates are ordered by `earliest`, then `latest`; an open start comes first, an unknown date last.',
  fields: (t) => ({
    edtf: t.exposeString('edtf', {
      description: 'The date in the Extended Date/Time Format, level 1 (Library of Congress; ISO 8601-2).',
    }),
    display: t.string({
      extensions: costs(4),
      description:
        'The date in words for a reader, as vague as it is: "27 June 2025", "June 2025", "around 1956", "3 – 5 March 2025", "summer 2024", "1990s", "since June 2025". "(?)" follows what the source is not sure of. In the Gregorian calendar, with times as written.',
      args: {
        language: t.arg.string({
          defaultValue: 'en',
          description:
            'The language, as a BCP 47 tag. `en`, `az`, `ru`, `tr`, `pl`, `de` and `fr` have words for every vague date. Any other has its own days and months if the platform knows them, and signs and EDTF for the rest. `en-US` writes the month first. `INVALID_ARGUMENT` if it is not a tag.',
        }),
      },
      resolve: (date, { language }, { spending }) => {
        const words = displayDate(date, language ?? 'en', spending);
        if (words === null) {
          throw publicError(
            'INVALID_ARGUMENT',
            '"language" is no BCP 47 language tag. Give one such as "en" or "pt-BR".',
          );
        }
        return words;
      },
    }),
    earliest: t.expose('earliest', {
      type: 'Date',
      nullable: true,
      description: 'The first day that it can stand for; null if its start is open or unknown.',
    }),
    latest: t.expose('latest', {
      type: 'Date',
      nullable: true,
      description: 'The last day that it can stand for, included; null if its end is open or unknown.',
    }),
    precision: t.expose('precision', { type: DatePrecisionEnum, description: 'How exact it is.' }),
    approximate: t.exposeBoolean('approximate', { description: 'True if it means only "about then" (EDTF `~`).' }),
    uncertain: t.exposeBoolean('uncertain', { description: 'True if the source is not sure of it (EDTF `?`).' }),
    inferred: t.expose('inferred', {
      type: [Inference],
      description: 'The parts that its words do not give, such as the year. Empty if they give all.',
    }),
    words: t.exposeString('words', {
      nullable: true,
      description: 'The words that give it; null if it comes from what is known about the article, not from its text.',
    }),
    evidence: t.expose('evidence', {
      type: Evidence,
      nullable: true,
      description: 'The place of those words in the text; null if `words` is.',
    }),
  }),
});

export const TimeOfDay = builder.objectRef<TimeOfDayRecord>('TimeOfDay');

TimeOfDay.implement({
  description: 'A time of day, as the article words it ("around 3:00 p.m.", "the morning").',
  fields: (t) => ({
    words: t.exposeString('words', { description: 'The words that give it.' }),
    clock: t.exposeString('clock', {
      nullable: true,
      description: 'The local time of the place, `HH:MM` on a 24-hour clock (ISO 8601); null if the words give none.',
    }),
    approximate: t.exposeBoolean('approximate', { description: 'True if the words say "around" or the like.' }),
    evidence: t.expose('evidence', { type: Evidence, description: 'The place of those words in the text.' }),
  }),
});
