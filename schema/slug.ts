/** The scalar that things are named by: what can be no slug is refused, before anything is looked up. */
import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { isSlug, MAX_SLUG_LENGTH } from '../data/slug.ts';
import { builder } from './builder.ts';

builder.scalarType('Slug', {
  description: `The readable name that an editor gave a thing, unique in the corpus and never used again for another: lower-case ASCII letters and digits in words joined by single hyphens, at most ${MAX_SLUG_LENGTH} characters. One that is well formed and names nothing finds nothing.`,
  serialize: (value) => value as string,
  parseValue: (value) => readSlug(value),
  parseLiteral: (node) => readSlug(node.kind === Kind.STRING ? node.value : null, node),
});

function readSlug(value: unknown, node?: ValueNode): string {
  if (typeof value === 'string' && isSlug(value)) return value;
  throw new GraphQLError(
    'A Slug is lower-case letters and digits in words joined by hyphens, such as "ria-novosti". To look by name, use "name" of a filter or `suggestions`.',
    node && { nodes: node },
  );
}
