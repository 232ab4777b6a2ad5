/** Parts that several kinds of authored files share: slugs, names, quotes, dates. The descriptions are for editors. */
import { z } from 'zod';
import { DATE_PARTS } from '../model.ts';
import { MAX_SLUG_LENGTH, SLUG, SLUG_FORM } from '../slug.ts';

export const slug = z
  .string()
  .regex(SLUG, SLUG_FORM)
  .max(MAX_SLUG_LENGTH)
  .describe(
    'The slug of a thing, at most 100 characters: unique in the whole corpus, and never changed once published.',
  );

export const words = z.string().min(1).describe('Words of the text, exactly as written there.');

/** A day and nothing vaguer: editors know when they did something. */
export const day = z.string().regex(z.regexes.date, 'a day, YYYY-MM-DD');

export const draft = z
  .string()
  .min(1)
  .optional()
  .describe(
    'The rule of `draft` that proposes this. A file with one is not published: check the words, then remove this line.',
  );

/** Anything longer is not a name, and would make comparing names too slow. */
const LONGEST_NAME = 1000;
export const MOST_NAMES = 1000;
export const name = z.string().trim().min(1).max(LONGEST_NAME);

/** A place in the text, given as a quote. */
export const anchor = z
  .union([
    words,
    z.strictObject({
      quote: words,
      prefix: z
        .string()
        .min(1)
        .optional()
        .describe('The text right before the quote; only if the quote is not unique.'),
      suffix: z.string().min(1).optional().describe('The text right after the quote; only if the quote is not unique.'),
    }),
  ])
  .describe('A quote that occurs exactly once in the text, or a quote with its prefix or suffix.');

/** One place in the text, or several. */
export const anchors = z
  .union([anchor, z.array(anchor).min(1)])
  .describe('One quote of the text, or several if the words are apart.');

// YAML reads a bare year as a number; for an editor both are the same.
export const edtf = z
  .union([z.string(), z.number()])
  .transform(String)
  .describe(
    'An Extended Date/Time Format date, level 1: 2025-06-27, 2025-06, 1956, 201X, 2025-06-27/2025-06-30, 2025~.',
  );

export const inferred = z
  .array(
    z.strictObject({
      part: z.enum(DATE_PARTS).describe('The part of the date that the words do not give.'),
      basis: z.string().min(1).describe('What it was inferred from, in your words.'),
      evidence: anchor.optional().describe('The words that it was inferred from, if any.'),
    }),
  )
  .min(1)
  .describe('The parts of the date that are not written there but follow from something else.');

export const date = z
  .strictObject({
    edtf,
    words: anchor.describe('The words that give the date.'),
    inferred: inferred.optional(),
  })
  .describe('A date, as vague as the words give it.');

export const person = slug.describe('The slug of a person.');
export const agent = slug.describe('The slug of a person, organization or group.');

export type Anchor = z.infer<typeof anchor>;
export type Anchors = z.infer<typeof anchors>;
export type AuthoredDate = z.infer<typeof date>;
export type Inferred = z.infer<typeof inferred>;
