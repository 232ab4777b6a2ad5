/**
 * `/timeline?from=&to=&granularity=&place=&involves=`: how much lies in each period, then the events and statements
 * themselves.
 */
import type { Page } from '../layout.tsx';
import { numberIn } from '../locale.ts';
import { counted } from '../wording.ts';
import type { Linked, Listed } from './answer.ts';
import { Credits, Names, Section, Series } from './parts.tsx';
import { Sources } from './sources.tsx';
import { slotsOf } from './timeline-axis.ts';
import { Drawing } from './timeline-drawing.tsx';
import { type DatedEvent, type DatedStatement, type Entry, entriesOf } from './timeline-entry.ts';
import { type Counts, Histogram } from './timeline-histogram.tsx';
import { cursorsOf, inWordsOf, isOpen, periodWith, rangeOf, readSpan, type TimeSpan } from './timeline-span.ts';
import { namesOf, readSubject, type Subject, type SubjectAnswer, variablesOf } from './timeline-subject.ts';
import { type Beside, SpanForm, Ways } from './timeline-ways.tsx';
import type { Reading, View } from './view.ts';

/** The answer to `src/operations/timeline-page.graphql`. */
interface TimelineAnswer extends Counts, Beside, SubjectAnswer {
  readonly events: Listed<DatedEvent>;
  readonly statements: Listed<DatedStatement>;
}

interface Asked {
  readonly span: TimeSpan;
  readonly subject: Subject;
}

/** The timeline, at the address that this file begins with. */
export const TIMELINE_VIEW: View<TimelineAnswer> = {
  operation: 'timeline-page',
  variables(exchange) {
    const { span, subject } = askedIn(new URL(exchange.req.url).searchParams);
    return { window: rangeOf(span), ...cursorsOf(span), granularity: span.granularity, ...variablesOf(subject) };
  },
  read: (answer, reading) => timelinePage(answer, reading, askedIn(reading.parameters)),
};

function askedIn(parameters: URLSearchParams): Asked {
  return { span: readSpan(parameters), subject: readSubject(parameters) };
}

function timelinePage(answer: TimelineAnswer, reading: Reading, { span, subject }: Asked): Page {
  const { events, statements } = answer;
  const { language } = reading;
  const when = isOpen(span) ? null : inWordsOf(span, language);
  const names = namesOf(subject, answer);
  const what = [
    ...names.map((name) => (typeof name === 'string' ? name : name.name)),
    ...(when === null ? [] : [when]),
  ];
  const contents = `${counted(events.totalCount, 'event', language)}, ${counted(statements.totalCount, 'statement', language)}`;
  return {
    title: what.length === 0 ? 'Timeline' : `Timeline: ${what.join(', ')}`,
    description: `What happened and was said, as the articles date it: ${contents}.`,
    section: '/timeline',
    address: '/timeline',
    origin: reading.origin,
    content: (
      <article class="timeline">
        <header class="opening">
          <p class="kicker">Timeline</p>
          <h1>
            <Series items={names.map((name) => (typeof name === 'string' ? name : <Headline of={name} />))} />
            {names.length > 0 ? when !== null && `: ${when}` : (when ?? 'Everything with a date')}
          </h1>
          <p class="note">{contents}</p>
        </header>
        <Ways beside={answer} span={span} subject={subject} language={language} />
        {events.totalCount + statements.totalCount === 0 ? (
          <p class="lead">{names.length === 0 ? NOTHING : NOTHING_OF_THAT}</p>
        ) : (
          <Contents answer={answer} span={span} subject={subject} language={language} />
        )}
        <SpanForm span={span} subject={subject} parameters={reading.parameters} />
        <Sources reading={reading} />
      </article>
    ),
  };
}

function Headline({ of: { name, url } }: { readonly of: Linked }) {
  return (
    <a class="headline" href={url}>
      <bdi>{name}</bdi>
    </a>
  );
}

const NOTHING = 'The articles date nothing to this time.';
const NOTHING_OF_THAT = 'The articles date nothing of that to this time.';

function Contents(props: Asked & { readonly answer: TimelineAnswer; readonly language: string }) {
  const { answer, span, subject, language } = props;
  const { timeline, events, statements } = answer;
  const ends = [span.earliest, span.latest].map((day) => (day === null ? null : periodWith(day, span.granularity)));
  const periods = [ends[0], ...timeline.nodes.map(({ period }) => period), ends[1]];
  const slots = slotsOf([...new Set(periods.filter((period) => typeof period === 'string'))], span.granularity);
  const areTooMany = statements.totalCount > statements.nodes.length;
  const entries = entriesOf(events.nodes, areTooMany ? [] : statements.nodes);
  const drawn = statements.totalCount <= MOST_DRAWN ? entries : entries.filter(({ type }) => type === 'EVENT');
  const search = subject.place === null ? '/search' : `/search?${new URLSearchParams({ place: subject.place })}`;
  return (
    <>
      <Histogram counts={answer} span={span} subject={subject} slots={slots} language={language} />
      <Section id="entries" title="What, and when">
        <EventsLeftOut events={events} language={language} />
        {slots.length > 0 && <Drawing entries={drawn} slots={slots} language={language} />}
        <ol class="entries">
          {entries.map((entry) => (
            <li>
              <EntryLine entry={entry} />
            </li>
          ))}
        </ol>
        {areTooMany && (
          <p class="note">
            {counted(statements.totalCount, 'statement', language)} are too many to list here. Choose a shorter time
            above, or <a href={search}>search</a> them.
          </p>
        )}
      </Section>
    </>
  );
}

/** More statements than this hide each other. */
const MOST_DRAWN = 20;

/** That there are more events than the page lists; nothing if there are not. */
export function EventsLeftOut(props: { readonly events: Listed<unknown>; readonly language: string }) {
  const { events, language } = props;
  if (events.totalCount <= events.nodes.length) return null;
  return (
    <p class="note">
      The latest {events.nodes.length} of {numberIn(language, events.totalCount)} events are here. Choose a shorter time
      above for the others.
    </p>
  );
}

function EntryLine({ entry }: { readonly entry: Entry }) {
  const { name, url, language, words, basis, by, deniedBy, type, speakers } = entry;
  return (
    <>
      <span class="when">{words}</span>
      <span class="what">
        <a class={type === 'STATEMENT' ? 'quote' : undefined} href={url} lang={language ?? undefined}>
          <bdi>{name}</bdi>
        </a>
        <Credits
          of={[
            speakers.length > 0 && <Names of={speakers} />,
            basis === 'PUBLISHED' && 'date of publication: no article says when it was said',
            basis === 'REPORTED' &&
              (by.length > 0 ? (
                <>
                  date given by <Names of={by} />
                </>
              ) : (
                'only some reports give this date'
              )),
            deniedBy.length > 0 && <bdi>{deniedBy.join(', ')} denies it</bdi>,
          ]}
        />
      </span>
    </>
  );
}
