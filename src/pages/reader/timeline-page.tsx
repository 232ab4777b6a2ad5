/** `/timeline?from=&to=&granularity=`: how much lies in each period, then the events and statements themselves. */

import { displayDate } from '../../../data/date-display.ts';
import type { DateBounds } from '../../../data/model.ts';
import { GRANULARITIES, type Granularity } from '../../../data/query.ts';
import { UNMETERED } from '../../../data/store.ts';
import type { Page } from '../layout.tsx';
import { numberIn } from '../locale.ts';
import { counted, inWords } from '../wording.ts';
import type { Listed } from './answer.ts';
import { labelled, openLabels, type Slot, slotsOf } from './axis.ts';
import { Credits, Names, Section } from './parts.tsx';
import { Sources } from './sources.tsx';
import {
  addressOfSpan,
  cursorsOf,
  endsOf,
  isOfWholePeriods,
  neighbour,
  periodOf,
  rangeOf,
  readSpan,
  type Span,
  spanOf,
  widened,
} from './span.ts';
import { Drawing } from './timeline-drawing.tsx';
import { type DatedEvent, type DatedStatement, type Entry, entriesOf } from './timeline-entry.ts';
import type { Reading, View } from './view.ts';

/** The answer to `src/operations/timeline-page.graphql`. */
interface TimelineAnswer {
  readonly timeline: { readonly nodes: readonly Bucket[] };
  readonly earlier: { readonly nodes: readonly { readonly period: string }[] };
  readonly later: TimelineAnswer['earlier'];
  readonly events: Listed<DatedEvent>;
  readonly statements: Listed<DatedStatement>;
}

interface Bucket {
  readonly period: string;
  readonly eventCount: number;
  readonly statementCount: number;
}

export const TIMELINE_VIEW: View<TimelineAnswer> = {
  operation: 'timeline-page',
  variables(exchange) {
    const span = readSpan(new URL(exchange.req.url).searchParams);
    return { window: rangeOf(span), ...cursorsOf(span), granularity: span.granularity };
  },
  read: (answer, reading) => timelinePage(answer, reading, readSpan(reading.parameters)),
};

function timelinePage(answer: TimelineAnswer, reading: Reading, span: Span): Page {
  const { events, statements } = answer;
  const { language } = reading;
  const when = isOpen(span) ? null : inWordsOf(span, language);
  const title = when === null ? 'Timeline' : `Timeline: ${when}`;
  const contents = `${counted(events.totalCount, 'event', language)}, ${counted(statements.totalCount, 'statement', language)}`;
  return {
    title,
    description: `What happened and was said, as the articles date it: ${contents}.`,
    section: '/timeline',
    address: '/timeline',
    origin: reading.origin,
    content: (
      <article class="timeline">
        <header class="opening">
          <p class="kicker">Timeline</p>
          <h1>{when ?? 'All that has a date'}</h1>
          <p class="note">{contents}</p>
        </header>
        <Ways answer={answer} span={span} language={language} />
        {events.totalCount + statements.totalCount === 0 ? (
          <p class="lead">The articles date nothing to this time.</p>
        ) : (
          <Contents answer={answer} span={span} language={language} />
        )}
        <SpanForm span={span} parameters={reading.parameters} />
        <Sources reading={reading} />
      </article>
    ),
  };
}

function Contents(props: { readonly answer: TimelineAnswer; readonly span: Span; readonly language: string }) {
  const { answer, span, language } = props;
  const { timeline, events, statements } = answer;
  const ends = [span.earliest, span.latest].map((day) => (day === null ? null : periodOf(day, span.granularity)));
  const periods = [ends[0], ...timeline.nodes.map(({ period }) => period), ends[1]];
  const slots = slotsOf([...new Set(periods.filter((period) => typeof period === 'string'))], span.granularity);
  const entries = entriesOf(events.nodes, statements.totalCount > statements.nodes.length ? [] : statements.nodes);
  const drawn = statements.totalCount <= MOST_DRAWN ? entries : entries.filter(({ type }) => type === 'EVENT');
  return (
    <>
      <Histogram answer={answer} span={span} slots={slots} language={language} />
      <Section id="entries" title="What, and when">
        <LeftOut of={events} things="events" language={language} />
        {slots.length > 0 && <Drawing entries={drawn} slots={slots} language={language} />}
        <ol class="entries">
          {entries.map((entry) => (
            <li>
              <EntryLine entry={entry} />
            </li>
          ))}
        </ol>
        {statements.totalCount > statements.nodes.length && (
          <p class="note">
            {counted(statements.totalCount, 'statement', language)} are too many to list here. Choose a shorter time
            above, or <a href="/search">search</a> them.
          </p>
        )}
      </Section>
    </>
  );
}

