/** The page at `/`: what the corpus holds, read by one operation, and how to ask for more. */
import type { ExecutionResult } from 'graphql';
import type { Representation } from '../graphql/use-answer.ts';
import type { AnswerGraphql } from '../graphql/yoga.ts';
import { askOperation } from '../http/api-endpoint.ts';
import { PRIVATE } from '../http/caching.ts';
import type { Exchange } from '../http/exchange.ts';
import { statusOf } from '../http/status.ts';
import type { Settings } from '../settings.ts';
import { AskIt } from './ask-it.tsx';
import { type Page, writePage } from './layout.tsx';
import { Quotation, type Quote } from './quotation.tsx';
import { PAGE_HEADERS, PAGE_TYPE } from './respond-page.ts';
import { SearchForm } from './search-form.tsx';
import type { Site } from './site.ts';

/** The answer to `src/operations/front-page.graphql`. */
interface Front {
  readonly corpus: {
    readonly counts: Readonly<Record<keyof typeof FIGURES, number>>;
    readonly evidenceCount: number;
  };
  readonly articles: { readonly nodes: readonly Article[] };
  readonly events: {
    readonly nodes: readonly { readonly name: string; readonly url: string; readonly date: Shown | null }[];
  };
  readonly mostQuoted: readonly {
    readonly statementCount: number;
    readonly agent: { readonly name: string; readonly url: string };
  }[];
  readonly randomStatement: { readonly url: string; readonly quotes: { readonly nodes: readonly Quote[] } } | null;
}

interface Article {
  readonly headline: string;
  readonly url: string;
  readonly language: string;
  readonly excerpt: string;
  readonly bylines: readonly { readonly words: string }[];
  readonly published: Shown | null;
  readonly publisher: { readonly name: string } | null;
  readonly statements: { readonly totalCount: number };
  readonly events: { readonly totalCount: number };
}

interface Shown {
  readonly display: string;
}

/** The counts shown, each with the word for one. */
const FIGURES = { articles: 'article', statements: 'statement', events: 'event', people: 'person' } as const;

/**
 * Answers every caller with the page. Its example calls the host that the request came in on, so no shared cache may
 * keep it. The quotation changes every day.
 */
export function answerFrontPage(answer: AnswerGraphql, settings: Settings, text: string) {
  return async (exchange: Exchange): Promise<Response> => {
    const { origin } = new URL(exchange.req.url);
    const site = exchange.get('site');
    const write = (front: Front | null, problems: readonly string[]) =>
      writePage(site, frontPage(site, front, problems, <AskIt origin={origin} settings={settings} />));
    const seed = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
    const response = await askOperation(exchange, answer, text, { seed }, openRepresentation(settings, write));
    const dependsOn = exchange.get('dependsOn');
    if (dependsOn !== undefined) exchange.set('dependsOn', [...dependsOn, origin]);
    return response;
  };
}

type Write = (front: Front | null, problems: readonly string[]) => string;

function openRepresentation({ maxAge }: Settings, write: Write): Representation {
  const failure: Representation = {
    contentType: PAGE_TYPE,
    statusOf: ({ errors = [] }) => Math.max(400, ...errors.map(statusOf)),
    write: ({ errors = [] }) =>
      write(
        null,
        errors.map(({ message }) => message),
      ),
    isPlain: false,
    headers: () => PAGE_HEADERS,
  };
  return {
    ...failure,
    // We wrote the document, and an answer without errors has its shape.
    write: ({ data }: ExecutionResult) => write(data as unknown as Front, []),
    headers: (exchange) => ({ ...PAGE_HEADERS, 'Cache-Control': cachingOf(exchange, maxAge.page) }),
    failure,
  };
}

/** An answer that may be kept for its caller alone stays so. */
function cachingOf(exchange: Exchange, maxAgeSeconds: number): string {
  return exchange.get('headers')['Cache-Control'] === PRIVATE ? PRIVATE : `private, max-age=${maxAgeSeconds}`;
}

