/** How much lies in each period: a bar for each, and below them what no bar counts. */
import type { Granularity } from '../../../data/query.ts';
import { numberIn } from '../locale.ts';
import { counted, inWords } from '../wording.ts';
import { Section } from './parts.tsx';
import { labelled, MOST_LABELS, openLabels, type Slot } from './timeline-axis.ts';
import { addressOfSpan, isOfWholePeriods, nameOf, spanOf, type TimeSpan } from './timeline-span.ts';
import { EVERYTHING, type Subject } from './timeline-subject.ts';

/** What certainly lies in a period. */
export interface Bucket {
  /** `2025`, `2025-03` or `2025-03-04`. */
  readonly period: string;
  readonly eventCount: number;
  readonly statementCount: number;
}

/** The latest periods of a time with something in them, and everything that can lie in that time. */
export interface Counts {
  readonly timeline: { readonly pageInfo: { readonly hasPreviousPage: boolean }; readonly nodes: readonly Bucket[] };
  readonly events: { readonly totalCount: number };
  readonly statements: { readonly totalCount: number };
}

interface Props {
  readonly counts: Counts;
  readonly span: TimeSpan;
  readonly subject: Subject;
  readonly slots: readonly Slot[];
  readonly language: string;
}

/** The bars of a time under their heading, with what they do not count. */
export function Histogram({ counts, span, subject, slots, language }: Props) {
  const unit = UNITS[span.granularity];
  return (
    <Section id="periods" title={`${inWords(unit)} by ${unit}`}>
      <Bars buckets={counts.timeline.nodes} subject={subject} slots={slots} language={language} />
      <Uncounted counts={counts} span={span} language={language} />
    </Section>
  );
}

const UNITS: Readonly<Record<Granularity, string>> = { YEAR: 'year', MONTH: 'month', DAY: 'day' };

/** A bar for each column of an axis, as tall as what certainly lies in it; each leads into its period. */
export function Bars(props: {
  readonly buckets: readonly Bucket[];
  readonly slots: readonly Slot[];
  readonly language: string;
  readonly subject?: Subject;
}) {
  const { buckets, slots, language, subject = EVERYTHING } = props;
  const byPeriod = new Map(buckets.map((bucket) => [bucket.period, bucket]));
  const most = Math.max(1, ...buckets.map(heightOf));
  const labelOf = openLabels(slots, language);
  const labels = new Set(labelled(slots, MOST_LABELS.telephone).map(({ at }) => at));
  return (
    <>
      <p class="key">
        <span class="events">events</span> <span class="statements">statements</span>
        {slots.some(({ period }) => period === null) && <span class="fold">nothing for some time</span>}
      </p>
      <ol class="bars">
        {slots.map(({ period }, at) => {
          const bucket = period === null ? undefined : byPeriod.get(period);
          const label = period !== null && labels.has(at) && <span class="label">{labelOf(period)}</span>;
          const within = bucket && heightOf(bucket) > 0 ? spanOf(bucket.period) : null;
          if (!bucket || !within) {
            return (
              <li class={period === null ? 'fold' : undefined} aria-hidden="true">
                {label}
              </li>
            );
          }
          const says = saysOf(bucket, language);
          return (
            <li>
              <a href={addressOfSpan(within, subject)} title={says}>
                <span class="hidden">{says}</span>
                <Bar bucket={bucket} most={most} />
              </a>
              {label}
            </li>
          );
        })}
      </ol>
    </>
  );
}

function heightOf({ eventCount, statementCount }: Bucket): number {
  return eventCount + statementCount;
}

function saysOf({ period, eventCount, statementCount }: Bucket, language: string): string {
  const events = counted(eventCount, 'event', language);
  return `${nameOf(period, language)}: ${events}, ${counted(statementCount, 'statement', language)}`;
}

function Bar({ bucket, most }: { readonly bucket: Bucket; readonly most: number }) {
  const events = round((100 * bucket.eventCount) / most);
  const statements = round((100 * bucket.statementCount) / most);
  return (
    <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
      <rect class="events" x="1" width="8" y={round(100 - events)} height={events} />
      <rect class="statements" x="1" width="8" y={round(100 - events - statements)} height={statements} />
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** How much is in no bar: because there are too many periods, or because its date does not say in which it lies. */
export function Uncounted({ counts, span, language }: Pick<Props, 'counts' | 'span' | 'language'>) {
  const { timeline, events, statements } = counts;
  const unit = UNITS[span.granularity];
  if (timeline.pageInfo.hasPreviousPage) {
    return (
      <p class="note">
        The latest {counted(timeline.nodes.length, unit, language)} with something in them. Choose an earlier time to
        see what is before.
      </p>
    );
  }
  if (!isOfWholePeriods(span)) return null;
  const inBars = timeline.nodes.reduce((sum, bucket) => sum + heightOf(bucket), 0);
  const vague = events.totalCount + statements.totalCount - inBars;
  if (vague <= 0) return null;
  return (
    <p class="note">
      {numberIn(language, vague)} more {vague === 1 ? 'has a date' : 'have dates'} too vague or too disputed for a
      single {unit}: no bar counts {vague === 1 ? 'it' : 'them'}.
    </p>
  );
}