/** More statements than this hide each other. */
const MOST_DRAWN = 20;

function LeftOut(props: { readonly of: Listed<unknown>; readonly things: string; readonly language: string }) {
  const { of, things, language } = props;
  if (of.totalCount <= of.nodes.length) return null;
  return (
    <p class="note">
      The latest {of.nodes.length} of {numberIn(language, of.totalCount)} {things} are here. Choose a shorter time above
      for the others.
    </p>
  );
}

function EntryLine({ entry: { name, url, language, words, basis, by, type, speakers } }: { readonly entry: Entry }) {
  return (
    <>
      <span class="when">{words}</span>
      <span class={`what ${type.toLowerCase()}`}>
        <a class={type === 'STATEMENT' ? 'quote' : undefined} href={url} lang={language ?? undefined}>
          <bdi>{name}</bdi>
        </a>
        <Credits
          of={[
            speakers.length > 0 && <Names of={speakers} />,
            basis === 'PUBLISHED' && 'published that day: no article says when it was said',
            basis === 'REPORTED' &&
              (by.length > 0 ? (
                <>
                  date given by <Names of={by} />
                </>
              ) : (
                'a date of some report only'
              )),
          ]}
        />
      </span>
    </>
  );
}

/** Bars for what certainly lies in each period; each leads into its period. */
function Histogram(props: {
  readonly answer: TimelineAnswer;
  readonly span: Span;
  readonly slots: readonly Slot[];
  readonly language: string;
}) {
  const { answer, span, slots, language } = props;
  const { timeline } = answer;
  const counts = new Map(timeline.nodes.map((bucket) => [bucket.period, bucket]));
  const most = Math.max(1, ...timeline.nodes.map(({ eventCount, statementCount }) => eventCount + statementCount));
  const labelOf = openLabels(slots, language);
  const labels = new Set(labelled(slots, MOST_LABELS).map(({ at }) => at));
  const things = { YEAR: 'year', MONTH: 'month', DAY: 'day' }[span.granularity];
  return (
    <Section id="periods" title={`${inWords(things)} by ${things}`}>
      <p class="key">
        <span class="event">events</span> <span class="statement">statements</span>
        {slots.some(({ period }) => period === null) && <span class="fold">nothing for some time</span>}
      </p>
      <ol class="bars">
        {slots.map(({ period }, at) => {
          const bucket = period === null ? undefined : counts.get(period);
          const label = period !== null && labels.has(at) && <span class="label">{labelOf(period)}</span>;
          const drilled = bucket && (spanOf(bucket.period) ?? null);
          if (!bucket || !drilled) {
            return (
              <li class={period === null ? 'fold' : undefined} aria-hidden="true">
                {label}
              </li>
            );
          }
          const says = saysOf(bucket, language);
          return (
            <li>
              <a href={addressOfSpan(drilled)} title={says}>
                <span class="hidden">{says}</span>
                <Bar bucket={bucket} most={most} />
              </a>
              {label}
            </li>
          );
        })}
      </ol>
      <Vague answer={answer} span={span} things={things} language={language} />
    </Section>
  );
}

/** As many as fit on a telephone. */
const MOST_LABELS = 5;

function saysOf({ period, eventCount, statementCount }: Bucket, language: string): string {
  const events = counted(eventCount, 'event', language);
  return `${nameOf(period, language)}: ${events}, ${counted(statementCount, 'statement', language)}`;
}

