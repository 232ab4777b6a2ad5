/** How to ask for more than the front page shows: an example to copy, and links to the rest. */
import type { Child } from 'hono/jsx';
import type { Settings } from '../settings.ts';
import { ASSETS } from './asset.ts';

export function AskIt({ origin, settings }: { readonly origin: string; readonly settings: Settings }) {
  const { graphiql, introspection, documents } = settings;
  return (
    <section class="ask" aria-labelledby="ask">
      <div>
        <h2 id="ask">Ask it</h2>
        <p>
          Every event, statement and fact here comes from an article, in its own voice or that of somebody it quotes,
          and carries the words that say so. Where articles contradict each other, both versions are kept; what no
          article says stays unknown.
        </p>
        <pre tabindex={0}>
          <code>
            {documents === 'trusted'
              ? `curl '${origin}/api/statements?first=3'`
              : `curl ${origin}/graphql \\\n  -H 'content-type: application/json' \\\n  -d '{"query": "{ statements(first: 3) { nodes { text } } }"}'`}
          </code>
        </pre>
      </div>
      <dl class="doors">
        {graphiql && (
          <Door address="/graphql" name="GraphiQL">
            write queries in the browser, with examples to start from
          </Door>
        )}
        {introspection && (
          <>
            <Door address="/docs" name="Reference">
              every type and field, described; or as text: <a href="/schema.graphql">schema.graphql</a>
            </Door>
            <Door address="/openapi.json" name="Plain addresses">
              questions as links, answered in JSON and CSV, described in OpenAPI
            </Door>
          </>
        )}
        <Door address="/api/who-says-what-happened" name="An example">
          who says what happened, and where in the text; or all statements:{' '}
          <a href="/api/statements.csv">/api/statements.csv</a>
        </Door>
        {introspection && (
          <Door address="/possible-types.json" name="For clients">
            the types that the cache of Apollo Client has to know; for urql, <a href="/schema.json">schema.json</a>
          </Door>
        )}
        <Door address="/readyz" name="Status">
          which corpus is served, and how much is in it
        </Door>
        <Door address={ASSETS.license} name="Licence">
          MIT for the code; articles belong to their publishers
        </Door>
      </dl>
    </section>
  );
}

function Door({
  address,
  name,
  children,
}: {
  readonly address: string;
  readonly name: string;
  readonly children: Child;
}) {
  return (
    <div>
      <dt>
        <a href={address}>{name}</a>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
