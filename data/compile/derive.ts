/** Deriving: joins what each article says into the things of the corpus, in order and with what reports agree on. */
import {
  type Corpus,
  type Event,
  type Mark,
  propositionOf,
  type Retired,
  type Slug,
  type Statement,
} from '../model.ts';
import type { LiesIn } from './agree.ts';
import type { AssertedArticle } from './annotated-article.ts';
import { deriveChanges } from './change.ts';
import type { AuthoredEntity } from './check.ts';
import { findEchoes, type Printed } from './echo.ts';
import type { AssertedReport } from './event-report.ts';
import { gatherHistories, lastReports } from './history.ts';
import { gatherMarks } from './mark.ts';
import { deriveNamed, openContainment } from './named.ts';
import { derivePast } from './past.ts';
import { deriveRelations } from './relation.ts';
import { deriveEvent, deriveStatement, type EventSurroundings, groupBySlug } from './reported.ts';
import type { RetiredSlug } from './retired.ts';
import { deriveRetired } from './retired.ts';
import { allTexts } from './revision.ts';
import type { Traced } from './source.ts';
import { compareSlugs, distinctSlugs } from './span.ts';
import { summarize } from './summary.ts';

/** The whole corpus, from articles without problems. */
export function deriveCorpus(
  authored: readonly AuthoredEntity[],
  retiredSlugs: readonly RetiredSlug[],
  withdrawn: readonly Retired[],
  asserted: readonly AssertedArticle[],
): Corpus {
  const articles = [...asserted].sort((a, b) => compareSlugs(a.article.slug, b.article.slug));
  const { named, dossiers } = deriveNamed(authored, articles);
  const liesIn = openContainment(named.Place);
  const statements = deriveStatements(articles);
  const entities: Corpus['entities'] = {
    Article: articles.map(({ article }) => article),
    Event: deriveEvents(articles, liesIn, openTraced(articles, statements)),
    Statement: statements,
    ...named,
  };
  const last = lastReports(articles);
  const gone = deriveStatements(last, [...articles, ...last]);
  const removed: Corpus['removed'] = {
    Event: deriveEvents(last, liesIn, openTraced(last, [...statements, ...gone])),
    Statement: gone,
  };
  const marksOf = openMarks(authored);
  const texts = articles.map((asserted) => ({ ...asserted.text, marks: marksOf(asserted) }));
  const histories = gatherHistories(articles, marksOf);
  const retired = deriveRetired(retiredSlugs, withdrawn, entities);
  const introductions = introductionsIn(articles.flatMap(allTexts));
  const echoesOf = gone.length === 0 ? echoesIn(statements) : findEchoes([...statements, ...gone].map(printed));
  const past = derivePast(articles, entities, {
    echoesOf,
    authored: new Map(authored.map((entity) => [entity.slug, entity])),
    introductionOf: (slug) => introductions.get(slug) ?? null,
    liesIn,
    marksOf,
  });
  const derived = { entities, texts, dossiers, removed, past, histories, retired };
  const records = { ...derived, changes: deriveChanges(derived) };
  return { summary: summarize(records, articles), ...records };
}

function openMarks(authored: readonly AuthoredEntity[]): (text: AssertedArticle) => readonly Mark[] {
  const types = new Map(authored.map(({ slug, type }) => [slug, type]));
  return (text) => gatherMarks(text, types);
}

function openTraced(articles: readonly AssertedArticle[], statements: readonly Statement[]): Traced {
  const bySlug = new Map(articles.map(({ article }) => [article.slug, article]));
  const quotes = new Map(statements.map((statement) => [statement.slug, statement.quotes]));
  return { articleOf: (slug) => bySlug.get(slug), quotesOf: (slug) => quotes.get(slug) ?? [] };
}

function deriveEvents(articles: readonly AssertedArticle[], liesIn: LiesIn, traced: Traced): Event[] {
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
    traced,
  };
  return groupBySlug(asserted).map(([slug, group]) => deriveEvent(slug, group, surroundings));
}

/** What the texts introduce: the first of several introductions of an event counts. */
export function introductionsIn(texts: readonly AssertedArticle[]): ReadonlyMap<Slug, AssertedReport['introduces']> {
  const found = texts.flatMap(({ events }) => events.filter(({ introduces }) => introduces !== null));
  return new Map(found.toReversed().map(({ slug, introduces }) => [slug, introduces]));
}

/** The echoes that statements have already. */
function echoesIn(statements: readonly Statement[]): ReadonlyMap<Slug, readonly Slug[]> {
  return new Map(statements.map(({ slug, echoes }) => [slug, echoes]));
}

function printed({ slug, quotes }: Pick<Statement, 'slug' | 'quotes'>): Printed {
  return { slug, text: quotes.slice(0, 1).map(propositionOf).join(''), quotes };
}

/** @param relating the articles whose statements may stand to these in some way. */
function deriveStatements(articles: readonly AssertedArticle[], relating = articles): Statement[] {
  const asserted = articles.flatMap(({ statements }) => statements);
  const published = new Map(articles.map(({ article }) => [article.slug, article.published]));
  const publishedOf = (article: Slug) => published.get(article) ?? null;
  const statements = groupBySlug(asserted).map(([slug, group]) => deriveStatement(slug, group, publishedOf));
  const echoes = findEchoes(statements.map(printed));
  const echoing = statements.map((statement) => ({ ...statement, echoes: echoes.get(statement.slug) ?? [] }));
  const others = relating === articles ? asserted : relating.flatMap(({ statements }) => statements);
  const relations = deriveRelations(others, echoing, publishedOf);
  return echoing.map((statement) => ({ ...statement, relations: relations.get(statement.slug) ?? [] }));
}
