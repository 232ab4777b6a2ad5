/** The page at `/`: what this is and how to ask it something. */
import { html } from 'hono/html';
import type { Exchange } from '../http/exchange.ts';
import { respond, setHeader } from '../http/exchange.ts';
import { SECURITY_HEADERS } from '../http/headers.ts';
import type { Settings } from '../settings.ts';
import { ASSETS } from './asset.ts';

const CONTENT_SECURITY_POLICY = `${SECURITY_HEADERS['Content-Security-Policy']}; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'`;

/** Answers with the page. Its example calls the host that it was itself asked for at, so no shared cache may keep it. */
export function answerIndex(settings: Settings) {
  return (exchange: Exchange) => {
    setHeader(exchange, 'Content-Security-Policy', CONTENT_SECURITY_POLICY);
    setHeader(exchange, 'Cache-Control', `private, max-age=${settings.maxAge.page}`);
    setHeader(exchange, 'Content-Type', 'text/html; charset=UTF-8');
    return respond(exchange, 200, page(new URL(exchange.req.url).origin, settings).toString());
  };
}

function page(origin: string, { graphiql, introspection, documents }: Settings) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="description" content="News as a graph: who said what, about which event, when, and where in the text.">
<title>Dateline</title>
<link rel="icon" href="${ASSETS.favicon}">
<link rel="stylesheet" href="${ASSETS.styles}">
</head>
<body>
<main>
<h1>Dateline</h1>
<p class="lead">News as a graph: who said what, about which event, when, and where in the text it says so.</p>
<p>Every event, statement and fact here is something that one article says, in the article’s own voice or somebody’s
whom it quotes, and carries the words that say it. What articles contradict each other about stays contradicted;
what none of them says stays unknown.</p>
<h2>Ask it</h2>
<pre><code>${
    documents === 'trusted'
      ? html`curl '${origin}/api/statements?first=3'`
      : html`curl ${origin}/graphql \\
  -H 'content-type: application/json' \\
  -d '{"query": "{ statements(first: 3) { nodes { text } } }"}'`
  }</code></pre>
<p>Or open an address: <a href="/api/statements.csv">/api/statements.csv</a>,
<a href="/api/who-says-what-happened">/api/who-says-what-happened</a>.</p>
<ul>
${graphiql ? html`<li><a href="/graphql">GraphiQL</a>: write queries in the browser, with examples to start from</li>` : ''}
${
  introspection
    ? html`<li><a href="/schema.graphql">schema.graphql</a>: every type and field, described</li>
<li><a href="/possible-types.json">possible-types.json</a>, <a href="/schema.json">schema.json</a>: what the caches of
Apollo Client and of urql have to know of it</li>
<li><a href="/openapi.json">openapi.json</a>: the plain addresses, with their parameters and answers</li>`
    : ''
}
<li><a href="/readyz">readyz</a>: which corpus this is, and how much is in it</li>
</ul>
</main>
</body>
</html>
`;
}
