/**
 * Leaving out: an article with unconfirmed proposals is not published, nor is what only it introduces or names, and
 * everything else is. What a confirmed article needs cannot be left out.
 */
import type { EntityType, Slug } from '../model.ts';
import type { AuthoredArticle } from './authored-article.ts';
import type { Authored, AuthoredEntity } from './check.ts';
import type { Slugs } from './link.ts';
import { counted, type Problem } from './problem.ts';
import { reviewCommand } from './review-command.ts';
import { yamlsOf } from './revision.ts';
import { printable } from './terminal.ts';
import { countKinds, namedBy, UNCONFIRMED } from './unconfirmed.ts';

/** A file with open proposals that is left out, and how much goes with it. */
export interface LeftOut {
  /** The file to review: the annotation of an article, or the file of a named thing. */
  readonly path: string;
  readonly proposals: number;
  /** What it introduces, and the named things that only articles left out name. */
  readonly with: readonly EntityType[];
}

export interface Selection {
  /** What is published. */
  readonly published: Authored;
  readonly leftOut: readonly LeftOut[];
  /** The paths of all files that are left out. */
  readonly paths: ReadonlySet<string>;
  /** For each slug that is introduced only in files left out, the file to review. */
  readonly drafted: ReadonlyMap<Slug, string>;
  /** One for each open draft that something confirmed needs. */
  readonly needed: readonly Problem[];
}

/** Selects what can be published: everything but the articles with open proposals, and what only they need. */
export function leaveOutDrafts(authored: Authored): Selection {
  const { articles, entities, introductions, retired } = authored;
  const entityOf = new Map(entities.map((entity) => [entity.slug, entity]));
  const [open, confirmed] = partition(articles, (article) => proposalsOf(article) > 0);
  const namedByOpen = new Map(open.map((article) => [article, namedBy(article, entityOf)]));
  const onlyOpen = new Set([...namedByOpen.values()].flat());
  const needs = needsOf(confirmed, authored, entityOf, onlyOpen);
  const [left, kept] = partition(entities, (entity) => {
    return !needs.has(entity.slug) && (isDraft(entity) || onlyOpen.has(entity.slug));
  });

  // The file to review for each file that is left out.
  const review = new Map(open.flatMap((article) => filesOf(article).map((path) => [path, pathOf(article)])));
  const leftOf = new Map<AuthoredArticle, AuthoredEntity[]>();
  const leftBySlug = new Map(left.map((entity) => [entity.slug, entity]));
  for (const article of open) {
    const named = (namedByOpen.get(article) ?? []).flatMap((slug) => leftBySlug.get(slug) ?? []);
    leftOf.set(article, named);
    for (const { slug, yaml } of named) {
      // What several articles name is counted with the first of them.
      leftBySlug.delete(slug);
      review.set(yaml.file.path, pathOf(article));
    }
  }
  for (const { yaml } of leftBySlug.values()) review.set(yaml.file.path, yaml.file.path);

  const [gone, introduced] = partition(introductions, ({ at }) => review.has(at.file.path));
  const known = new Set([...introduced, ...retired].map(({ slug }) => slug));
  const onlyGone = gone.filter(({ slug }) => !known.has(slug));
  const leftOut = open.map((article) => ({
    path: pathOf(article),
    proposals: proposalsOf(article),
    with: [
      ...onlyGone.filter(({ type, at }) => !isFiled(type) && review.get(at.file.path) === pathOf(article)),
      ...(leftOf.get(article) ?? []),
    ].map(({ type }) => type),
  }));
  const alone = [...leftBySlug.values()].map(({ yaml }) => {
    return { path: yaml.file.path, proposals: yaml.drafts.length, with: [] };
  });
  return {
    published: { articles: confirmed, entities: kept, introductions: introduced, retired },
    leftOut: [...leftOut, ...alone],
    paths: new Set(review.keys()),
    drafted: new Map(onlyGone.map(({ slug, at }) => [slug, review.get(at.file.path) ?? at.file.path])),
    needed: kept.filter(isDraft).map((entity) => neededDraft(entity, needs.get(entity.slug) ?? [])),
  };
}

