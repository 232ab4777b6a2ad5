/** Slugs: the readable names that editors give things. */
import { words } from './fold.ts';

export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** The form that `SLUG` allows, in words. */
export const SLUG_FORM = 'lower-case letters a to z and digits, in words joined by single hyphens';
export const MAX_SLUG_LENGTH = 100;

/** The slug that a name would have after folding its letters: `Hugo Cask` gives `hugo-cask`. Null if that is no slug. */
export function slugLike(name: string): string | null {
  if (name.length > 2 * MAX_SLUG_LENGTH) return null;
  const slug = words(name)
    .map(({ folded }) => folded)
    .join('-');
  return isSlug(slug) ? slug : null;
}

export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG_LENGTH && SLUG.test(text);
}
