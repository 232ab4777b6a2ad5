/** The ways from a time of the timeline to others: wider, earlier, later, by other periods, or by dates of one's own. */
import { GRANULARITIES, type Granularity } from '../../../data/query.ts';
import { inWords } from '../wording.ts';
import { givenText } from './page-parameters.ts';
import {
  addressOfSpan,
  granularitiesOf,
  inWordsOf,
  isOpen,
  neighbour,
  type TimeSpan,
  widened,
} from './timeline-span.ts';
import { EVERYTHING, type Subject } from './timeline-subject.ts';

/** The nearest period before and after a time with something in it; none if there is nothing. */
export interface Beside {
  readonly earlier: { readonly nodes: readonly { readonly period: string }[] };
  readonly later: Beside['earlier'];
}

interface Props {
  readonly beside: Beside;
  readonly span: TimeSpan;
  readonly subject: Subject;
  readonly language: string;
}

/** Links to the times around this one, and to the same time by days, months or years. */
export function Ways({ beside, span, subject, language }: Props) {
  const wide = widened(span);
  const earlier = besideOf(span, -1, beside.earlier);
  const later = besideOf(span, 1, beside.later);
  const isNarrowed = subject.place !== null || subject.involves !== null;
  return (
    <nav class="ways" aria-label="Another time">
      <ul class="links">
        {earlier && (
          <li>
            <a href={addressOfSpan(earlier, subject)} rel="prev">
              ← {inWordsOf(earlier, language)}
            </a>
          </li>
        )}
        {wide && (
          <li>
            <a href={addressOfSpan(wide, subject)}>↑ {isOpen(wide) ? 'All time' : inWordsOf(wide, language)}</a>
          </li>
        )}
        {later && (
          <li>
            <a href={addressOfSpan(later, subject)} rel="next">
              {inWordsOf(later, language)} →
            </a>
          </li>
        )}
        {isNarrowed && (
          <li>
            <a href={addressOfSpan(span, EVERYTHING)}>
              {isOpen(span) ? 'The whole timeline' : 'Everything in this time'}
            </a>
          </li>
        )}
      </ul>
      <ul class="links">
        {granularitiesOf(span).map((granularity) => (
          <li>
            <a
              href={addressOfSpan({ ...span, granularity }, subject)}
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
function besideOf(span: TimeSpan, direction: 1 | -1, { nodes: [bucket] }: Beside['earlier']): TimeSpan | null {
  return bucket ? neighbour(span, direction, bucket.period) : null;
}

const BY: Readonly<Record<Granularity, string>> = { DAY: 'By day', MONTH: 'By month', YEAR: 'By year' };

/** The form for a time of one's own. It keeps the subject. */
export function SpanForm(props: {
  readonly span: TimeSpan;
  readonly subject: Subject;
  readonly parameters: URLSearchParams;
}) {
  const { span, subject, parameters } = props;
  return (
    <form class="fields" action="/timeline">
      <p class="note">Years, months or days: 2025, 2025-03 or 2025-03-04. Leave one empty for an open end.</p>
      {Object.entries(subject).map(([name, slug]) => slug !== null && <input type="hidden" name={name} value={slug} />)}
      {(['from', 'to'] as const).map((name) => (
        <label>
          {inWords(name)}
          <input name={name} value={givenText(parameters, name)} autocomplete="off" size={12} />
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
