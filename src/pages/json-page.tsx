/** What is JSON for programs, printed for readers: the names of types in it lead to their pages. */
import type { GraphQLSchema } from 'graphql';
import type { Settings } from '../settings.ts';
import type { Page } from './layout.tsx';
import { answerLasting } from './respond-page.ts';

/** Answers with the page of what is made of the schema at an address: see `cache-types.ts`. */
export function answerJsonPage(
  address: string,
  make: (schema: GraphQLSchema) => object,
  settings: Settings,
  schema: GraphQLSchema,
) {
  return answerLasting(settings, () => jsonPage(schema, address, make(schema)));
}

function jsonPage(schema: GraphQLSchema, address: string, value: object): Page {
  const name = address.slice(1);
  const purpose = 'What the cache of a GraphQL client has to know of the schema beside the documents that it sends.';
  const printed = JSON.stringify(value, null, 2);
  return {
    title: name,
    description: purpose,
    section: null,
    content: (
      <>
        <header class="opening">
          <h1>
            <code>{name}</code>
          </h1>
          <p class="lead">{purpose}</p>
          <p>
            As it is: <a href={`${address}?raw`}>{address}</a>
          </p>
        </header>
        <pre class="sdl" tabindex={0}>
          <code>
            {printed.split(/(?<=")([A-Z]\w*)(?=")/).map((piece) => {
              const type = /^[A-Z]\w*$/.test(piece) ? schema.getType(piece) : undefined;
              return type ? <a href={`/docs/${type.name}`}>{piece}</a> : piece;
            })}
          </code>
        </pre>
      </>
    ),
  };
}
