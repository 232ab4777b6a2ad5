/** Slugs: the readable names that editors give things. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** What `SLUG` allows, in words. */
export const SLUG_FORM = 'lower-case letters a to z and digits, in words joined by single hyphens';
export const MAX_SLUG_LENGTH = 100;

export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG_LENGTH && SLUG.test(text);
}
