/** `/events/:slug`: the accounts of an event side by side, where they disagree, and the words of each. */

import type { Child } from 'hono/jsx';
import { slugIn } from '../elsewhere.ts';
import type { Page } from '../layout.tsx';
import { numberIn } from '../locale.ts';
import { eventData } from '../machine/linked-data.ts';
import { counted, inWords } from '../wording.ts';
import type {
  Account,
  Circumstances,
  DisagreementVersion,
  Event,
  EventAnswer,
  EventSource,
  Figure,
  Participant,
} from './event-answer.ts';
import {
  ArticleLine,
  Credits,
  Doubt,
  FactRow,
  List,
  Name,
  Names,
  SaidLine,
  Section,
  Series,
  Voice,
  When,
  Words,
} from './parts.tsx';
import { fatesOf } from './relation.tsx';
import { Sources } from './sources.tsx';
import type { Reading, View } from './view.ts';

export const EVENT_VIEW: View<EventAnswer> = {
  operation: 'event-page',
  hasLinkedData: true,
  variables: slugIn,
  read: ({ event }, reading) => (event === null ? null : eventPage(event, reading)),
};

function eventPage(event: Event, reading: Reading): Page {
  const { name, url, accounts, disagreements, partOf, statements, subEvents } = event;
  const { language } = reading;
  return {
    title: name,
    description: `${name}: ${accounts.length === 1 ? 'the account' : `${accounts.length} accounts`} of the articles, with the words of each.`,
    section: null,
    address: url,
    origin: reading.origin,
    kind: 'article',
    linkedData: eventData(event, reading.origin),
    content: (
      <article class="event">
        <header class="opening">
          <p class="kicker">{inWords(event.kind)}</p>
          <h1>
            <bdi>{name}</bdi>
          </h1>
        </header>
        <dl class="facts">
          <CircumstanceRows of={event} language={language} />
          <FactRow term="Part of">{partOf && <Name of={partOf} />}</FactRow>
        </dl>
        {disagreements.length > 0 && (
          <Section id="disagreements" title="Where the accounts disagree">
            <dl class="disagreements">
              {disagreements.map(({ property, versions }) => (
                <div>
                  <dt>{inWords(property)}</dt>
                  {versions.map((version) => (
                    <dd>
                      <strong>
                        <Version version={version} language={language} />
                      </strong>{' '}
                      <Reporters version={version} />
                    </dd>
                  ))}
                </div>
              ))}
            </dl>
          </Section>
        )}
        <IndependentSources of={event.independentSources} language={language} />
        <Section
          id="accounts"
          title={accounts.length === 1 ? 'The account' : 'The accounts'}
          count={accounts.length}
          language={language}
        >
          <div class="accounts">
            {accounts.map((account) => (
              <AccountCard account={account} language={language} />
            ))}
          </div>
        </Section>
        <List
          id="parts"
          title="What it consisted of"
          items={subEvents.nodes.map((part) => (
            <>
              <Name of={part} />{' '}
              {part.date && (
                <span class="note">
                  <When date={part.date} />
                </span>
              )}
            </>
          ))}
        />
        <List
          id="statements"
          title="Said about it"
          count={statements.totalCount}
          language={language}
          rest={`/search?about=${event.slug}`}
          items={statements.nodes.map((said) => (
            <>
              <SaidLine said={said} />
              <Credits of={fatesOf(said)} />
            </>
          ))}
        />
        <Sources reading={reading} />
      </article>
    ),
  };
}

/** When, where, who and how many, as far as it is known. */
function CircumstanceRows({ of, language }: { readonly of: Circumstances; readonly language: string }) {
  const { date, time, places, participants, figures } = of;
  return (
    <>
      <FactRow term="Date">{date && <When date={date} />}</FactRow>
      <FactRow term="Time">{time && <bdi>{time.words}</bdi>}</FactRow>
      <FactRow term="Place">{places.length > 0 && <Names of={places} />}</FactRow>
      <FactRow term="Involved">{participants.length > 0 && <Participants of={participants} />}</FactRow>
      <FactRow term="Figures">{figures.length > 0 && <Figures of={figures} language={language} />}</FactRow>
    </>
  );
}

