/** `/people/:slug`, `/organizations/:slug`, `/groups/:slug`: what they said and took part in, and who says so. */
import type { Child } from 'hono/jsx';
import { slugIn } from '../elsewhere.ts';
import type { Page } from '../layout.tsx';
import { agentData } from '../machine/linked-data.ts';
import { counted, inWords, isWeb } from '../wording.ts';
import type { Agent, AgentAnswer, Fact, Position } from './answer.ts';
import { EventLineOf, StatementLineOf } from './line.tsx';
import { ArticleLine, Credits, Doubt, List, Name, Voice, When, Words } from './parts.tsx';
import { feedsAt, Sources } from './sources.tsx';
import type { Reading, View } from './view.ts';

export const AGENT_VIEW: View<AgentAnswer> = {
  operation: 'agent-page',
  hasLinkedData: true,
  variables: slugIn,
  read: ({ agent }, reading) => (agent === null ? null : agentPage(agent, reading)),
};

function agentPage(agent: Agent, reading: Reading): Page {
  const { name, url, slug, statements, events, mentionedIn } = agent;
  const { language } = reading;
  const feeds = feedsAt(`${url}/feed`);
  return {
    title: name,
    description: `What the articles say of ${name}: ${counted(statements.totalCount, 'statement')}, ${counted(events.totalCount, 'event')}, ${counted(mentionedIn.totalCount, 'article')}.`,
    section: null,
    address: url,
    origin: reading.origin,
    kind: agent.__typename === 'Person' ? 'profile' : 'website',
    linkedData: agentData(agent, reading.origin),
    alternates: feeds.map((feed) => ({ ...feed, title: `Statements of ${name}, as ${feed.title}` })),
    content: (
      <article class="agent">
        <Opening of={agent} kind={agent.__typename} />
        <Facts agent={agent} />
        <List
          id="statements"
          title="Said"
          count={statements.totalCount}
          language={language}
          rest={`/search?speaker=${slug}`}
          items={statements.nodes.map((statement) => <StatementLineOf statement={statement} />)}
        />
        <List
          id="events"
          title="Took part in"
          count={events.totalCount}
          language={language}
          rest={`/timeline?involves=${slug}`}
          items={events.nodes.map((event) => <EventLineOf event={event} />)}
        />
        <List
          id="published"
          title="Published"
          count={agent.publishedArticles?.totalCount ?? agent.authoredArticles?.totalCount ?? 0}
          language={language}
          items={
            (agent.publishedArticles ?? agent.authoredArticles)?.nodes.map((article) => (
              <ArticleLine article={article} />
            )) ?? []
          }
        />
        <List
          id="mentioned"
          title="Named in"
          count={mentionedIn.totalCount}
          language={language}
          items={mentionedIn.nodes.map((article) => <ArticleLine article={article} />)}
        />
        <form class="search" action="/paths">
          <input type="hidden" name="from" value={slug} />
          <label for="to">
            How is <bdi>{name}</bdi> connected with
          </label>
          <div>
            <input id="to" name="to" type="search" required autocomplete="off" />
            <button type="submit">Show</button>
          </div>
        </form>
        <Sources reading={reading} links={feeds} />
      </article>
    ),
  };
}

/** The heading of a named thing, with its other names and what it is elsewhere. */
export function Opening(props: {
  readonly of: Pick<Agent, 'name' | 'otherNames' | 'sameAs'>;
  readonly kind: string;
  readonly children?: Child;
}) {
  const { of, kind, children } = props;
  return (
    <header class="opening">
      <p class="kicker">{inWords(kind)}</p>
      <h1>
        <bdi>{of.name}</bdi>
      </h1>
      {of.otherNames.length > 0 && (
        <p class="note">
          also{' '}
          {of.otherNames.map((other, at) => (
            <>
              {at > 0 && ', '}
              <bdi>{other}</bdi>
            </>
          ))}
        </p>
      )}
      {children}
      {of.sameAs.filter(isWeb).map((address) => (
        <p class="note">
          <a href={address} rel="external">
            {new URL(address).host}
          </a>
        </p>
      ))}
    </header>
  );
}

/** What the articles assert of a person, each with its asserter and its words. */
function Facts({ agent }: { readonly agent: Agent }) {
  return (
    <>
      <FactList
        id="positions"
        title="Positions"
        facts={agent.positions?.nodes ?? []}
        same={({ title, organization, tenure, since, until }) =>
          JSON.stringify([title, organization?.url, tenure, since?.edtf, until?.edtf])
        }
        says={positionInWords}
      />
      <FactList
        id="dates"
        title="Born and died"
        facts={agent.lifeDates?.nodes ?? []}
        same={({ kind, date }) => `${kind} ${date.edtf}`}
        says={({ kind, date }) => (
          <>
            {inWords(kind)}: <When date={date} />
          </>
        )}
      />
      <FactList
        id="relatives"
        title="Relatives"
        facts={agent.relatives?.nodes ?? []}
        same={({ kind, relative }) => `${kind} ${relative.url}`}
        says={({ kind, relative }) => (
          <>
            <Name of={relative} /> ({inWords(kind).toLowerCase()})
          </>
        )}
      />
    </>
  );
}

function positionInWords({ title, tenure, organization, since, until }: Position): Child {
  return (
    <>
      <bdi>{title}</bdi>
      {organization && (
        <>
          , <Name of={organization} />
        </>
      )}
      {tenure !== 'CURRENT' && ` (${tenure.toLowerCase()})`}
      {since && (
        <>
          {' '}
          since <When date={since} />
        </>
      )}
      {until && (
        <>
          {' '}
          until <When date={until} />
        </>
      )}
    </>
  );
}

/** Facts that say the same are one, with everybody who says so. */
function FactList<T extends Fact>(props: {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly T[];
  /** Equal for facts that say the same. */
  readonly same: (fact: T) => string;
  readonly says: (fact: T) => Child;
}) {
  const { id, title, facts, same, says } = props;
  const groups = Map.groupBy(facts, (fact) => `${same(fact)} ${fact.polarity} ${fact.certainty}`);
  return (
    <List
      id={id}
      title={title}
      items={[...groups.values()].map(([first, ...others]) =>
        first === undefined ? null : (
          <>
            <span class="fact">
              {says(first)} <Doubt of={first} />
            </span>
            <Source fact={first} />
            {others.length > 0 && (
              <details>
                <summary>{counted(others.length, 'more source')}</summary>
                {others.map((fact) => (
                  <Source fact={fact} />
                ))}
              </details>
            )}
          </>
        ),
      )}
    />
  );
}

/** Who asserts a fact, and in which words. */
function Source({ fact: { voice, attributedTo, article, evidence } }: { readonly fact: Fact }) {
  return (
    <>
      <Credits
        of={[
          <Voice voice={voice} by={attributedTo?.speakers.map(({ agent }) => agent) ?? []} />,
          <a href={article.url} lang={article.language}>
            <bdi>{article.headline}</bdi>
          </a>,
          article.published && <When date={article.published} />,
        ]}
      />
      {evidence.map((passage) => (
        <Words of={passage} language={article.language} />
      ))}
    </>
  );
}
