/** GraphQL Yoga with a schema-first schema, as its documentation for Cloudflare Workers shows it. */
import { createSchema, createYoga } from 'graphql-yoga';
import { resolvers, typeDefs } from './schema-first.ts';
import { openContext } from './store.ts';

const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers }), context: openContext });

export default { fetch: yoga.fetch };
