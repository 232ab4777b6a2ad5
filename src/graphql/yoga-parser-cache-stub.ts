/**
 * Stands in for Yoga's cache of parsed documents in the Worker (`[alias]` in wrangler.toml). `yoga.ts` switches it off,
 * because `use-parsing.ts` keeps documents, but Yoga imports it anyway, and `lru-cache` with it.
 *
 * The alias is the path that Yoga's own file has, not the name of a package: plugins still get `lru-cache` and Yoga's
 * `createLRUCache`.
 */
export function useParserAndValidationCache(): never {
  throw new Error('The parser cache of Yoga is not in this Worker. Remove its alias from wrangler.toml to use it.');
}
