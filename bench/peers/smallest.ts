/**
 * The smallest Yoga Worker: what the library itself needs to start. It has the bytes of a corpus beside it like all
 * others, since locally every byte of a Worker costs something when it starts.
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
