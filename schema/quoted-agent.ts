/** The agents that the articles quote most. */
import type { Filters } from '../data/filter.ts';
import type { Slug } from '../data/model.ts';
import { andThen } from '../data/store.ts';
import { Agent } from './agent.ts';
import { builder } from './builder.ts';
import { asked } from './filter.ts';
import { loadAgent } from './node.ts';
import { MAX_PAGE_SIZE, withinPage } from './page.ts';
import { StatementFilterInput } from './statement.ts';

const QuotedAgent = builder.objectRef<{ readonly agent: Slug; readonly statementCount: number }>('QuotedAgent');

QuotedAgent.implement({
  description: 'A person, organization or group, and how many statements the articles give to it.',
  fields: (t) => ({
    agent: t.field({
      type: Agent,
      description: 'Who makes them.',
      resolve: ({ agent }, _, context) => loadAgent(context, agent),
    }),
    statementCount: t.exposeInt('statementCount', {
      description:
        'How many of its statements pass the filter, each counted once, however many articles quote it. Refusals to comment count, and so does what another speaker relays: narrow them by `kinds` and `voices`.',
    }),
  }),
});

const DEFAULT_COUNT = 10;

builder.queryField('mostQuoted', (t) =>
  t.field({
    type: [QuotedAgent],
    description:
      'The people, organizations and groups that make the most statements, the most quoted first; equals are ordered by slug.',
    args: {
      filter: t.arg({
        type: StatementFilterInput,
        description: 'Which statements to count, such as those of some dates; all if left out.',
      }),
      first: t.arg.int({ defaultValue: DEFAULT_COUNT, description: `How many at most, 0 to ${MAX_PAGE_SIZE}.` }),
    },
    resolve(_, { filter, first }, { store }) {
      const filters = [asked<Filters['Statement']>(filter)];
      const limit = withinPage(first ?? DEFAULT_COUNT, 'first');
      return andThen(store.facet('Statement', { filters, dimension: 'SPEAKER', limit }), ({ values }) =>
        values.map(({ value, count }) => ({ agent: value, statementCount: count })),
      );
    },
  }),
);
