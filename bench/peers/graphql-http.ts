/** graphql-http: the reference of GraphQL over HTTP, over graphql-js alone. */
import { makeExecutableSchema } from '@graphql-tools/schema';
import { createHandler } from 'graphql-http/lib/use/fetch';
import { resolvers, typeDefs } from './schema-first.ts';
import { openContext } from './store.ts';

const schema = makeExecutableSchema({ typeDefs, resolvers });

const handle = createHandler({ schema, context: () => ({ ...openContext() }) });

export default { fetch: handle };
