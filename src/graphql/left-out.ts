/**
 * Stands in for two of Yoga's files in the Worker (`[alias]` in wrangler.toml). `yoga.ts` switches both off: Hono owns
 * all pages, and `use-parsing.ts` keeps documents. Yoga imports them anyway, and `lru-cache` with the second. Whoever
 * switches one on again finds out here, and removes its line of wrangler.toml.
 *
 * They are aliased by the paths that Yoga's own files have, not by the names of packages: plugins still get `lru-cache`
 * and Yoga's `createLRUCache`.
 */
export function useParserAndValidationCache(): never {
  throw new Error('The parser cache of Yoga is not in this Worker. Remove its alias from wrangler.toml to use it.');
}

/** The landing page, which Yoga imports as text. */
const landingPage = 'The landing page of Yoga is not in this Worker. Remove its alias from wrangler.toml to use it.';

// biome-ignore lint/style/noDefaultExport: as Yoga imports it
export default landingPage;
