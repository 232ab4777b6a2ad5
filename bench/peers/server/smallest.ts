/**
 * The smallest Yoga Worker: what the library itself needs to start. Like all others it includes the bytes of a corpus,
 * because locally every byte of a Worker costs something at the start.
 */
import { createSchema, createYoga } from 'graphql-yoga';
import { bundle } from '#corpus';

const yoga = createYoga({
  schema: createSchema({
    typeDefs: 'type Query { hello: String }',
    resolvers: { Query: { hello: () => `${bundle.byteLength} bytes` } },
  }),
});

export default { fetch: yoga.fetch };
