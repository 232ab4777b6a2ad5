/** The scalar that things are named by: what can be no slug is refused, before anything is looked up. */
import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { isSlug, MAX_SLUG_LENGTH, slugLike } from '../data/slug.ts';
import { builder } from './builder.ts';

builder.scalarType('Slug', {
  description: `The readable name that an editor gave a thing, unique in the corpus and never used again for another: lower-case ASCII letters and digits in words joined by single hyphens, at most ${MAX_SLUG_LENGTH} characters. One that is well formed and names nothing finds nothing, and \`extensions.warnings\` of the answer says so.`,
  serialize: (value) => value as string,
  parseValue: (value) => readSlug(value),
  parseLiteral: (node) => readSlug(node.kind === Kind.STRING ? node.value : null, node),
});

function readSlug(value: unknown, node?: ValueNode): string {
  if (typeof value === 'string' && isSlug(value)) return value;
  const meant = typeof value === 'string' ? slugLike(value) : null;
  const example = meant === null ? 'such as "ria-novosti"' : `perhaps "${meant}"`;
  throw new GraphQLError(
    `This is no slug. A Slug is lower-case letters and digits in words joined by hyphens, ${example}. To look by name, use "name" of a filter or \`suggestions\`.`,
    node && { nodes: node },
  );
}
