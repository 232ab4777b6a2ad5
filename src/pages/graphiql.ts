/** GraphiQL, for a browser that opens the endpoint. All that it loads is a static asset of this Worker. */
import { html, raw } from 'hono/html';
import { GRAPHQL_MEDIA_TYPES, preferredMediaType } from '../http/accept.ts';
import type { Exchange } from '../http/exchange.ts';
import { respond, setHeader } from '../http/exchange.ts';
import type { Settings } from '../settings.ts';
import { ASSETS, EDITOR_WORKERS } from './asset.ts';

/**
 * Monaco, GraphiQL's editor, writes style elements and has its fonts and icons as data: addresses; nothing else leaves
 * the strict policy. Its workers are plain files of ours.
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
 * Answers with GraphiQL, an example in each tab, where the caller would rather have a page than JSON, as browsers
 * would; leaves other callers to the next handler. A `?query=` in the address is read by GraphiQL itself.
 */
export function answerGraphiql({ maxAge }: Settings, examples: readonly string[]) {
  return (exchange: Exchange, next: () => Promise<void>) => {
    const liked = preferredMediaType(exchange.req.header('Accept'), [...GRAPHQL_MEDIA_TYPES, 'text/html']);
    if (liked !== 'text/html') return next();
    setHeader(exchange, 'Content-Security-Policy', CONTENT_SECURITY_POLICY);
    setHeader(exchange, 'Cache-Control', `public, max-age=${maxAge.page}`);
    setHeader(exchange, 'Vary', 'Accept');
    setHeader(exchange, 'Content-Type', 'text/html; charset=UTF-8');
    return respond(exchange, 200, page(examples).toString());
  };
}

function page(examples: readonly string[]) {
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
</head>
<body class="no-focus-outline">
<noscript>GraphiQL needs JavaScript. The endpoint does not: send it a query by GET or POST.</noscript>
<div id="root"></div>
<script type="application/json" id="settings">${raw(jsonInScript(pageSettings(examples)))}</script>
<script src="${ASSETS.graphiqlScript}"></script>
<script src="${ASSETS.graphiqlStart}"></script>
</body>
</html>
`;
}

/** What `graphiql-start.js` reads. */
function pageSettings(examples: readonly string[]) {
  return {
    workers: EDITOR_WORKERS,
    graphiql: {
      title: 'Dateline: GraphiQL',
      endpoint: '/graphql',
      favicon: ASSETS.favicon,
      defaultTabs: examples.map((query) => ({ query })),
    },
  };
}

/** `</script>` in a string would end the element. */
function jsonInScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
