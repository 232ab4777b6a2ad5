// The examples in GraphiQL: each has variables that the corpus which is served has an answer to.
import { describe, expect, test } from 'vitest';
import { CORPORA, request, send } from '../harness.ts';

const HTML = { headers: { Accept: 'text/html' } };

interface Settings {
  readonly examples: readonly { readonly query: string; readonly variables: string }[];
}

describe.each(CORPORA)('over %s', async (corpus) => {
  const page = await (await send('/graphql', HTML, corpus)).text();
  const [, settings = ''] = /id="settings">(.*)<\/script>/.exec(page) ?? [];
  const { examples } = JSON.parse(settings) as Settings;

  test('there is one for each operation', () => expect(examples).toHaveLength(14));

  test.each(examples)('has something to show: $query', async ({ query, variables }) => {
    const answer = await request(query, JSON.parse(variables || '{}'), corpus);
    expect(answer).toEqual({ data: expect.anything() });
    // No root field is null, no list empty.
    for (const value of Object.values<{ nodes?: readonly unknown[] }>(answer.data)) {
      expect(value).not.toBeNull();
      expect(value.nodes).not.toEqual([]);
    }
  });
});
