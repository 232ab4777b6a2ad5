/** GraphQL Yoga with a schema-first schema, used as in its documentation for Cloudflare Workers. */
import { createSchema, createYoga } from 'graphql-yoga';
import { resolvers, typeDefs } from './schema-first.ts';
import { openContext } from './store.ts';

const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers }), context: openContext });

export default { fetch: yoga.fetch };
