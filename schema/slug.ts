/** The scalar for slugs. Text that cannot be a slug is rejected before anything is looked up. */
import { GraphQLError, type GraphQLInputField, Kind, type ValueNode } from 'graphql';
import type { EntityType } from '../data/model.ts';
import { isSlug, MAX_SLUG_LENGTH, slugLike } from '../data/slug.ts';
import { builder } from './builder.ts';

builder.scalarType('Slug', {
  description: `The readable name that an editor gave a thing, unique in the corpus and never used for another: lower-case ASCII letters and digits in words joined by single hyphens, at most ${MAX_SLUG_LENGTH} characters. A slug that names nothing, or a thing of another type than is expected, finds nothing, and \`extensions.warnings\` says so. A slug that was replaced finds what has the new one: see \`retired\`.`,
  serialize: (value) => value as string,
  parseValue: (value) => readSlug(value),
  parseLiteral: (node) => readSlug(node.kind === Kind.STRING ? node.value : null, node),
});

function readSlug(value: unknown, node?: ValueNode): string {
  if (typeof value === 'string' && isSlug(value)) return value;
  const meant = typeof value === 'string' ? slugLike(value) : null;
  const example = meant === null ? 'such as "ria-novosti"' : `perhaps "${meant}"`;
  throw new GraphQLError(
    `This is not a slug. A Slug is lower-case letters and digits in words joined by hyphens, ${example}. To search by name, use "name" of a filter or \`suggestions\`.`,
    node && { nodes: node },
  );
}

/** The types that a slug in an argument or input field may name. */
type Slugged = {
  readonly slugOf: readonly EntityType[];
};

/**
 * Declares for an argument or input field of type `Slug` which types it may name. The slug of any other thing finds
 * nothing there, and the answer has a warning. Without types, any slug is accepted and there is no warning.
 */
export function slugOf(...types: readonly EntityType[]): Slugged {
  return { slugOf: types };
}

/** The types declared by `slugOf`; null if there is no declaration. */
export function typesNamedBy({ extensions }: Pick<GraphQLInputField, 'extensions'>): readonly EntityType[] | null {
  const { slugOf: types } = extensions as Partial<Slugged>;
  return types ?? null;
}
