/** Definitions of the other authored files, field by field: front matter, named things, retired slugs. */
import { z } from 'zod';
import { ENTITY_TYPES, PLACE_KINDS, RETIREMENTS } from '../model.ts';
import { anchor, day, draft, edtf, inferred, MOST_NAMES, name, person, slug } from './authored-part.ts';

// "xn--" begins a top level in another script: .рф is xn--p1ai, which zod's own expression refuses.
const DOMAIN = /^([a-z0-9_-]+\.)+([a-z]{2,}|xn--[a-z0-9-]+)$/;

/** Web addresses only, since readers see them as links. */
const address = z.url({ protocol: /^https?$/, hostname: DOMAIN });

const revised = z
  .strictObject({
    on: day.describe('The day on which this text replaced the one before.'),
    reason: z.string().trim().min(1).describe('Why the text changed, in your words.'),
    correction: anchor.optional().describe("The publisher's own words about the change, if this text has them."),
  })
  .optional()
  .describe('For a text that replaced an earlier one, which is kept as `<slug>@1.md`.');

const bylines = z.array(
  z.strictObject({
    words: anchor.describe('The byline as printed.'),
    person: person.optional().describe('The slug of the person it names.'),
    draft,
  }),
);

/** The front matter of `articles/<slug>.md`; the text's first paragraph is the headline. */
export const frontMatter = z.strictObject({
  language: z
    .string()
    .refine(isLanguageTag, 'This is not a BCP 47 language tag')
    .describe('The BCP 47 tag of the language of the text: en, az, ru.'),
  bylines: bylines.min(1).optional().describe('Who wrote it, as printed in the text.'),
  publisher: slug.optional().describe('The organization that published it.'),
  agency: z
    .strictObject({
      organization: slug.describe('The slug of the agency, an organization.'),
      words: anchor.describe('The words that credit it: "Tern Wire", "with reporting by Tern Wire".'),
    })
    .optional()
    .describe('The agency that the text credits. Its copy counts as one source, however many publish it.'),
  published: z
    .strictObject({
      edtf,
      words: anchor.optional().describe('The words that give the date, if the text has them.'),
      inferred: inferred.optional(),
      draft,
    })
    .optional()
    .describe('When it was published.'),
  url: address.optional().describe('The web address of the original article.'),
  entered: day.optional().describe('The day on which the corpus got it, if later than its publication.'),
  revised,
  withdrawn: z
    .strictObject({
      on: day.describe('The day on which it was withdrawn.'),
      reason: z.string().min(1).describe('Why, in your words. Readers of an old link see it.'),
    })
    .optional()
    .describe(
      'The article was published, and is not any more. It and what only it tells of are left out; old links to them say why.',
    ),
  hidden: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Why readers must not see the article, such as an embargo. It and what only it tells of are left out as if they never were. Only editors read this.',
    ),
  draft,
});

/** The front matter of `articles/<slug>@<number>.md`: only what differs from the text that replaced it. */
export const earlierFrontMatter = frontMatter
  .pick({ agency: true, published: true, revised: true, draft: true })
  .extend({
    bylines: bylines.optional().describe('Who wrote it, as printed in this text; [] if it does not say.'),
    upTo: anchor
      .optional()
      .describe('Instead of a text: it is the text that replaced it, up to these words of that text.'),
  });

const named = {
  name: name.describe('The name to show, at most 1,000 characters.'),
  otherNames: z
    .array(name)
    .min(1)
    .max(MOST_NAMES)
    .optional()
    .describe('Other spellings and names of the same thing: at most 1,000, each of at most 1,000 characters.'),
  sameAs: z
    .array(address)
    .min(1)
    .optional()
    .describe('Web addresses of the same thing elsewhere; only those that somebody has checked.'),
  draft,
};

/** `people/<slug>.yaml`, `organizations/<slug>.yaml`, `groups/<slug>.yaml` */
export const agentFile = z.strictObject(named);

/** `places/<slug>.yaml` */
export const placeFile = z.strictObject({
  ...named,
  kind: z.enum(PLACE_KINDS).describe('What kind of place it is.'),
  containedIn: slug.optional().describe('The next larger place that contains it.'),
});

/** `retired.yaml`: slugs that were published once and name nothing now. They must never be used again. */
export const retiredFile = z.array(
  z.strictObject({
    slug: slug.describe('The slug that was published and is gone.'),
    type: z
      .enum(ENTITY_TYPES)
      .optional()
      .describe('What it named; if left out, the type of the thing in `replacedBy` or of those in `splitInto`.'),
    on: day.optional().describe('The day on which it was retired. Without it, `changes` leaves this out.'),
    how: z
      .enum(RETIREMENTS)
      .optional()
      .describe('What became of it. If left out: RENAMED with `replacedBy`, SPLIT with `splitInto`, else REMOVED.'),
    reason: z.string().min(1).describe('Why it is gone, in your words. Readers of an old link see it.'),
    replacedBy: slug
      .optional()
      .describe(
        'The slug that now names the same thing. It may be retired as well: what has replaced that one counts.',
      ),
    splitInto: z.array(slug).min(1).optional().describe('The slugs of the things that it turned out to be.'),
  }),
);

export type FrontMatter = z.infer<typeof frontMatter>;
export type EarlierFrontMatter = z.infer<typeof earlierFrontMatter>;
export type AgentFile = z.infer<typeof agentFile>;
export type PlaceFile = z.infer<typeof placeFile>;

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}
