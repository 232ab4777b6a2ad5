// What relay-compiler compiles for relay.test.ts. It names operations after the file, and reads this text without
// running it: an app's bundler replaces each document with the artifact of that name.
import { graphql } from 'relay-runtime';

/** A page of the list of all statements. */
export const query = graphql`
  query statementsQuery {
    ...statements_list
  }
`;

/** The list, to be continued from the root. */
export const list = graphql`
  fragment statements_list on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "statementsPageQuery") {
    statements(first: $count, after: $cursor) @connection(key: "statements_statements") {
      edges { node { id text } }
    }
  }
`;

/** What one person says. */
export const personQuery = graphql`
  query statementsPersonQuery($slug: Slug!) {
    person(slug: $slug) {
      ...statements_person
    }
  }
`;

/** What one person says, to be continued from the person, by its id. */
export const person = graphql`
  fragment statements_person on Person
  @argumentDefinitions(count: { type: "Int", defaultValue: 1 }, cursor: { type: "String" })
  @refetchable(queryName: "statementsPersonPageQuery") {
    statements(first: $count, after: $cursor) @connection(key: "statements_person_statements") {
      edges { node { id text } }
    }
  }
`;
