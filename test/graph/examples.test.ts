// The examples in GraphiQL: each has variables that the corpus which is served has an answer to.
import { readdirSync } from 'node:fs';
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

  test('there is one for each operation', () => {
    const files = readdirSync('src/operations').filter((file) => file.endsWith('.graphql'));
    expect(examples).toHaveLength(files.length);
  });

  test.each(examples)('has something to show: $query', async ({ query, variables }) => {
    const answer = await request(query, JSON.parse(variables || '{}'), corpus);
    expect(answer).toEqual({ data: expect.anything() });
    // No root field is null, but that of a slug which names something; no list is empty.
    const { retired: _, ...found } = answer.data;
    for (const value of Object.values<{ nodes?: readonly unknown[] }>(found)) {
      expect(value).not.toBeNull();
      expect(value.nodes).not.toEqual([]);
    }
  });
});