function frontPage(site: Site, front: Front | null, problems: readonly string[], askIt: Page['content']): Page {
  return {
    title: 'Dateline',
    description: 'News as a graph: who said what, about which event, when, and where in the text it says so.',
    section: '/',
    content: (
      <>
        <div class="standfirst">
          <h1>Who said what, about which event, when, and where in the text it says so.</h1>
          <SearchForm query="" />
        </div>
        {problems.length > 0 && (
          <div class="notice" role="status">
            {problems.map((problem) => (
              <p>{problem}</p>
            ))}
          </div>
        )}
        {front !== null && <Figures front={front} />}
        {front !== null && <Stories site={site} front={front} />}
        {askIt}
      </>
    ),
  };
}

function Figures({ front: { corpus } }: { readonly front: Front }) {
  return (
    <dl class="figures four">
      {Object.entries(FIGURES).map(([name, one]) => {
        const count = corpus.counts[name as keyof typeof FIGURES];
        return (
          <div>
            <dt>{count === 1 ? one : name}</dt>
            <dd>{count.toLocaleString('en')}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function Stories({ site, front }: { readonly site: Site; readonly front: Front }) {
  const [lead, ...others] = front.articles.nodes;
  const quote = front.randomStatement?.quotes.nodes[0];
  return (
    <div class="front">
      <div>
        <section aria-labelledby="latest">
          <h2 class="kicker" id="latest">
            Latest article
          </h2>
          {lead ? <Story article={lead} site={site} /> : <p>There is no article here yet.</p>}
          {others.length > 0 && (
            <ul class="headlines">
              {others.map((article) => (
                <li>
                  <Headline article={article} site={site} />
                  <Credits article={article} />
                </li>
              ))}
            </ul>
          )}
        </section>
        <Lines
          site={site}
          id="events"
          title="Reported events"
          lines={front.events.nodes.map(({ name, url, date }) => ({ name, url, note: date?.display ?? null }))}
        />
      </div>
      <div class="side">
        {front.randomStatement && quote && (
          <section aria-labelledby="quotation">
            <h2 class="kicker" id="quotation">
              Quotation of the day
            </h2>
            <Quotation quote={quote} url={front.randomStatement.url} isLinked={site.hasThings} />
          </section>
        )}
        <Lines
          site={site}
          id="quoted"
          title="Most quoted"
          lines={front.mostQuoted.map(({ agent, statementCount }) => ({
            ...agent,
            note: counted(statementCount, 'statement'),
          }))}
        />
      </div>
    </div>
  );
}

function Story({ article, site }: { readonly article: Article; readonly site: Site }) {
  return (
    <article>
      <h3>
        <Headline article={article} site={site} />
      </h3>
      <Credits article={article} />
      {article.excerpt !== '' && <p lang={article.language}>{article.excerpt}</p>}
      <p class="note">
        {counted(article.statements.totalCount, 'statement')}, {counted(article.events.totalCount, 'event')}, each with
        the words that say so
      </p>
    </article>
  );
}

function Headline({ article: { headline, url, language }, site }: { readonly article: Article; readonly site: Site }) {
  if (!site.hasThings) return <span lang={language}>{headline}</span>;
  return (
    <a class="headline" href={url} lang={language}>
      {headline}
    </a>
  );
}

function Credits({ article: { bylines, publisher, published, language } }: { readonly article: Article }) {
  const credits = [publisher?.name, published?.display].filter((one) => one !== undefined);
  if (credits.length + bylines.length === 0) return null;
  return (
    <p class="credits">
      {bylines.map(({ words }) => (
        <span lang={language}>{words}</span>
      ))}
      {credits.map((credit) => (
        <span>{credit}</span>
      ))}
    </p>
  );
}

interface Line {
  readonly name: string;
  readonly url: string;
  /** Null leaves the end of the line empty. */
  readonly note: string | null;
}

/** A titled list of things, a line each; nothing if there are none. */
function Lines(props: {
  readonly site: Site;
  readonly id: string;
  readonly title: string;
  readonly lines: readonly Line[];
}) {
  const { site, id, title, lines } = props;
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 class="kicker" id={id}>
        {title}
      </h2>
      <ul class="lines">
        {lines.map(({ name, url, note }) => (
          <li>
            {site.hasThings ? <a href={url}>{name}</a> : name}
            {note !== null && <span class="note">{note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`;
}
