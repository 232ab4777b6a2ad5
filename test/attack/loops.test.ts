// Lists that lead back to themselves: what one step has a little of, ten steps have a million of.
import { expect, test } from 'vitest';
import { addressOf, type GraphqlAnswerError } from '../harness.ts';
import { attack, expectSafe, posted } from './answer.ts';

test.each([
  ['echoes of echoes', `{ statements { nodes { ${chain(13, 'echoes {', '}', 'slug')} } } }`],
  ['denials of what is denied', `{ statements { nodes { ${chain(6, 'denies { deniedBy {', '} }', 'slug')} } } }`],
  ['relations of what is related', `{ statements { nodes { ${chain(6, 'relations { from {', '} }', 'slug')} } } }`],
  [
    'sources of reports of events',
    `{ events { nodes { ${chain(3, 'independentSources { traces { report { event {', '} } } }', 'slug')} } } }`,
  ],
  ['reports of reports', `{ events { nodes { ${chain(4, 'reports { nodes { event {', '} } }', 'slug')} } } }`],
  ['accounts of accounts', `{ events { nodes { ${chain(4, 'accounts { reports { event {', '} } }', 'slug')} } } }`],
  [
    'statements about events of statements',
    `{ statements { nodes { ${chain(4, 'about { ... on Event { statements { nodes {', '} } } }', 'slug')} } } }`,
  ],
  [
    'larger events of smaller ones',
    `{ events { nodes { ${chain(5, 'subEvents { nodes {', '} }', 'slug subEvents { totalCount }')} } } }`,
  ],
  [
    'marks of segments of articles',
    `{ articles { nodes { ${chain(3, 'segments { marks { target { ... on Article {', '} } } }', 'slug')} } } }`,
  ],
])('%s cost more with each step, whatever the corpus has of them', async (_, query) => {
  const answer = await attack('/graphql', { ...posted({ query }), origin: addressOf('/', 'gazette') });
  const { errors = [] } = JSON.parse(answer.text);
  expect(errors.map(({ extensions }: GraphqlAnswerError) => extensions.code)).toEqual(['QUERY_TOO_EXPENSIVE']);
  expectSafe(answer);
});

function chain(length: number, open: string, close: string, inside: string): string {
  return `${`${open} `.repeat(length)}${inside}${` ${close}`.repeat(length)}`;
}
