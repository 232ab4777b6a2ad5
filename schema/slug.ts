/** The scalar that things are named by: what can be no slug is refused, before anything is looked up. */
import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { words } from '../data/fold.ts';
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
  const likely = typeof value === 'string' ? likelySlug(value) : null;
  const instead = likely === null ? 'such as "ria-novosti"' : `perhaps "${likely}"`;
  throw new GraphQLError(
    `A Slug is lower-case letters and digits in words joined by hyphens: ${instead}. To look by name, use "name" of a filter or \`suggestions\`.`,
    node && { nodes: node },
  );
}

/** The slug that an editor would have given to this name, where that is plain. */
function likelySlug(name: string): string | null {
  if (name.length > MAX_SLUG_LENGTH) return null;
  const slug = words(name)
    .map(({ folded }) => folded)
    .join('-');
  return isSlug(slug) ? slug : null;
}
