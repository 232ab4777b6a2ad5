import { gql, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseQuery } from '@apollo/client/react';

interface Answer {
  readonly statements: {
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly text: string;
        readonly speakers: readonly { readonly agent: { readonly id: string; readonly name: string } }[];
      };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const STATEMENTS: TypedDocumentNode<Answer, { after?: string | null }> = gql`
  query Statements($after: String) {
    statements(first: 3, after: $after) {
      edges { node { id text speakers { agent { id name } } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

/** Who says what, and a button that loads more. */
export function Statements() {
  const { data, fetchMore } = useSuspenseQuery(STATEMENTS);
  const { edges, pageInfo } = data.statements;
  return (
    <>
      {edges.map(({ node: { id, text, speakers } }) => (
        <figure key={id}>
          <blockquote>{text}</blockquote>
          <figcaption>{speakers.map(({ agent }) => agent.name).join(', ')}</figcaption>
        </figure>
      ))}
      {pageInfo.hasNextPage && (
        <button type="button" onClick={() => fetchMore({ variables: { after: pageInfo.endCursor } })}>
          More
        </button>
      )}
    </>
  );
}