function Participants({ of }: { readonly of: readonly Participant[] }) {
  return (
    <Series
      items={of.map(({ agent, role }) => (
        <>
          <Name of={agent} /> <span class="note">({inWords(role).toLowerCase()})</span>
        </>
      ))}
    />
  );
}

function Figures({ of, language }: { readonly of: readonly Figure[]; readonly language: string }) {
  return <Series items={of.map((figure) => figureInWords(figure, language))} />;
}

/** "about 17 deaths", "at least 3 deaths". */
function figureInWords({ kind, minValue, maxValue, approximate }: Figure, language: string): string {
  const [least, most] = [minValue, maxValue].map((value) => (value === null ? undefined : numberIn(language, value)));
  const range =
    least === most
      ? least
      : least === undefined
        ? `at most ${most}`
        : most === undefined
          ? `at least ${least}`
          : `${least} to ${most}`;
  return `${approximate ? 'about ' : ''}${range} ${kind === 'OTHER' ? 'people' : inWords(kind).toLowerCase()}`;
}

/** Whose knowledge it is: several papers may print one agency's, or each other's. */
function IndependentSources({ of, language }: { readonly of: readonly EventSource[]; readonly language: string }) {
  const papers = new Set(of.flatMap(({ traces }) => traces.map(({ report }) => report.article.url)));
  if (papers.size < 2) return null;
  return (
    <List
      id="independent-sources"
      title={counted(of.length, 'independent source', language)}
      items={of.map(({ organization, traces }) => (
        <>
          {organization === null ? 'A paper that is not named' : <Name of={organization} />}
          <ul class="lines">
            {[...new Map(traces.map((trace) => [trace.report.article.url + trace.basis, trace])).values()].map(
              ({ basis, echoOf, report }) => (
                <li>
                  <ArticleLine article={report.article} />
                  <Credits
                    of={[
                      basis === 'CREDITED' && 'credits the agency',
                      basis === 'ECHO' && echoOf && <a href={echoOf.url}>the words of an earlier article</a>,
                    ]}
                  />
                </li>
              ),
            )}
          </ul>
        </>
      ))}
    />
  );
}

function Version({ version, language }: { readonly version: DisagreementVersion; readonly language: string }): Child {
  const { date, time, places, participants, figures, polarity } = version;
  if (date) return <When date={date} />;
  if (time) return <bdi>{time.words}</bdi>;
  if (places) return <Names of={places} />;
  if (participants) return participants.length > 0 ? <Participants of={participants} /> : 'nobody named';
  if (figures) return <Figures of={figures} language={language} />;
  return polarity === 'DENIED'
    ? 'it did not happen'
    : polarity === 'AFFIRMED'
      ? 'it happened'
      : inWords(version.__typename);
}

/** Who has a version: an article itself, or somebody in it. */
function Reporters({ version: { reports } }: { readonly version: DisagreementVersion }) {
  return (
    <span class="note">
      <Series
        items={reports.map(({ article, attributedTo }) =>
          attributedTo === null ? (
            <a href={article.url}>
              <bdi>{article.publisher?.name ?? article.headline}</bdi>
            </a>
          ) : (
            <a href={attributedTo.url}>
              <bdi>{attributedTo.speakers.map(({ agent }) => agent.name).join(', ')}</bdi>
            </a>
          ),
        )}
      />
    </span>
  );
}

function AccountCard({ account, language }: { readonly account: Account; readonly language: string }) {
  const { article, voice, speakers, attributedTo, evidence } = account;
  return (
    <section class="account">
      <h3>
        <ArticleLine article={article} />
      </h3>
      <p>
        <Voice voice={voice} by={speakers.map(({ agent }) => agent)} />{' '}
        {attributedTo && <a href={attributedTo.url}>the statement</a>} <Doubt of={account} />
      </p>
      <dl class="facts">
        <CircumstanceRows of={account} language={language} />
      </dl>
      {evidence.map((passage) => (
        <Words of={passage} language={article.language} />
      ))}
    </section>
  );
}
