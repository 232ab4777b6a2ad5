import { ApolloProvider } from '@apollo/client/react';
import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { openClient } from './client.ts';
import { Statements } from './statements.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element "root".');
const client = await openClient();
createRoot(root).render(
  <ApolloProvider client={client}>
    <Suspense fallback={<p>Loading …</p>}>
      <Statements />
    </Suspense>
  </ApolloProvider>,
);
