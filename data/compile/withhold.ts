/** Withholding: what is left out of the corpus because an article was withdrawn, or is hidden. */
import type { EntityType, Retired, Slug } from '../model.ts';
import type { AuthoredArticle } from './authored-article.ts';
import type { Authored, AuthoredEntity, Introduction } from './check.ts';
import { lineOf } from './line.ts';
import { a, type Slugs } from './link.ts';
import type { Place, Report } from './problem.ts';
import { allTexts } from './revision.ts';
import { compareSlugs } from './span.ts';

/** Why an article is left out: readers are told why it was withdrawn, and nothing of one that is hidden. */
export type Withheld =
  | { readonly how: 'WITHDRAWN'; readonly on: string; readonly reason: string }
  | { readonly how: 'HIDDEN' };

/** What is left out of a corpus. */
export interface Withholding {
  /** Articles, what only they introduce, and named things that only they refer to. */
  readonly slugs: ReadonlySet<Slug>;
  /** The records of what was withdrawn, ordered by slug. */
  readonly retired: readonly Retired[];
}

const NOTHING_WITHHELD: Withholding = { slugs: new Set(), retired: [] };

/** Reports an article that is both hidden and withdrawn: readers are told of one of them. */
export function reportBoth({ text: { yaml } }: AuthoredArticle, report: Report): void {
  const fields = Object(yaml.value);
  if (fields.hidden === undefined || fields.withdrawn === undefined) return;
  report({
    code: 'needless-field',
    at: yaml.at(['hidden'], 'key'),
    says: 'This article is withdrawn and hidden: readers of its old address would be told why it is gone, and would not.',
    expected: 'one of "withdrawn" and "hidden".',
    fix: 'Remove "hidden" if the article was ever published, else "withdrawn".',
  });
}

/** The slugs as articles that readers see may use them: without what the others introduce. */
export function slugsForShown(authored: Authored, slugs: Slugs): Slugs {
  const withheld = new Map(
    authored.articles.filter(isWithheld).flatMap((article) => introductionsOf(article, authored)),
  );
  if (withheld.size === 0) return slugs;
  const types = new Map([...slugs.types].filter(([slug]) => !withheld.has(slug)));
  let heirs: ReadonlyMap<Slug, Place> | null = null;
  const heirOf = (slug: Slug) => {
    heirs ??= findHeirs(authored);
    return heirs.get(slug) ?? null;
  };
  return {
    ...slugs,
    types,
    typeOf: (slug) => types.get(slug),
    explain(slug, at, report) {
      const found = withheld.get(slug);
      if (found === undefined) return slugs.explain(slug, at, report);
      reportWithheld(found, heirOf(slug), at, report);
      return true;
    },
  };
}

interface WithheldThing extends Introduction {
  readonly article: AuthoredArticle;
}

function introductionsOf(article: AuthoredArticle, { introductions }: Authored): [Slug, WithheldThing][] {
  const paths = new Set(
    allTexts(article).flatMap(({ text, annotation }) => [text.file.path, annotation.yaml.file.path]),
  );
  return introductions
    .filter(({ at }) => paths.has(at.file.path))
    .map((introduction) => [introduction.slug, { ...introduction, article }]);
}

/** Where an article that readers see reports a thing again: the first of them could introduce it. */
function findHeirs({ articles }: Authored): ReadonlyMap<Slug, Place> {
  const heirs = new Map<Slug, Place>();
  for (const { annotation } of articles.filter((article) => !isWithheld(article))) {
    for (const { value, path } of [...annotation.events, ...annotation.statements]) {
      if (value.of !== undefined && !heirs.has(value.of)) heirs.set(value.of, annotation.yaml.at([...path, 'of']));
    }
  }
  return heirs;
}

