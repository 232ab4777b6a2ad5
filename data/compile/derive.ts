/** Deriving: joins what each article says into the things of the corpus, in order and with what reports agree on. */
import {
  type Corpus,
  ENTITY_TYPES,
  type Event,
  type Mark,
  propositionOf,
  type Ref,
  type Retired,
  type Slug,
  type Statement,
} from '../model.ts';
import type { LiesIn } from './agree.ts';
import type { AssertedArticle } from './annotated-article.ts';
import type { AuthoredEntity, RetiredSlug } from './check.ts';
import { findEchoes } from './echo.ts';
import type { AssertedReport } from './event-report.ts';
import { gatherHistories, lastReports } from './history.ts';
import { gatherMarks } from './mark.ts';
import { deriveNamed, openContainment } from './named.ts';
import {
  deriveEvent,
  deriveStatement,
  type EventSurroundings,
  groupBySlug,
  type StatementSurroundings,
} from './reported.ts';
import { compareSlugs, distinctSlugs } from './span.ts';
import { summarize } from './summary.ts';

/** The whole corpus, from articles without problems. */
export function deriveCorpus(
  authored: readonly AuthoredEntity[],
  retiredSlugs: readonly RetiredSlug[],
  asserted: readonly AssertedArticle[],
): Corpus {
  const articles = [...asserted].sort((a, b) => compareSlugs(a.article.slug, b.article.slug));
  const { named, dossiers } = deriveNamed(authored, articles);
  const entities: Corpus['entities'] = {
    Article: articles.map(({ article }) => article),
    Event: deriveEvents(articles, openContainment(named.Place)),
    Statement: deriveStatements(articles),
    ...named,
  };
  const last = lastReports(articles);
  const removed: Corpus['removed'] = {
    Event: deriveEvents(last, openContainment(named.Place)),
    Statement: deriveStatements(last),
  };
  const marksOf = openMarks(authored);
  const texts = articles.map((asserted) => ({ ...asserted.text, marks: marksOf(asserted) }));
  const histories = gatherHistories(articles, marksOf);
  const retired = deriveRetired(retiredSlugs, entities);
  const records = { entities, texts, dossiers, removed, histories, retired };
  return { summary: summarize(records, articles), ...records };
}

/** Linking has made sure that each replacement exists, so none of them is retired itself. */
function deriveRetired(authored: readonly RetiredSlug[], entities: Corpus['entities']): Retired[] {
  const wanted = new Set(authored.map(({ replacedBy }) => replacedBy));
  const found = ENTITY_TYPES.flatMap((type): Ref[] =>
    entities[type].flatMap(({ slug }) => (wanted.has(slug) ? [{ type, slug }] : [])),
  );
  const replacements = new Map(found.map((ref) => [ref.slug, ref]));
  return [...authored]
    .sort((a, b) => compareSlugs(a.slug, b.slug))
    .map(({ slug, reason, replacedBy }) => ({
      slug,
      reason,
      replacedBy: replacedBy === null ? null : (replacements.get(replacedBy) ?? null),
    }));
}

function openMarks(authored: readonly AuthoredEntity[]): (text: AssertedArticle) => readonly Mark[] {
  const types = new Map(authored.map(({ slug, type }) => [slug, type]));
  return (text) => gatherMarks(text, types);
}

function deriveEvents(articles: readonly AssertedArticle[], liesIn: LiesIn): Event[] {
  const asserted = articles.flatMap(({ events }) => events);
  const parts = Map.groupBy(
    asserted.filter(({ introduces }) => introduces?.partOf != null),
    ({ introduces }) => introduces?.partOf,
  );
  const introductions = introductionsIn(articles.flatMap(({ earlier }) => earlier));
  const surroundings: EventSurroundings = {
    introductionOf: (slug) => introductions.get(slug) ?? null,
    partsOf: (slug) => distinctSlugs((parts.get(slug) ?? []).map((part) => part.slug)),
    liesIn,
  };
  return groupBySlug(asserted).map(([slug, group]) => deriveEvent(slug, group, surroundings));
}

/** What the texts introduce: the first of several introductions of an event counts. */
export function introductionsIn(texts: readonly AssertedArticle[]): ReadonlyMap<Slug, AssertedReport['introduces']> {
  const found = texts.flatMap(({ events }) => events.filter(({ introduces }) => introduces !== null));
  return new Map(found.toReversed().map(({ slug, introduces }) => [slug, introduces]));
}

function deriveStatements(articles: readonly AssertedArticle[]): Statement[] {
  const asserted = articles.flatMap(({ statements }) => statements);
  const denials = asserted.flatMap(({ slug, denies }) => denies.map((denied) => ({ slug, denied })));
  const deniers = Map.groupBy(denials, ({ denied }) => denied);
  const published = new Map(articles.map(({ article }) => [article.slug, article.published]));
  const surroundings: StatementSurroundings = {
    publishedOf: (article) => published.get(article) ?? null,
    deniersOf: (slug) => distinctSlugs((deniers.get(slug) ?? []).map((denial) => denial.slug)),
  };
  const statements = groupBySlug(asserted).map(([slug, group]) => deriveStatement(slug, group, surroundings));
  const echoes = findEchoes(
    statements.map(({ slug, quotes }) => ({ slug, text: quotes.slice(0, 1).map(propositionOf).join(''), quotes })),
  );
  return statements.map((statement) => ({ ...statement, echoes: echoes.get(statement.slug) ?? [] }));
}
