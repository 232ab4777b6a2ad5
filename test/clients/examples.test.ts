// The projects of examples/, as somebody would copy them. The page is in test/browser/cross-origin.test.ts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { createElement, type FunctionComponent } from 'react';
import { prerender } from 'react-dom/static';
import { beforeAll, describe, expect, test } from 'vitest';
import { addressOf, ask } from '../harness.ts';
import { layOut, outcomeOf, run } from './process.ts';
import { TSC } from './type-check.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

const ORIGIN = 'http://localhost:8787';

/** A project in a new folder, made to ask the Worker of this run. */
function copyOf(example: string): string {
  const paths = readdirSync(join(EXAMPLES, example), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.\w+$/.test(path),
  );
  const read = (path: string) => readFileSync(join(EXAMPLES, example, path), 'utf8').replaceAll(ORIGIN, addressOf(''));
  return layOut(`example-${example}`, Object.fromEntries(paths.map((path) => [path, read(path)])));
}

interface Said {
  readonly text: string;
  readonly speakers: readonly { readonly agent: { readonly name: string } }[];
}

async function statements(first: number): Promise<readonly Said[]> {
  const data = await ask(`{ statements(first: ${first}) { nodes { text speakers { agent { name } } } } }`);
  return data.statements.nodes;
}

const namesOf = ({ speakers }: Said) => speakers.map(({ agent }) => agent.name).join(', ');

test('node/ prints who says what', async () => {
  const all = await statements(100);
  const printed = await run(process.execPath, ['main.mjs'], copyOf('node'));
  expect(printed).toBe(all.map((said) => `${namesOf(said)}: ${said.text}\n`).join(''));
});

describe('apollo-react/', () => {
  let folder: string;
  beforeAll(() => {
    folder = copyOf('apollo-react');
  });

  test('has the right types', async () => {
    expect(await outcomeOf(TSC, [], folder)).toEqual({ succeeded: true, output: '' });
  });

  test('shows who says what', async () => {
    const { openClient } = (await import(join(folder, 'src/client.ts'))) as { openClient(): Promise<ApolloClient> };
    const { Statements } = (await import(join(folder, 'src/statements.tsx'))) as { Statements: FunctionComponent };
    const Provider = ApolloProvider as FunctionComponent<{ client: ApolloClient }>;
    const page = createElement(Provider, { client: await openClient() }, createElement(Statements));
    const { prelude } = await prerender(page);
    const html = await new Response(prelude).text();
    const shown = Array.from(html.matchAll(/<blockquote>(.*?)<\/blockquote><figcaption>(.*?)<\/figcaption>/g));
    expect(shown.map(([, text, names]) => [names, text])).toEqual(
      (await statements(3)).map((said) => [namesOf(said), said.text]),
    );
    expect(html).toContain('More</button>');
  });
});