function reportWithheld(
  { type, slug, at: introduced, article }: WithheldThing,
  heir: Place | null,
  at: Place,
  report: Report,
): void {
  const how = article.text.withheld?.how === 'HIDDEN' ? 'hidden' : 'withdrawn';
  const field = type.toLowerCase();
  report({
    code: 'withheld-reference',
    at,
    says: `The ${field} "${slug}" is introduced by the ${how} article "${article.slug}" (${lineOf(introduced)}), so readers cannot see it.`,
    expected: `${a(type)} that an article introduces which readers can see.`,
    fix:
      heir === null
        ? 'Remove this reference; no other article reports the thing, so none can introduce it.'
        : `Introduce it at ${lineOf(heir)}: write "${field}" instead of "of" there${type === 'Event' ? ', with its name and kind' : ''}, and "of" instead of "${field}" at ${lineOf(introduced)}.`,
  });
}

export function isWithheld({ text }: AuthoredArticle): boolean {
  return text.withheld !== null;
}

/**
 * What the articles that are withheld take with them. A named thing goes if they refer to it, no other article does, and
 * no place that stays lies in it.
 *
 * @param references what each article refers to, in their order.
 */
export function withhold(authored: Authored, references: readonly ReadonlyMap<Slug, EntityType>[]): Withholding {
  if (!authored.articles.some(isWithheld)) return NOTHING_WITHHELD;
  const leaving = authored.articles.flatMap((article, index) => {
    const { withheld } = article.text;
    const refersTo = references[index] ?? new Map<Slug, EntityType>();
    return withheld === null ? [] : [{ article, withheld, refersTo }];
  });
  const candidates = new Set(leaving.flatMap(({ refersTo }) => [...refersTo.keys()]));
  const kept = keptEntities(authored, references, candidates);
  const named = new Map(authored.entities.map(({ slug, type }) => [slug, type]));
  const slugs = new Set<Slug>();
  const retired = new Map<Slug, Retired>();
  for (const { article, withheld, refersTo } of leaving.sort(lastFirst)) {
    const own = introductionsOf(article, authored).map(([slug, { type }]) => [slug, type] as const);
    const others = [...refersTo].filter(([slug]) => named.has(slug) && !kept.has(slug));
    for (const [slug, type] of [...own, ...others]) {
      slugs.add(slug);
      if (withheld.how === 'HIDDEN' || retired.has(slug)) continue;
      const { on, how, reason } = withheld;
      retired.set(slug, { slug, type, on, how, reason, replacedBy: null, splitInto: [] });
    }
  }
  return { slugs, retired: [...retired.values()].sort((one, other) => compareSlugs(one.slug, other.slug)) };
}

interface Leaving {
  readonly article: AuthoredArticle;
  readonly withheld: Withheld;
}

/** A thing in several articles left with the last of them. */
function lastFirst(one: Leaving, other: Leaving): number {
  return compareSlugs(dayOf(other), dayOf(one)) || compareSlugs(one.article.slug, other.article.slug);
}

function dayOf({ withheld }: Leaving): string {
  return withheld.how === 'WITHDRAWN' ? withheld.on : '';
}

/** The named things that stay: those that the other articles refer to, those that none does, and all around these places. */
function keptEntities(
  { articles, entities }: Authored,
  references: readonly ReadonlyMap<Slug, EntityType>[],
  candidates: ReadonlySet<Slug>,
): ReadonlySet<Slug> {
  const used = new Set(
    articles.flatMap((article, index) => (isWithheld(article) ? [] : [...(references[index]?.keys() ?? [])])),
  );
  const containers = new Map(entities.flatMap((entity) => containerOf(entity)));
  const kept = new Set<Slug>();
  for (const { slug } of entities) {
    if (candidates.has(slug) && !used.has(slug)) continue;
    for (let at: Slug | undefined = slug; at !== undefined && !kept.has(at); at = containers.get(at)) kept.add(at);
  }
  return kept;
}

function containerOf(entity: AuthoredEntity): [Slug, Slug][] {
  return entity.type === 'Place' && entity.value.containedIn !== undefined
    ? [[entity.slug, entity.value.containedIn]]
    : [];
}
