/** The page at `/`: the latest articles, who is quoted most, what each month has, and how to ask for more. */

import type { StatementKind } from '../../../data/model.ts';
import type { Settings } from '../../settings.ts';
import { AskIt } from '../ask-it.tsx';
import type { Page } from '../layout.tsx';
import { numberIn } from '../locale.ts';
import { SearchForm } from '../search-form.tsx';
import { counted, withMarks } from '../wording.ts';
import type { EventLine, Linked, Publication, Said } from './answer.ts';
import { EventLineOf } from './line.tsx';
import { Credits, List, Name, Names, Section, When } from './parts.tsx';
import { Quotation, type Quote } from './quotation.tsx';
import { feedsAt, Sources } from './sources.tsx';
import { slotsOf } from './timeline-axis.ts';
import { Bars, type Bucket } from './timeline-histogram.tsx';
import type { Reading, View } from './view.ts';

/** The answer to `src/operations/front-page.graphql`. */
interface Front {
  readonly corpus: { readonly counts: Readonly<Record<keyof typeof FIGURES, number>> };
  readonly articles: { readonly nodes: readonly Article[] };
  readonly events: { readonly nodes: readonly EventLine[] };
  readonly mostQuoted: readonly { readonly statementCount: number; readonly agent: Linked }[];
  readonly timeline: { readonly nodes: readonly Bucket[] };
  readonly randomStatement: { readonly url: string; readonly quotes: { readonly nodes: readonly Quote[] } } | null;
}

interface Article extends Publication {
  readonly excerpt: string;
  readonly bylines: readonly { readonly words: string }[];
  readonly publisher: Linked | null;
  readonly quoted: { readonly nodes: readonly (Said & { readonly kind: StatementKind })[] };
}

/** The counts shown, each with the word for one. */
const FIGURES = { articles: 'article', statements: 'statement', events: 'event', people: 'person' } as const;

const FEEDS = feedsAt('/feed');
const CHANGES = feedsAt('/changes').map((feed) => ({ ...feed, title: `Changes, as ${feed.title}` }));

/** The quotation changes every day. */
export function frontView(settings: Settings): View<Front> {
  return {
    operation: 'front-page',
    isOfToday: true,
    variables: () => ({ seed: new Date().toISOString().slice(0, 'YYYY-MM-DD'.length) }),
    read: (front, reading) => frontPage(front, reading, settings),
  };
}

function frontPage(front: Front, reading: Reading, settings: Settings): Page {
  return {
    title: 'Dateline',
    description: 'News as a graph: who said what, about which event, when, and where in the text it says so.',
    section: '/',
    address: '/',
    origin: reading.origin,
    alternates: [...FEEDS.map((feed) => ({ ...feed, title: `Articles, as ${feed.title}` })), ...CHANGES],
    content: (
      <>
        <div class="standfirst">
          <h1>Who said what, about which event, when, and where in the text it says so.</h1>
          <SearchForm query="" />
        </div>
        <Figures counts={front.corpus.counts} language={reading.language} />
        <div class="front">
          <Latest articles={front.articles.nodes} />
          <Side front={front} language={reading.language} />
        </div>
        <Months months={front.timeline.nodes} language={reading.language} />
        <AskIt origin={reading.origin} settings={settings} />
        <Sources reading={reading} links={[...FEEDS, ...CHANGES]} />
      </>
    ),
  };
}

function Figures({ counts, language }: { readonly counts: Front['corpus']['counts']; readonly language: string }) {
  return (
    <dl class="figures four">
      {Object.entries(FIGURES).map(([name, one]) => {
        const count = counts[name as keyof typeof FIGURES];
        return (
          <div>
            <dt>{count === 1 ? one : name}</dt>
            <dd>{numberIn(language, count)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function Latest({ articles: [lead, ...others] }: { readonly articles: readonly Article[] }) {
  return (
    <section aria-labelledby="latest">
      <h2 class="kicker" id="latest">
        Latest
      </h2>
      {lead ? <Story article={lead} isLead={true} /> : <p>There is no article here yet.</p>}
      <div class="stories">
        {others.map((article) => (
          <Story article={article} isLead={false} />
        ))}
      </div>
    </section>
  );
}

function Story({ article, isLead }: { readonly article: Article; readonly isLead: boolean }) {
  const { headline, url, language, excerpt, bylines, publisher, published, quoted } = article;
  const [quote] = quoted.nodes;
  return (
    <article class={isLead ? 'story lead-story' : 'story'}>
      <h3>
        <a class="headline" href={url} lang={language}>
          <bdi>{headline}</bdi>
        </a>
      </h3>
      <p>
        <Credits
          of={[
            ...(isLead ? bylines : []).map(({ words }) => <bdi lang={language}>{words}</bdi>),
            publisher && <Name of={publisher} />,
            published && <When date={published} />,
          ]}
        />
      </p>
      {isLead && excerpt !== '' && (
        <p lang={language} dir="auto">
          {excerpt}
        </p>
      )}
      {quote && (
        <blockquote class="pull">
          <a href={quote.url} lang={language}>
            <bdi>{withMarks(quote.kind, quote.text)}</bdi>
          </a>
          <Credits of={[<Names of={quote.speakers.map(({ agent }) => agent)} />]} />
        </blockquote>
      )}
    </article>
  );
}

function Side({ front, language }: { readonly front: Front; readonly language: string }) {
  const { randomStatement, mostQuoted, events } = front;
  const quote = randomStatement?.quotes.nodes[0];
  return (
    <div class="side">
      {randomStatement && quote && (
        <Section id="quotation" title="Quotation of the day">
          <Quotation quote={quote} url={randomStatement.url} />
        </Section>
      )}
      <List
        id="quoted"
        title="Most quoted"
        items={mostQuoted.map(({ agent, statementCount }) => (
          <>
            <Name of={agent} /> <span class="note">{counted(statementCount, 'statement', language)}</span>
          </>
        ))}
      />
      <List id="events" title="Reported events" items={events.nodes.map((event) => <EventLineOf event={event} />)} />
    </div>
  );
}

/** A bar for each month, as tall as what it has; each leads to the month in the timeline. */
function Months({ months, language }: { readonly months: readonly Bucket[]; readonly language: string }) {
  if (months.length < 2) return null;
  const slots = slotsOf(
    months.map(({ period }) => period),
    'MONTH',
  );
  return (
    <Section id="months" title="Month by month">
      <Bars buckets={months} slots={slots} language={language} />
    </Section>
  );
}
