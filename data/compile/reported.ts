/** What articles report, one thing at a time: an event or statement from all that is said of it. */
import { dateKey } from '../fuzzy-date.ts';
import type { Event, FuzzyDate, Slug, Statement } from '../model.ts';
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
import type { AssertedReport } from './event-report.ts';
import type { AssertedQuote } from './quote.ts';
import { deriveSources, type Traced } from './source.ts';
import { compareSlugs } from './span.ts';

/** What an event needs to know besides its reports. */
export interface EventSurroundings {
  /** What introduced it, if none of the reports does: an earlier text of its article. */
  readonly introductionOf: (event: Slug) => AssertedReport['introduces'];
  /** The events that are parts of it, ordered by slug. */
  readonly partsOf: (event: Slug) => readonly Slug[];
  readonly liesIn: LiesIn;
  /** The articles and statements that its reports name. */
  readonly traced: Traced;
}

/** The event, from all its reports in order. */
export function deriveEvent(
  slug: Slug,
  group: readonly AssertedReport[],
  { introductionOf, partsOf, liesIn, traced }: EventSurroundings,
): Event {
  const introduced = group[0]?.introduces ?? introductionOf(slug);
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
    subEvents: partsOf(slug),
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
}

/** The statement without its echoes and relations, from all its quotes in order. */
export function deriveStatement(
  slug: Slug,
  group: readonly AssertedQuote[],
  publishedOf: (article: Slug) => FuzzyDate | null,
): Omit<Statement, 'echoes' | 'relations'> {
  const quotes = group.map(({ quote }) => quote);
  const about = new Map(group.flatMap((one) => one.about).map((ref) => [ref.slug, ref]));
  return {
    type: 'Statement',
    slug,
    quotes,
    date: agreeOnSaying(quotes),
    published: earliest(quotes.flatMap(({ article }) => publishedOf(article) ?? [])),
    about: [...about.values()].sort((a, b) => compareSlugs(a.slug, b.slug)),
  };
}

/** The first of the dates; null if there is none. */
function earliest(dates: readonly FuzzyDate[]): FuzzyDate | null {
  const [first = null] = [...dates].sort((a, b) => compareKeys(dateKey(a), dateKey(b), 'ASC'));
  return first;
}

/** By slug; in each group the introduction comes first, then by article and in the order written there. */
export function groupBySlug<T extends { readonly slug: Slug; readonly introduces: unknown }>(
  asserted: readonly T[],
): [Slug, T[]][] {
  return [...Map.groupBy(asserted, ({ slug }) => slug)]
    .sort(([a], [b]) => compareSlugs(a, b))
    .map(([slug, group]) => [slug, introducingFirst(group)]);
}

/** Given what is said of one thing by article and in the order written there. */
export function introducingFirst<T extends { readonly introduces: unknown }>(group: readonly T[]): T[] {
  return group.toSorted((a, b) => Number(Boolean(b.introduces)) - Number(Boolean(a.introduces)));
}
