/** The addresses of things, as `Node.url` gives them: each redirects to GraphiQL with a query for that thing. */
import { isSlug } from '../../data/slug.ts';
import { PAGE_FOLDERS } from '../../schema/node.ts';
import { answerNotFound } from '../http/error-response.ts';
import type { Exchange } from '../http/exchange.ts';
import { respond, setHeader } from '../http/exchange.ts';
import type { Settings } from '../settings.ts';

/**
 * A route for each folder. One route with a pattern for the folder would keep Hono from its router of one regular
 * expression, and make every request look its route up in a tree.
 */
export const THING_PATHS: readonly string[] = Object.values(PAGE_FOLDERS).map((folder) => `/${folder}/:slug`);

/** For each folder, the root field that looks a thing up, and the fields to select first. */
const QUESTIONS: { readonly [Folder in (typeof PAGE_FOLDERS)[keyof typeof PAGE_FOLDERS]]: readonly [string, string] } =
  {
    articles: ['article', 'headline excerpt published { display } originalUrl'],
    events: ['event', 'name kind date { display } accounts { voice polarity evidence { exact } }'],
    statements: ['statement', 'text kind speakers { agent { name } } quotes { nodes { article { headline } } }'],
    people: ['person', 'name statements { nodes { text } } mentionedIn { nodes { headline } }'],
    organizations: ['organization', 'name statements { nodes { text } } mentionedIn { nodes { headline } }'],
    groups: ['group', 'name statements { nodes { text } } mentionedIn { nodes { headline } }'],
    places: ['place', 'name kind mentionedIn { nodes { headline } }'],
  };

/** Redirects, or answers 404 if the slug is malformed. The query itself shows whether the thing exists. */
export function redirectThing({ maxAge }: Settings) {
  return (exchange: Exchange): Response => {
    const [, folder = ''] = exchange.req.path.split('/');
    const slug = exchange.req.param('slug') ?? '';
    const question = (QUESTIONS as Readonly<Record<string, readonly [string, string] | undefined>>)[folder];
    if (question === undefined || !isSlug(slug)) return answerNotFound(exchange);
    const [field, selected] = question;
    const name = field.charAt(0).toUpperCase() + field.slice(1);
    const query = `query ${name} {\n  ${field}(slug: "${slug}") { id slug ${selected} }\n}\n`;
    setHeader(exchange, 'Location', `/graphql?query=${encodeURIComponent(query)}`);
    setHeader(exchange, 'Cache-Control', `public, max-age=${maxAge.page}`);
    return respond(exchange, 302, null);
  };
}
