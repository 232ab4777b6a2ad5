/** Deriving: joins what each article says into the things of the corpus, in order and with what reports agree on. */
import { dateKey } from '../fuzzy-date.ts';
import {
  type ArticleText,
  type Corpus,
  ENTITY_TYPES,
  type Event,
  type FuzzyDate,
  propositionOf,
  type Ref,
  type Retired,
  type Slug,
  type Statement,
} from '../model.ts';
import { compareKeys } from '../page.ts';
import {
  agreeOnDate,
  agreeOnFigures,
  agreeOnParticipants,
  agreeOnPlaces,
  agreeOnSaying,
  agreeOnTime,
  disagreeOnOccurrence,
  type LiesIn,
} from './agree.ts';
import type { AssertedArticle } from './annotated-article.ts';
import type { AuthoredEntity, RetiredSlug } from './check.ts';
import { findEchoes } from './echo.ts';
import { gatherMarks } from './mark.ts';
import { deriveNamed, openContainment } from './named.ts';
import { deriveRelations } from './relation.ts';
import { deriveSources, type Traced } from './source.ts';
import { compareSlugs } from './span.ts';
import { summarize } from './summary.ts';

/** The whole corpus, from articles without problems. */
export function deriveCorpus(
  authored: readonly AuthoredEntity[],
  retiredSlugs: readonly RetiredSlug[],
  asserted: readonly AssertedArticle[],
): Corpus {
  const articles = [...asserted].sort((a, b) => compareSlugs(a.article.slug, b.article.slug));
  const { named, dossiers } = deriveNamed(authored, articles);
  const statements = deriveStatements(articles);
  const entities: Corpus['entities'] = {
    Article: articles.map(({ article }) => article),
    Event: deriveEvents(articles, openContainment(named.Place), openTraced(articles, statements)),
    Statement: statements,
    ...named,
  };
  const texts = deriveTexts(articles, authored);
  const retired = deriveRetired(retiredSlugs, entities);
  const records = { entities, texts, dossiers, retired };
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

function deriveTexts(articles: readonly AssertedArticle[], authored: readonly AuthoredEntity[]): ArticleText[] {
  const types = new Map(authored.map(({ slug, type }) => [slug, type]));
  return articles.map((asserted) => ({ ...asserted.text, marks: gatherMarks(asserted, types) }));
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
  return groupBySlug(asserted).map(([slug, group]) => {
    const introduced = group[0]?.introduces ?? null;
    if (introduced === null)
      throw new Error(`Nothing introduces the event "${slug}", which linking should have reported.`);
    const reports = group.map(({ report }) => report);
    const date = agreeOnDate(reports);
    const time = agreeOnTime(reports);
    const places = agreeOnPlaces(reports, liesIn);
    const participants = agreeOnParticipants(reports);
    const figures = agreeOnFigures(reports);
    return {
      type: 'Event',
      slug,
      ...introduced,
      subEvents: (parts.get(slug) ?? []).map((part) => part.slug).sort(compareSlugs),
      reports,
      date: date.agreed,
      time: time.agreed,
      places: places.agreed,
      participants: participants.agreed,
      figures: figures.agreed,
      disagreements: [
        ...disagreeOnOccurrence(reports),
        ...[date, time, places, participants, figures].flatMap(({ disagreements }) => disagreements),
      ],
      sources: deriveSources(reports, traced),
    };
  });
}

function deriveStatements(articles: readonly AssertedArticle[]): Statement[] {
  const asserted = articles.flatMap(({ statements }) => statements);
  const published = new Map(articles.map(({ article }) => [article.slug, article.published]));
  const statements = groupBySlug(asserted).map(([slug, group]): Omit<Statement, 'relations' | 'echoes'> => {
    const quotes = group.map(({ quote }) => quote);
    const about = new Map(group.flatMap((one) => one.about).map((ref) => [ref.slug, ref]));
    return {
      type: 'Statement',
      slug,
      quotes,
      date: agreeOnSaying(quotes),
      published: earliest(quotes.flatMap(({ article }) => published.get(article) ?? [])),
      about: [...about.values()].sort((a, b) => compareSlugs(a.slug, b.slug)),
    };
  });
  const echoes = findEchoes(
    statements.map(({ slug, quotes }) => ({ slug, text: quotes.slice(0, 1).map(propositionOf).join(''), quotes })),
  );
  const echoing = statements.map((statement) => ({ ...statement, echoes: echoes.get(statement.slug) ?? [] }));
  const relations = deriveRelations(asserted, echoing, (article) => published.get(article) ?? null);
  return echoing.map((statement) => ({ ...statement, relations: relations.get(statement.slug) ?? [] }));
}

/** By slug; in each group the introduction comes first, then by article and in the order written there. */
function groupBySlug<T extends { readonly slug: Slug; readonly introduces: unknown }>(
  asserted: readonly T[],
): [Slug, T[]][] {
  return [...Map.groupBy(asserted, ({ slug }) => slug)]
    .sort(([a], [b]) => compareSlugs(a, b))
    .map(([slug, group]) => [
      slug,
      group.sort((a, b) => Number(Boolean(b.introduces)) - Number(Boolean(a.introduces))),
    ]);
}

/** The first of the dates; null if there is none. */
function earliest(dates: readonly FuzzyDate[]): FuzzyDate | null {
  const [first = null] = [...dates].sort((a, b) => compareKeys(dateKey(a), dateKey(b), 'ASC'));
  return first;
}
