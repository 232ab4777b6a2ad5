/** Deriving: joins what each article says into the things of the corpus, in order and with what reports agree on. */
import { dateKey } from '../fuzzy-date.ts';
import {
  type Corpus,
  ENTITY_TYPES,
  type Event,
  type FuzzyDate,
  type Mark,
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
import { gatherHistories, lastReports } from './history.ts';
import { gatherMarks } from './mark.ts';
import { deriveNamed, openContainment } from './named.ts';
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
  const introductions = new Map(
    articles
      .flatMap((article) => article.earlier.flatMap(({ events }) => events))
      .flatMap(({ slug, introduces }) => (introduces === null ? [] : [[slug, introduces] as const])),
  );
  return groupBySlug(asserted).map(([slug, group]) => {
    // If the text that introduced it changed, other articles may still report it.
    const introduced = group[0]?.introduces ?? introductions.get(slug) ?? null;
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
