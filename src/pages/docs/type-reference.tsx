/** A type as GraphQL writes it, with a link to its page: `[Event!]!`. */

import { type GraphQLType, isListType, isNonNullType } from 'graphql';
import type { Child } from 'hono/jsx';

export function TypeReference({ type }: { readonly type: GraphQLType }) {
  return <code class="type">{written(type)}</code>;
}

function written(type: GraphQLType): Child {
  if (isNonNullType(type)) return <>{written(type.ofType)}!</>;
  if (isListType(type)) return <>[{written(type.ofType)}]</>;
  return <TypeLink name={type.name} />;
}

export function TypeLink({ name }: { readonly name: string }) {
  return <a href={`/docs/${name}`}>{name}</a>;
}
