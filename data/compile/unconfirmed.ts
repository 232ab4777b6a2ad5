/** Drafts: unconfirmed proposals of rules. They are checked like everything else, and are not published. */
import type { EntityType, Slug } from '../model.ts';
import type { AuthoredArticle } from './authored-article.ts';
import type { Authored, AuthoredEntity } from './check.ts';
import { counted, type Problem } from './problem.ts';
import { reviewCommand } from './review-command.ts';
import { allTexts, yamlsOf } from './revision.ts';
import type { YamlSource } from './yaml.ts';

/**
 * One problem for each article with proposals, at the first of them. It also counts the drafts of people and places
 * that the article names, which its review shows too. One more problem for each other draft of a person or place.
 *
 * @param isAsked whether to report the file with this path; if left out, all are reported.
 */
export function listDrafts(authored: Authored, isAsked: (path: string) => boolean = () => true): Problem[] {
  const isDraft = ({ yaml }: { readonly yaml: YamlSource }) => isAsked(yaml.file.path) && yaml.drafts.length > 0;
  const left = new Map(authored.entities.filter(isDraft).map((entity) => [entity.slug, entity]));
  const entityOf = new Map(authored.entities.map((entity) => [entity.slug, entity]));
  const problems = authored.articles.flatMap((article) => {
    const files = yamlsOf(article).filter((yaml) => isDraft({ yaml }));
    if (files.length === 0) return [];
    const named = namedBy(article, entityOf).flatMap((slug) => left.get(slug) ?? []);
    // A draft that several articles name is reported once.
    for (const { slug } of named) left.delete(slug);
    return unconfirmedArticle(article, files, named);
  });
  return [...problems, ...[...left.values()].map(({ yaml }) => unconfirmedFile(yaml))];
}

/** The people, organizations, groups and places that an article names, and the larger places that these lie in. */
export function namedBy(article: AuthoredArticle, entityOf: ReadonlyMap<Slug, AuthoredEntity>): Slug[] {
  const slugs = new Set<Slug | undefined>();
  for (const text of allTexts(article)) for (const slug of namedIn(text)) slugs.add(slug);
  // Iterating over a set also visits values added meanwhile.
  for (const slug of slugs) {
    const entity = entityOf.get(slug ?? '');
    if (entity?.type === 'Place') slugs.add(entity.value.containedIn);
  }
  return [...slugs].flatMap((slug) => slug ?? []);
}

function namedIn({ text, annotation }: Pick<AuthoredArticle, 'text' | 'annotation'>): (Slug | undefined)[] {
  const { publisher, agency, bylines = [] } = text.frontMatter;
  const { statements, events, facts, mentions } = annotation;
  return [
    publisher,
    agency?.organization,
    ...bylines.map(({ person }) => person),
    ...mentions.map(({ slug }) => slug),
    ...statements.flatMap(({ value: { speakers, addressees = [], about = [] } }) => {
      return [...[...speakers, ...addressees].map(({ agent }) => agent), ...about];
    }),
    ...events.flatMap(({ value: { places = [], participants = [] } }) => {
      return [...places, ...participants.map(({ agent }) => agent)];
    }),
    ...facts.flatMap(({ value: { person, position, kinship } }) => {
      return [person, position?.organization, kinship?.relative];
    }),
  ];
}

function unconfirmedArticle(
  { annotation }: AuthoredArticle,
  files: readonly YamlSource[],
  named: readonly AuthoredEntity[],
): Problem[] {
  const paths = files.flatMap((yaml) => yaml.drafts.map((path) => ({ yaml, path })));
  const [first] = paths;
  if (first === undefined) return [];
  const also =
    named.length === 0
      ? ''
      : `, and so ${named.length === 1 ? 'is' : 'are'} ${countKinds(named.map(({ type }) => type))} that it names`;
  return [
    {
      ...UNCONFIRMED,
      at: first.yaml.at(first.path),
      says: `${says(paths.length, 'this article')}${also}.`,
      fix: fixOf(annotation.yaml),
    },
  ];
}

function unconfirmedFile(yaml: YamlSource): Problem {
  const paths = yaml.drafts;
  const [first = []] = paths;
  return {
    ...UNCONFIRMED,
    at: yaml.at(first),
    says: `${says(paths.length, 'this file')}.`,
    fix: fixOf(yaml),
  };
}

export const UNCONFIRMED = { code: 'unconfirmed-draft', expected: null } as const;

function says(count: number, what: string): string {
  return `${counted(count, 'proposal')} of ${what} ${count === 1 ? 'is a draft' : 'are drafts'} that nobody has confirmed`;
}

function fixOf({ file }: YamlSource): string {
  return `Review them one by one: ${reviewCommand(file.path)}; or remove the line "draft: …" of each right proposal.`;
}

/** "2 events, 19 people and 3 places". */
export function countKinds(types: readonly EntityType[]): string {
  const kinds = NOUNS.flatMap(([type, singular, plural]) => {
    const count = types.filter((one) => one === type).length;
    return count === 0 ? [] : [counted(count, singular, plural)];
  });
  const last = kinds.pop() ?? '';
  return kinds.length === 0 ? last : `${kinds.join(', ')} and ${last}`;
}

const NOUNS: readonly (readonly [EntityType, string, string])[] = [
  ['Event', 'event', 'events'],
  ['Statement', 'statement', 'statements'],
  ['Person', 'person', 'people'],
  ['Organization', 'organization', 'organizations'],
  ['Group', 'group', 'groups'],
  ['Place', 'place', 'places'],
];
