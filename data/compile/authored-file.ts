/** The other files that editors write, field by field: the front of an article, named things, retired slugs. */
import { z } from 'zod';
import { PLACE_KINDS } from '../model.ts';
import { anchor, draft, edtf, inferred, MOST_NAMES, name, person, slug } from './authored-part.ts';

// Behind "xn--" stands a top level in another script: .рф is xn--p1ai, which zod's own expression refuses.
const DOMAIN = /^([a-z0-9_-]+\.)+([a-z]{2,}|xn--[a-z0-9-]+)$/;

/** Of the web only: readers are shown links. */
const address = z.url({ protocol: /^https?$/, hostname: DOMAIN });

/** The front matter of `articles/<slug>.md`; the text's first paragraph is the headline. */
export const frontMatter = z.strictObject({
  language: z
    .string()
    .refine(isLanguageTag, 'This is no BCP 47 language tag')
    .describe('The BCP 47 tag of the language that the text is in: en, az, ru.'),
  bylines: z
    .array(
      z.strictObject({
        words: anchor.describe('The byline as printed.'),
        person: person.optional().describe('The slug of the person it names.'),
        draft,
      }),
    )
    .min(1)
    .optional()
    .describe('Who wrote it, as printed in the text.'),
  publisher: slug.optional().describe('The organization that published it.'),
  published: z
    .strictObject({
      edtf,
      words: anchor.optional().describe('The words that give the date, where the text has them.'),
      inferred: inferred.optional(),
      draft,
    })
    .optional()
    .describe('When it was published.'),
  url: address.optional().describe('Where it stands.'),
  draft,
});

const named = {
  name: name.describe('The name to show, of 1,000 characters at most.'),
  otherNames: z
    .array(name)
    .min(1)
    .max(MOST_NAMES)
    .optional()
    .describe('Other spellings and names of the same: 1,000 at most, of 1,000 characters each.'),
  sameAs: z
    .array(address)
    .min(1)
    .optional()
    .describe('Addresses of the same thing elsewhere; only where somebody checked.'),
  draft,
};

/** `people/<slug>.yaml`, `organizations/<slug>.yaml`, `groups/<slug>.yaml` */
export const agentFile = z.strictObject(named);

/** `places/<slug>.yaml` */
export const placeFile = z.strictObject({
  ...named,
  kind: z.enum(PLACE_KINDS).describe('What kind of place it is.'),
  containedIn: slug.optional().describe('The next larger place.'),
});

/** `retired.yaml`: slugs that were published once and stand for nothing now; nobody may use them again. */
export const retiredFile = z.array(
  z.strictObject({
    slug: slug.describe('The slug that was published and is gone.'),
    reason: z.string().min(1).describe('Why it is gone, in your words.'),
    replacedBy: slug.optional().describe('The slug of what stands for the same now.'),
  }),
);

export type FrontMatter = z.infer<typeof frontMatter>;
export type AgentFile = z.infer<typeof agentFile>;
export type PlaceFile = z.infer<typeof placeFile>;

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}
