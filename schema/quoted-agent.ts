/** The agents that the articles quote most. */
import type { Filters } from '../data/filter.ts';
import { type Slug, STATEMENT_KINDS } from '../data/model.ts';
import { andThen } from '../data/store.ts';
import { Agent } from './agent.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { asked } from './filter.ts';
import { loadAgent } from './node.ts';
import { MAX_PAGE_SIZE, withinPage } from './page.ts';
import { StatementFilterInput } from './statement.ts';

const QuotedAgent = builder.objectRef<{ readonly agent: Slug; readonly statementCount: number }>('QuotedAgent');

QuotedAgent.implement({
  description: 'A person, organization or group, and how often it is quoted.',
  fields: (t) => ({
    agent: t.field({
      type: Agent,
      description: 'Who makes them.',
      resolve: ({ agent }, _, context) => loadAgent(context, agent),
    }),
    statementCount: t.exposeInt('statementCount', {
      description:
        'How many of its statements pass the filter, each counted once, however many articles quote it. Refusals to comment do not count, nor do statements that only another speaker relays.',
    }),
  }),
});

/** What one would call quotes: something is said, and an article itself says so. */
const QUOTES: Filters['Statement'] = {
  kinds: STATEMENT_KINDS.filter((kind) => kind !== 'NO_COMMENT'),
  voices: ['ARTICLE'],
};

const DEFAULT_COUNT = 10;

builder.queryField('mostQuoted', (t) =>
  t.field({
    type: [QuotedAgent],
    description:
      'The people, organizations and groups whose statements the articles quote most, the most quoted first; equals are ordered by slug.',
    args: {
      filter: t.arg({
        type: StatementFilterInput,
        description: 'Which statements to count, such as those of some dates; all if left out.',
      }),
      first: t.arg.int({ defaultValue: DEFAULT_COUNT, description: `How many at most, 0 to ${MAX_PAGE_SIZE}.` }),
      ...asOfArgument,
    },
    resolve(_, { filter, first }, { store }) {
      const filters = [QUOTES, asked<Filters['Statement']>(filter)];
      const limit = withinPage(first ?? DEFAULT_COUNT, 'first');
      return andThen(store.facet('Statement', { filters, dimension: 'SPEAKER', limit }), ({ values }) =>
        values.map(({ value, count }) => ({ agent: value, statementCount: count })),
      );
    },
  }),
);
