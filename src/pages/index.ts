/** The page at `/`: what this is and how to ask it something. */
import type { Handler } from 'hono';
import { html } from 'hono/html';
import { SECURITY_HEADERS } from '../http/headers.ts';
import type { Settings } from '../settings.ts';
import { ASSETS } from './asset.ts';

const CONTENT_SECURITY_POLICY = `${SECURITY_HEADERS['Content-Security-Policy']}; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'`;

/** Answers with the page. Its example calls the host that it was itself asked for at, so no shared cache may keep it. */
export function answerIndex({ pageMaxAgeSeconds, graphiql }: Settings): Handler {
  return (context) => {
    context.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    context.header('Cache-Control', `private, max-age=${pageMaxAgeSeconds}`);
    return context.html(page(new URL(context.req.url).origin, graphiql));
  };
}

function page(origin: string, graphiql: boolean) {
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
<pre><code>curl ${origin}/graphql \\
  -H 'content-type: application/json' \\
  -d '{"query": "{ statements(first: 3) { nodes { text } } }"}'</code></pre>
<ul>
${graphiql ? html`<li><a href="/graphql">GraphiQL</a>: write queries in the browser, with examples to start from</li>` : ''}
<li><a href="/schema.graphql">schema.graphql</a>: every type and field, described</li>
<li><a href="/healthz">healthz</a>: versions of code and corpus, and how much is in it</li>
</ul>
</main>
</body>
</html>
`;
}
