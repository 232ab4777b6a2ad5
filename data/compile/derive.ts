/** Deriving: joins what each article says into the things of the corpus, in order and with what reports agree on. */
import { dateKey } from '../fuzzy-date.ts';
import {
  type ArticleText,
  type Corpus,
  type Event,
  type FuzzyDate,
  propositionOf,
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
import { deriveRetired } from './retired.ts';
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
  const entities: Corpus['entities'] = {
    Article: articles.map(({ article }) => article),
    Event: deriveEvents(articles, openContainment(named.Place)),
    Statement: deriveStatements(articles),
    ...named,
  };
  const texts = deriveTexts(articles, authored);
  const retired = deriveRetired(retiredSlugs, withdrawn, entities);
  const records = { entities, texts, dossiers, retired };
  return { summary: summarize(records, articles), ...records };
}

function deriveTexts(articles: readonly AssertedArticle[], authored: readonly AuthoredEntity[]): ArticleText[] {
  const types = new Map(authored.map(({ slug, type }) => [slug, type]));
  return articles.map((asserted) => ({ ...asserted.text, marks: gatherMarks(asserted, types) }));
}

function deriveEvents(articles: readonly AssertedArticle[], liesIn: LiesIn): Event[] {
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
    };
  });
}

function deriveStatements(articles: readonly AssertedArticle[]): Statement[] {
  const asserted = articles.flatMap(({ statements }) => statements);
  const denials = asserted.flatMap(({ slug, denies }) => denies.map((denied) => ({ slug, denied })));
  const deniers = Map.groupBy(denials, ({ denied }) => denied);
  const published = new Map(articles.map(({ article }) => [article.slug, article.published]));
  const statements = groupBySlug(asserted).map(([slug, group]): Omit<Statement, 'echoes'> => {
    const quotes = group.map(({ quote }) => quote);
    const about = new Map(group.flatMap((one) => one.about).map((ref) => [ref.slug, ref]));
    return {
      type: 'Statement',
      slug,
      quotes,
      date: agreeOnSaying(quotes),
      published: earliest(quotes.flatMap(({ article }) => published.get(article) ?? [])),
      about: [...about.values()].sort((a, b) => compareSlugs(a.slug, b.slug)),
      denies: distinctSlugs(group.flatMap((one) => one.denies)),
      deniedBy: distinctSlugs((deniers.get(slug) ?? []).map((denial) => denial.slug)),
    };
  });
  const echoes = findEchoes(
    statements.map(({ slug, quotes }) => ({ slug, text: quotes.slice(0, 1).map(propositionOf).join(''), quotes })),
  );
  return statements.map((statement) => ({ ...statement, echoes: echoes.get(statement.slug) ?? [] }));
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
