/** The builder: Pothos with its Relay plugin, and the scalars and fields that many types share. */
import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import { GraphQLError } from 'graphql';
import { parseDateRange } from '../../../../data/fuzzy-date.ts';
import type { DateBounds } from '../../../../data/model.ts';
import { isSlug } from '../../../../data/slug.ts';
import type { Context } from '../store.ts';

export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Connection: { totalCount: () => number | Promise<number> };
  Scalars: { DateRange: { Input: DateBounds; Output: string }; Slug: { Input: string; Output: string } };
}>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  relay: { nodesOnConnection: true, edgesFieldOptions: { nullable: false }, nodeFieldOptions: { nullable: false } },
});

builder.queryType({});

builder.globalConnectionField('totalCount', (t) => t.int({ resolve: ({ totalCount }) => totalCount() }));

builder.scalarType('Slug', {
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value !== 'string' || !isSlug(value)) throw new GraphQLError('This is not a Slug.');
    return value;
  },
});

builder.scalarType('DateRange', {
  serialize: (value) => value,
  parseValue: (value) => {
    const range = typeof value === 'string' ? parseDateRange(value) : 'NOT_A_DATE';
    if (typeof range === 'string') throw new GraphQLError('This is not a DateRange.');
    return range;
  },
});
