/** `unused-entity`: a file that nothing in the corpus refers to. */

import {
  type AuthoredArticle,
  type AuthoredEntity,
  a,
  allTexts,
  type Examination,
  type Slug,
} from '../../../data/compile/index.ts';
import type { Rule, Warning } from '../rule.ts';

/**
 * Finds people, organizations, groups and places that no article names and that contain no other place.
 *
 * It counts every reference, even one in an item with a problem of its own, so that one mistake does not look like two.
 */
export const unusedEntity: Rule = {
  name: 'unused-entity',
  about: 'a person, organization, group or place that nothing refers to',
  look,
};

function look({ authored }: Examination): Warning[] {
  const used = new Set<unknown>();
  for (const article of authored.articles) for (const slug of slugsIn(article)) used.add(slug);
  for (const entity of authored.entities) if (entity.type === 'Place') used.add(entity.value.containedIn);
  for (const { replacedBy } of authored.retired) used.add(replacedBy);
  return authored.entities.filter(({ slug }) => !used.has(slug)).map(warn);
}

/** While a corpus is watched, an article stays the same until its files change. */
const SLUGS = new WeakMap<AuthoredArticle, readonly Slug[]>();

/** No file system has longer names of files. */
const LONGEST_NAME = 255;

function slugsIn(article: AuthoredArticle): readonly Slug[] {
  const known = SLUGS.get(article) ?? [...new Set(readSlugs(article).filter(({ length }) => length <= LONGEST_NAME))];
  SLUGS.set(article, known);
  return known;
}

/** Those of its earlier texts too: what only they name still has a page that says so. */
function readSlugs(article: AuthoredArticle): Slug[] {
  return allTexts(article).flatMap(slugsOfText);
}

function slugsOfText({ text, annotation }: Pick<AuthoredArticle, 'text' | 'annotation'>): Slug[] {
  return [
    ...annotation.mentions.map(({ slug }) => slug),
    ...stringsIn(text.yaml.value),
    ...['statements', 'events', 'facts'].flatMap((list) => stringsIn(fieldOf(annotation.yaml.value, list))),
  ];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : null;
}

/** All strings in a value, slugs or not: other strings rarely look like a slug of the corpus. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function warn({ slug, type, yaml }: AuthoredEntity): Warning {
  return {
    at: yaml.at(['name']),
    says: `Nothing refers to ${a(type)} "${slug}".`,
    expected: 'a reference to it: a mention, a speaker, a participant, a place, a fact.',
    fix: 'Add a reference where a text names it, or delete the file; a published slug must then go into retired.yaml.',
  };
}
