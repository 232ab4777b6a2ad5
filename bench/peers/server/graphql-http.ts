/** graphql-http: the reference implementation of GraphQL over HTTP, with graphql-js alone. */
import { makeExecutableSchema } from '@graphql-tools/schema';
import { createHandler } from 'graphql-http/lib/use/fetch';
import { resolvers, typeDefs } from './schema-first.ts';
import { openContext } from './store.ts';

const schema = makeExecutableSchema({ typeDefs, resolvers });

const handle = createHandler({ schema, context: () => ({ ...openContext() }) });

export default { fetch: handle };
