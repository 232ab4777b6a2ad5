/** `/statements/:slug`: a quotation with its speakers, the sentence around it, and how others stand to it. */

import { slugIn } from '../elsewhere.ts';
import type { Page } from '../layout.tsx';
import { statementData } from '../machine/linked-data.ts';
import { inWords, shortened, withMarks } from '../wording.ts';
import type { Said } from './answer.ts';
import { ArticleLine, Credits, Doubt, FactRow, List, Names, SaidLine, Voice, When } from './parts.tsx';
import { Quotation } from './quotation.tsx';
import { Relations } from './relation.tsx';
import { Sources } from './sources.tsx';
import type { Quoted, Statement, StatementAnswer } from './statement-answer.ts';
import type { Reading, View } from './view.ts';

export const STATEMENT_VIEW: View<StatementAnswer> = {
  operation: 'statement-page',
  hasLinkedData: true,
  variables: slugIn,
  read: ({ statement }, reading) => (statement === null ? null : statementPage(statement, reading)),
};

function statementPage(statement: Statement, reading: Reading): Page {
  const { url, text, quotes } = statement;
  const [first, ...others] = quotes.nodes;
  const speakers = (first?.speakers ?? []).map(({ agent }) => agent.name).join(', ');
  return {
    title: shortened(`${speakers}: ${withMarks(statement.kind, text)}`, 110),
    description: shortened(`${speakers}: ${withMarks(statement.kind, text)}`, 300),
    section: null,
    address: url,
    origin: reading.origin,
    kind: 'article',
    linkedData: statementData(statement, reading.origin),
    alternates: [
      ...['json', 'xml'].map((format) => ({
        type: format === 'json' ? 'application/json+oembed' : 'text/xml+oembed',
        // Consumers expect it whole.
        address: `${reading.origin}/oembed?format=${format}&url=${encodeURIComponent(reading.origin + url)}`,
        title: 'Embed this quotation',
      })),
    ],
    content: (
      <article class="card">
        <p class="kicker">
          {inWords(statement.kind)} {first && <Doubt of={first} />}
        </p>
        <h1 class="hidden">
          <bdi>{shortened(text, 110)}</bdi>
        </h1>
        {first && <Quotation quote={first} url={null} />}
        {first && <Particulars statement={statement} quote={first} />}
        <List
          id="elsewhere"
          title="Also quoted in"
          items={others.map((quote) => (
            <>
              <Quotation quote={quote} url={null} />
              <Credits
                of={[
                  quote.date && <When date={quote.date} />,
                  quote.voice !== 'ARTICLE' && <Voice voice={quote.voice} />,
                ]}
              />
            </>
          ))}
        />
        <Relations url={url} all={statement.relations} />
        <Saids id="echoes" title="The same words elsewhere" saids={echoesOf(statement)} />
        <Saids id="within" title="Quoted inside this statement" saids={statement.statements.nodes} />
        <Embed url={url} origin={reading.origin} />
        <Sources reading={reading} />
      </article>
    ),
  };
}

function Particulars({ statement, quote }: { readonly statement: Statement; readonly quote: Quoted }) {
  const { date, published, attributedTo, about } = statement;
  const subjects = about.map(({ url, name, title }) => ({ url, name: name ?? title ?? url }));
  return (
    <dl class="facts">
      <FactRow term="To">
        {quote.addressees.length > 0 && <Names of={quote.addressees.map(({ agent }) => agent)} />}
      </FactRow>
      <FactRow term="Said">{date && <When date={date} />}</FactRow>
      <FactRow term="First published">{published && <When date={published} />}</FactRow>
      <FactRow term="About">{subjects.length > 0 && <Names of={subjects} />}</FactRow>
      <FactRow term="Voice">{quote.voice !== 'ARTICLE' && <Voice voice={quote.voice} />}</FactRow>
      <FactRow term="Inside">{attributedTo && <SaidLine said={attributedTo} />}</FactRow>
      <FactRow term="Article">
        <ArticleLine article={quote.article} />
      </FactRow>
    </dl>
  );
}

/** Without those that are shown as repetitions. */
function echoesOf({ echoes, relations }: Statement): readonly Said[] {
  const repeated = relations.filter(({ kind }) => kind === 'REPEATS').flatMap(({ from, to }) => [from.url, to.url]);
  return echoes.filter(({ url }) => !repeated.includes(url));
}

function Saids({ id, title, saids }: { readonly id: string; readonly title: string; readonly saids: readonly Said[] }) {
  return <List id={id} title={title} items={saids.map((said) => <SaidLine said={said} />)} />;
}

/** The line that puts the card into another page. */
function Embed({ url, origin }: { readonly url: string; readonly origin: string }) {
  const code = `<iframe src="${origin}/embed${url}" width="600" height="300" title="Quotation"></iframe>`;
  return (
    <details>
      <summary>Embed this quotation</summary>
      <pre tabindex={0}>
        <code>{code}</code>
      </pre>
      <p>
        <a href={`/embed${url}`}>See the card alone</a>
      </p>
    </details>
  );
}
