/** GraphQL Yoga with Pothos and its Relay plugin, each as its documentation shows it. */
import { createYoga } from 'graphql-yoga';
import { schema } from './pothos/schema.ts';
import { openContext } from './store.ts';

const yoga = createYoga({ schema, context: openContext });

export default { fetch: yoga.fetch };
