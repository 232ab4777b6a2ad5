import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

const ORIGIN = 'http://localhost:8787';

/** The cache has to know the types of each interface, and which types have no id. */
export async function openClient(): Promise<ApolloClient> {
  const response = await fetch(`${ORIGIN}/possible-types.json`);
  const { possibleTypes, keyless }: { possibleTypes: Record<string, string[]>; keyless: string[] } =
    await response.json();
  return new ApolloClient({
    link: new HttpLink({ uri: `${ORIGIN}/graphql` }),
    cache: new InMemoryCache({
      possibleTypes,
      typePolicies: {
        ...Object.fromEntries(keyless.map((type) => [type, { merge: true }])),
        Query: { fields: { statements: relayStylePagination(['filter', 'orderBy']) } },
      },
    }),
  });
}
