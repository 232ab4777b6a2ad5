/** A JSON document as a page: the names of types in it link to their pages. */
import type { GraphQLSchema } from 'graphql';
import type { Settings } from '../settings.ts';
import type { Page } from './layout.tsx';
import { answerLasting } from './respond-page.ts';

/** Answers with a page that shows what `make` derives from the schema: see `cache-types.ts`. */
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
  const purpose =
    'What the cache of a GraphQL client has to know about the schema, besides the documents that it sends.';
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
            As plain JSON: <a href={`${address}?raw`}>{address}</a>
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
