/** The addresses of things on this site: one for each, that stays as long as the thing does. */
import type { EntityType, Slug } from '../data/model.ts';

/** The first part of the address of each type. */
export const PAGE_FOLDERS = {
  Article: 'articles',
  Event: 'events',
  Statement: 'statements',
  Person: 'people',
  Organization: 'organizations',
  Group: 'groups',
  Place: 'places',
} as const satisfies { readonly [T in EntityType]: string };

export function pageAddress(type: EntityType, slug: Slug): string {
  return `/${PAGE_FOLDERS[type]}/${slug}`;
}
