/** GraphiQL, for browsers that open the endpoint. It loads only static assets of this Worker. */
import { html, raw } from 'hono/html';
import { GRAPHQL_MEDIA_TYPES, preferredMediaType } from '../http/accept.ts';
import type { Exchange } from '../http/exchange.ts';
import { respond, setHeader } from '../http/exchange.ts';
import type { Settings } from '../settings.ts';
import { ASSETS, EDITOR_WORKERS } from './asset.ts';
import type { Example } from './example.ts';
import { jsonInScript } from './wording.ts';

/**
 * Monaco, GraphiQL's editor, writes style elements and has its fonts and icons as data: addresses; the rest follows the
 * strict policy. Its workers are static assets of this Worker.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Answers with GraphiQL and a menu of examples if the caller prefers a page to JSON, as browsers do; leaves other
 * callers to the next handler. A `?query=` in the address is read in the browser.
 */
export function answerGraphiql({ maxAge }: Settings, examplesFor: (requestId: string) => Promise<readonly Example[]>) {
  return async (exchange: Exchange, next: () => Promise<void>) => {
    const liked = preferredMediaType(exchange.req.header('Accept'), [...GRAPHQL_MEDIA_TYPES, 'text/html']);
    if (liked !== 'text/html') return next();
    const examples = await examplesFor(exchange.get('facts').requestId);
    setHeader(exchange, 'Content-Security-Policy', CONTENT_SECURITY_POLICY);
    setHeader(exchange, 'Cache-Control', `public, max-age=${maxAge.page}`);
    setHeader(exchange, 'Vary', 'Accept');
    setHeader(exchange, 'Content-Type', 'text/html; charset=UTF-8');
    return respond(exchange, 200, page(examples).toString());
  };
}

/** Shown in place of the cost before the first run. */
const TO_RUN = 'Run with ▶ or Ctrl+Enter';

function page(examples: readonly Example[]) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Dateline: GraphiQL</title>
<link rel="icon" href="${ASSETS.favicon}">
<link rel="license" href="${ASSETS.graphiqlNotices}">
<link rel="stylesheet" href="${ASSETS.graphiqlStyles}">
<link rel="stylesheet" href="${ASSETS.graphiqlPage}">
<script type="module" src="${ASSETS.graphiqlStart}"></script>
<script defer src="${ASSETS.graphiqlScript}"></script>
</head>
<body class="no-focus-outline">
<header class="dateline-bar">
<h1><a href="/">Dateline</a> <span>GraphiQL</span></h1>
<button type="button" popovertarget="examples">Examples</button>
<p id="status" role="status">${TO_RUN}</p>
</header>
<div id="examples" popover aria-label="Examples">
<ul></ul>
</div>
<noscript>GraphiQL needs JavaScript. The endpoint does not: send it a query by GET or POST.</noscript>
<div id="root"></div>
<script type="application/json" id="settings">${raw(jsonInScript(pageSettings(examples)))}</script>
</body>
</html>
`;
}

/** The settings that `graphiql-start.js` reads. */
function pageSettings(examples: readonly Example[]) {
  return {
    endpoint: '/graphql',
    workers: EDITOR_WORKERS,
    examples,
  };
}
