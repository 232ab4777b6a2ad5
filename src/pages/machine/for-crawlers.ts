/** What this site tells programs about itself: `/robots.txt` (RFC 9309) and `/llms.txt` (https://llmstxt.org). */
import { type Exchange, originOf, respond, setHeader } from '../../http/exchange.ts';
import type { Settings } from '../../settings.ts';

/** Crawlers are kept from answers and searches: their addresses are endless, and pages have the same content. */
function robots(origin: string): string {
  return `User-agent: *
Disallow: /api/
Disallow: /graphql
Disallow: /search

Sitemap: ${origin}/sitemap.xml
`;
}

function llms(origin: string, { introspection, graphiql, documents }: Settings): string {
  const asking =
    documents === 'any'
      ? 'POST `{"query": "…", "variables": {…}}`'
      : `only the queries of ${origin}/trusted-documents.json, by \`documentId\``;
  const schema = introspection
    ? `- [Schema](${origin}/schema.graphql): with a description of every type, field and argument; introspection works too
- [Reference](${origin}/docs): the same as pages
- [OpenAPI](${origin}/openapi.json): the plain addresses, \`/api/<operation>\`, which need no GraphQL and answer in JSON or CSV
`
    : '';
  return `# Dateline

> News as a graph: who said what, about which event, when, and where in the text it says so. Served by GraphQL at ${origin}/graphql.

Dateline asserts nothing itself. Each event, statement and fact comes from an article, in its exact words, with their place in the text.

- \`voice\` says whose words they are: ARTICLE (the article says it itself), SPEAKER (the sentence attributes it to somebody), CARRIED_OVER (it follows an attributed sentence, and may be either). Do not repeat as a fact what is only attributed.
- \`certainty\` and \`polarity\` are those of the article or speaker. There is no score of truth. Where articles contradict each other, \`disagreements\` has each version.
- Dates are as vague as the article has them (EDTF). What is unknown is null.
- Nothing is asked of you: no key, no cookie. There is a limit of requests a minute, and one of cost for each query; the error says how to ask for less.

## Addresses

- [GraphQL](${origin}/graphql): ${asking}${graphiql ? '; in a browser, an editor with examples' : ''}
${schema}- [Sitemap](${origin}/sitemap.xml): the page of each article, statement, event, person, organization, group and place
- [Latest articles](${origin}/feed.atom): Atom, or [JSON Feed](${origin}/feed.json); \`/people/…/feed.atom\` has what somebody said, \`/search/feed.atom?q=…\` what a search finds; [\`/changes.atom\`](${origin}/changes.atom) what was added, corrected or taken away

## Every page in other forms

- Markdown: the same address with \`Accept: text/markdown\`
- JSON-LD (schema.org, W3C Web Annotation): with \`Accept: application/ld+json\`, and inside the page. Only pages of things have it: articles, events, statements, people, organizations, groups, places
- JSON: with \`Accept: application/json\`; each page links to its data
- A quotation as a card to embed: \`/oembed?url=…\` (oEmbed), \`/embed/statements/…\`
`;
}

const TEXTS = {
  '/robots.txt': { type: 'text/plain', write: robots },
  '/llms.txt': { type: 'text/markdown', write: llms },
} as const;

/** The addresses. */
export const CRAWLER_ADDRESSES = Object.keys(TEXTS) as readonly (keyof typeof TEXTS)[];

/** Makes the handler of one of these addresses. */
export function answerCrawler(path: keyof typeof TEXTS, settings: Settings) {
  const { type, write } = TEXTS[path];
  return (exchange: Exchange): Response => {
    setHeader(exchange, 'Content-Type', `${type}; charset=utf-8`);
    setHeader(exchange, 'Cache-Control', `public, max-age=${settings.maxAge.page}`);
    exchange.set('dependsOn', [
      exchange.get('headers')['Dateline-Version'] ?? '',
      originOf(exchange),
      exchange.req.url,
    ]);
    return respond(exchange, 200, write(originOf(exchange), settings));
  };
}
