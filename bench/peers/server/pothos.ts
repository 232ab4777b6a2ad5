/** GraphQL Yoga with Pothos and its Relay plugin, used as in their documentation. */
import { createYoga } from 'graphql-yoga';
import { schema } from './pothos/schema.ts';
import { openContext } from './store.ts';

const yoga = createYoga({ schema, context: openContext });

export default { fetch: yoga.fetch };