function Bar({ bucket, most }: { readonly bucket: Bucket; readonly most: number }) {
  const [events, statements] = [bucket.eventCount, bucket.statementCount].map((count) => round((100 * count) / most));
  return (
    <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
      <rect class="event" x="1" width="8" y={100 - (events ?? 0)} height={events} />
      <rect class="statement" x="1" width="8" y={round(100 - (events ?? 0) - (statements ?? 0))} height={statements} />
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** As the operation asks for. */
const MOST_PERIODS = 100;

/** How much is in no bar, because its date does not say in which. */
function Vague(props: {
  readonly answer: TimelineAnswer;
  readonly span: Span;
  readonly things: string;
  readonly language: string;
}) {
  const { answer, span, things, language } = props;
  const { timeline, events, statements } = answer;
  if (timeline.nodes.length === MOST_PERIODS) {
    return (
      <p class="note">
        The latest {MOST_PERIODS} {things}s with something in them. Choose an earlier time to see what is before.
      </p>
    );
  }
  if (!isOfWholePeriods(span)) return null;
  const inBars = timeline.nodes.reduce((sum, { eventCount, statementCount }) => sum + eventCount + statementCount, 0);
  const vague = events.totalCount + statements.totalCount - inBars;
  if (vague <= 0) return null;
  return (
    <p class="note">
      {numberIn(language, vague)} more {vague === 1 ? 'has a date' : 'have dates'} too vague for a single {things}: no
      bar counts {vague === 1 ? 'it' : 'them'}.
    </p>
  );
}

/** Wider, earlier, later, finer. */
function Ways(props: { readonly answer: TimelineAnswer; readonly span: Span; readonly language: string }) {
  const { answer, span, language } = props;
  const wide = widened(span);
  const earlier = beside(span, -1, answer.earlier);
  const later = beside(span, 1, answer.later);
  return (
    <nav class="ways" aria-label="Another time">
      <ul class="links">
        {earlier && (
          <li>
            <a href={addressOfSpan(earlier)} rel="prev">
              ← {inWordsOf(earlier, language)}
            </a>
          </li>
        )}
        {wide && (
          <li>
            <a href={addressOfSpan(wide)}>↑ {isOpen(wide) ? 'All time' : inWordsOf(wide, language)}</a>
          </li>
        )}
        {later && (
          <li>
            <a href={addressOfSpan(later)} rel="next">
              {inWordsOf(later, language)} →
            </a>
          </li>
        )}
      </ul>
      <ul class="links">
        {GRANULARITIES.map((granularity) => (
          <li>
            <a
              href={addressOfSpan({ ...span, granularity })}
              aria-current={granularity === span.granularity ? 'true' : undefined}
            >
              {BY[granularity]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Only where there is something. */
function beside(span: Span, direction: 1 | -1, { nodes: [bucket] }: TimelineAnswer['earlier']): Span | null {
  return bucket ? neighbour(span, direction, bucket.period) : null;
}

const BY: Readonly<Record<Granularity, string>> = { DAY: 'By day', MONTH: 'By month', YEAR: 'By year' };

function SpanForm({ span, parameters }: { readonly span: Span; readonly parameters: URLSearchParams }) {
  return (
    <form class="fields" action="/timeline">
      <p class="note">Years, months or days: 2025, 2025-03 or 2025-03-04. Leave one empty for an open end.</p>
      {(['from', 'to'] as const).map((name) => (
        <label>
          {inWords(name)}
          <input name={name} value={parameters.get(name) ?? ''} autocomplete="off" size={12} />
        </label>
      ))}
      <label>
        Periods
        <select name="granularity">
          {GRANULARITIES.map((granularity) => (
            <option value={granularity} selected={granularity === span.granularity}>
              {BY[granularity]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">Show</button>
    </form>
  );
}

function isOpen({ earliest, latest }: DateBounds): boolean {
  return earliest === null && latest === null;
}

function inWordsOf(span: Span, language: string): string {
  const { from, to } = endsOf(span);
  return nameOf(from === to && from !== null ? from : `${from ?? '..'}/${to ?? '..'}`, language);
}

/** A date for the reader; as it is written, if the language has no words for it. */
function nameOf(edtf: string, language: string): string {
  return displayDate({ edtf }, language, UNMETERED) ?? edtf;
}
