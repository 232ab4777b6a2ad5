/** Relations between statements: those that editors write, and the repetitions that follow from the same words. */
import { isAfter } from '../fuzzy-date.ts';
import {
  type Evidence,
  type FuzzyDate,
  type Quote,
  type Slug,
  STATEMENT_RELATION_KINDS,
  type Statement,
  type StatementRelation,
  type StatementRelationKind,
} from '../model.ts';
import { RELATION_FIELDS } from '../relation.ts';
import { type Desk, readEvidence, readReference } from './attribution.ts';
import type { AuthoredStatement } from './authored.ts';
import { type Link, STATEMENT } from './link.ts';
import { compareSlugs, distinctSpans } from './span.ts';
import type { Path } from './yaml.ts';

/** A relation to another statement, as one rendering of a statement has it. */
export interface AssertedRelation {
  readonly kind: StatementRelationKind;
  readonly to: Slug;
  /** The words that say so; empty if the editor quotes none. */
  readonly evidence: readonly Evidence[];
}

/** The relations of an item of `statements`, with a link for each. `from` is null if the item itself is wrong. */
export function readRelations(
  value: AuthoredStatement,
  from: Slug | null,
  path: Path,
  desk: Desk,
): { readonly relations: readonly AssertedRelation[]; readonly links: readonly Link[] } {
  const read = STATEMENT_RELATION_KINDS.flatMap((kind) => {
    const field = RELATION_FIELDS[kind].to;
    return (value[field] ?? []).flatMap((item, index) => {
      const isBare = typeof item === 'string';
      const way = [...path, field, index];
      const slugWay = isBare ? way : [...way, 'statement'];
      const evidence = isBare ? [] : readEvidence(item.evidence, [...way, 'evidence'], desk);
      const to = readOther(isBare ? item : item.statement, from, field, slugWay, desk);
      if (from === null || to === null) return [];
      return [{ relation: { kind, to, evidence }, link: { kind, from, to, at: desk.yaml.at(slugWay) } }];
    });
  });
  return { relations: read.map(({ relation }) => relation), links: read.map(({ link }) => link) };
}

function readOther(slug: Slug, from: Slug | null, verb: string, path: Path, desk: Desk): Slug | null {
  if (slug !== from) return readReference(slug, STATEMENT, path, desk);
  desk.report({
    code: 'refers-to-itself',
    at: desk.yaml.at(path),
    says: `The statement ${verb} itself.`,
    expected: 'the slug of another statement.',
    fix: 'Correct the slug, or remove it.',
  });
  return null;
}

/** A rendering of a statement, with what it says of other statements. */
interface Related {
  readonly slug: Slug;
  readonly relations: readonly AssertedRelation[];
  readonly quote: Quote;
}

/** A statement before its relations are known. */
type Unrelated = Pick<Statement, 'slug' | 'quotes' | 'date' | 'echoes'>;

/** The relations that each statement has, to others and from others, in the order of `compareRelations`. */
export function deriveRelations(
  asserted: readonly Related[],
  statements: readonly Unrelated[],
  publishedOf: (article: Slug) => FuzzyDate | null,
): ReadonlyMap<Slug, readonly StatementRelation[]> {
  const authored = gatherAuthored(asserted);
  const known = new Set(authored.map(endsOf));
  const repeats = gatherRepeats(statements, publishedOf).filter((relation) => !known.has(endsOf(relation)));
  const all = [...authored, ...repeats].sort(compareRelations);
  const lists = new Map<Slug, StatementRelation[]>();
  for (const relation of all) {
    for (const end of [relation.from, relation.to]) {
      const list = lists.get(end);
      if (list === undefined) lists.set(end, [relation]);
      else list.push(relation);
    }
  }
  return lists;
}

function endsOf({ kind, from, to }: StatementRelation): string {
  return `${kind} ${from} ${to}`;
}

/** By kind, then by the slugs of its ends and of the article that says so. */
function compareRelations(a: StatementRelation, b: StatementRelation): number {
  return (
    STATEMENT_RELATION_KINDS.indexOf(a.kind) - STATEMENT_RELATION_KINDS.indexOf(b.kind) ||
    compareSlugs(a.from, b.from) ||
    compareSlugs(a.to, b.to) ||
    compareSlugs(a.article ?? '', b.article ?? '')
  );
}

/** One for each article that says so, with all the words that say so there. */
function gatherAuthored(asserted: readonly Related[]): StatementRelation[] {
  const one = asserted.flatMap(({ slug: from, relations, quote: { article } }) =>
    relations.map((relation) => ({ from, article, ...relation })),
  );
  const groups = Map.groupBy(one, ({ kind, from, to, article }) => [kind, from, to, article].join(' '));
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ kind, from, to, article }) => ({
      kind,
      from,
      to,
      article,
      evidence: distinctSpans(group.flatMap(({ evidence }) => evidence)),
      isDerived: false,
    })),
  );
}

/**
 * A statement repeats an earlier one with the same words (see `echo.ts`) if the articles that introduce the two have
 * each in their own voice, give them to the same speakers with the same polarity and certainty, and were certainly
 * published on different days. If both statements have a date, those must be in the same order, because the later
 * article may only be late with the same words. Without dates that cannot be told, and the graph's description says so.
 */
function gatherRepeats(
  statements: readonly Unrelated[],
  publishedOf: (article: Slug) => FuzzyDate | null,
): StatementRelation[] {
  const bySlug = new Map(statements.map((statement) => [statement.slug, statement]));
  const repeats = (later: Unrelated, earlier: Unrelated) => {
    const [quote, other] = [later.quotes[0], earlier.quotes[0]];
    return (
      quote !== undefined &&
      other !== undefined &&
      isSaidAlike(quote, other) &&
      isAfter(publishedOf(quote.article), publishedOf(other.article)) &&
      (later.date === null || earlier.date === null || isAfter(later.date, earlier.date))
    );
  };
  return statements.flatMap((later) =>
    later.echoes.flatMap((slug): StatementRelation[] => {
      const earlier = bySlug.get(slug);
      if (earlier === undefined || !repeats(later, earlier)) return [];
      const evidence = later.quotes.slice(0, 1).flatMap(({ content }) => content);
      return [{ kind: 'REPEATS', from: later.slug, to: slug, article: null, evidence, isDerived: true }];
    }),
  );
}

function isSaidAlike(quote: Quote, other: Quote): boolean {
  return (
    [quote, other].every(({ kind, voice }) => kind !== 'NO_COMMENT' && voice === 'ARTICLE') &&
    quote.polarity === other.polarity &&
    quote.certainty === other.certainty &&
    speakersOf(quote) === speakersOf(other)
  );
}

function speakersOf({ speakers }: Quote): string {
  return [...new Set(speakers.map(({ agent }) => agent))].sort(compareSlugs).join(' ');
}
