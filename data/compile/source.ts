/** Sources: to which publishers the reports of an event can be traced, so that one text in three papers counts once. */
import { words } from '../fold.ts';
import { daysOf } from '../fuzzy-date.ts';
import { type Article, type EventReport, type EventSource, propositionOf, type Quote, type Slug } from '../model.ts';
import { findEchoes, type Printed } from './echo.ts';

/** Two papers may well hit on fewer words for the same event: "fire broke out at Harrow Mill". */
const LEAST_PASSAGE_WORDS = 8;

/** What is traced of the articles and statements that reports name. */
export interface Traced {
  readonly articleOf: (slug: Slug) => Pick<Article, 'slug' | 'publisher' | 'published' | 'agency'> | undefined;
  readonly quotesOf: (statement: Slug) => readonly Quote[];
}

type Trace = EventSource['traces'][number];

/**
 * The sources of an event, in the order of their first reports. A report is traced to
 *
 * - the agency that the text of its article credits; or
 * - the source of the first article that has the same words (see `echo.ts`), if that was certainly published before: the
 *   words of the passage, or those of the statement that it is attributed to; or
 * - the publisher of its own article. An article without one is a source of its own.
 *
 * Words are compared within one event.
 */
export function deriveSources(reports: readonly EventReport[], traced: Traced): EventSource[] {
  const earliest = openEarliest(reports, traced);
  const traces = reports.map((_, number) => traceOf(number, reports, traced, earliest));
  return [...Map.groupBy(traces, ({ key }) => key).values()].flatMap((group) =>
    group.slice(0, 1).map(({ organization }) => ({ organization, traces: group.map(({ trace }) => trace) })),
  );
}

interface Found {
  /** The same for reports of one source. */
  readonly key: string;
  readonly organization: Slug | null;
  readonly trace: Trace;
}

function traceOf(
  number: number,
  reports: readonly EventReport[],
  traced: Traced,
  earliest: (number: number) => number | null,
): Found {
  const article = traced.articleOf(reports[number]?.article ?? '');
  const agency = article?.agency?.organization ?? null;
  const organization = agency ?? article?.publisher ?? null;
  const own: Found = {
    key: organization ?? ` ${article?.slug}`,
    organization,
    trace: { report: number, basis: agency === null ? 'OWN' : 'CREDITED', echoOf: null },
  };
  const first = agency === null ? earliest(number) : null;
  // Each step leads to an earlier day, so this ends.
  const origin = first === null ? own : traceOf(first, reports, traced, earliest);
  if (first === null || origin.key === own.key) return own;
  const echoOf = origin.trace.echoOf ?? reports[first]?.article ?? null;
  return { ...origin, trace: { report: number, basis: 'ECHO', echoOf } };
}

/** Returns a function that gives the first report with the same words, if its article is certainly from an earlier day. */
function openEarliest(reports: readonly EventReport[], { articleOf, quotesOf }: Traced) {
  if (new Set(reports.map(({ article }) => article)).size < 2) return () => null;
  const passages = reports.map(({ evidence }) => evidence.map(({ exact }) => exact).join(' '));
  const basis = reports.map(({ article, attributedTo }) =>
    (attributedTo === null ? [] : quotesOf(attributedTo))
      .filter((quote) => quote.article === article)
      .map(propositionOf)
      .join(' '),
  );
  const echoes = [passages, basis].map((texts) => findEchoes(texts.flatMap((text, number) => printed(text, number))));
  const dayOf = (number: number) => {
    const published = articleOf(reports[number]?.article ?? '')?.published ?? null;
    return published === null ? null : daysOf(published);
  };
  return (number: number): number | null => {
    const own = dayOf(number);
    if (own === null) return null;
    const found = new Set(echoes.flatMap((list) => list.get(String(number)) ?? []).map(Number));
    const before = [...found].flatMap((other) => {
      const day = dayOf(other);
      return day !== null && day.to < own.from ? [{ other, day }] : [];
    });
    const [first] = before.sort((a, b) => a.day.from - b.day.from || a.day.to - b.day.to || a.other - b.other);
    return first?.other ?? null;
  };

  function printed(text: string, number: number): Printed[] {
    const article = reports[number]?.article;
    if (article === undefined || words(text).length < LEAST_PASSAGE_WORDS) return [];
    return [{ slug: String(number), text, quotes: [{ article }] }];
  }
}