/** Explains why something published cannot refer to a thing of a draft: for `Slugs`. */
export function explainDrafted(drafted: Selection['drafted']): Slugs['explain'] {
  return (slug, at, report) => {
    const path = drafted.get(slug);
    if (path === undefined) return false;
    report({
      code: 'unconfirmed-draft',
      at,
      says: `Only ${path} introduces "${slug}", and it is left out: nobody has confirmed all of it.`,
      expected: 'the slug of a thing that is published too.',
      fix: `Review that draft: ${reviewCommand(path)}; or remove this reference until then.`,
    });
    return true;
  };
}

/** One line for each file left out. */
export function printLeftOut(leftOut: readonly LeftOut[]): string {
  return leftOut
    .map(({ path, proposals, with: types }) => {
      const also = types.length === 0 ? '' : `, with ${countKinds(types)} that only it has`;
      const open = `${counted(proposals, 'proposal')} of it ${proposals === 1 ? 'is' : 'are'} not confirmed`;
      return `Left out ${printable(path)}${also}: ${open}. To review: ${reviewCommand(path)}\n`;
    })
    .join('');
}

/** For each named thing that something published refers to, the files that do. */
function needsOf(
  confirmed: readonly AuthoredArticle[],
  { entities, retired }: Authored,
  entityOf: ReadonlyMap<Slug, AuthoredEntity>,
  onlyOpen: ReadonlySet<Slug>,
): Map<Slug, string[]> {
  const needs = new Map<Slug, string[]>();
  const need = (slug: Slug, path: string) => {
    const paths = needs.get(slug);
    if (paths === undefined) needs.set(slug, [path]);
    else if (!paths.includes(path)) paths.push(path);
  };
  for (const article of confirmed) for (const slug of namedBy(article, entityOf)) need(slug, pathOf(article));
  for (const { replacedBy, splitInto, at } of retired) {
    for (const slug of [replacedBy, ...splitInto]) if (slug !== null) need(slug, at.file.path);
  }
  // The larger places of a place that is published. Iterating over the list also visits what is added meanwhile.
  const places = entities.filter(({ slug, yaml }) => {
    return needs.has(slug) || (yaml.drafts.length === 0 && !onlyOpen.has(slug));
  });
  for (const { type, value, yaml } of places) {
    const larger = type === 'Place' ? value.containedIn : undefined;
    if (larger === undefined) continue;
    const place = needs.has(larger) ? undefined : entityOf.get(larger);
    need(larger, yaml.file.path);
    if (place !== undefined) places.push(place);
  }
  return needs;
}

function neededDraft({ yaml, slug }: AuthoredEntity, paths: readonly string[]): Problem {
  const { drafts, file } = yaml;
  const more = paths.length > MOST_SHOWN ? ` and ${counted(paths.length - MOST_SHOWN, 'other file')}` : '';
  const [first = []] = drafts;
  return {
    ...UNCONFIRMED,
    at: yaml.at(first),
    says: `${counted(drafts.length, 'proposal')} of this file ${drafts.length === 1 ? 'is a draft' : 'are drafts'} that nobody has confirmed, and it cannot be left out: "${slug}" stands in ${paths.slice(0, MOST_SHOWN).join(', ')}${more}.`,
    fix: `Review it: ${reviewCommand(file.path)}; or remove the line "draft: …" if it is right.`,
  };
}

const MOST_SHOWN = 3;

/** Whether things of the type have files of their own; the others are introduced in articles. */
function isFiled(type: EntityType): boolean {
  return type !== 'Event' && type !== 'Statement';
}

function isDraft({ yaml }: AuthoredEntity): boolean {
  return yaml.drafts.length > 0;
}

function proposalsOf(article: AuthoredArticle): number {
  return yamlsOf(article).reduce((sum, { drafts }) => sum + drafts.length, 0);
}

function pathOf({ annotation }: AuthoredArticle): string {
  return annotation.yaml.file.path;
}

function filesOf(article: AuthoredArticle): string[] {
  return yamlsOf(article).map(({ file }) => file.path);
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  const first: T[] = [];
  const second: T[] = [];
  for (const one of all) (isFirst(one) ? first : second).push(one);
  return [first, second];
}
