/** The schema's text as a page: descriptions are muted, and each type is a link. */
import type { Page } from '../layout.tsx';
import { schemaText } from '../schema.ts';
import type { Reference } from './reference.ts';

export function sdlPage(reference: Reference): Page {
  return {
    title: 'schema.graphql',
    description: 'Dateline’s schema in the schema definition language of GraphQL.',
    section: '/docs',
    content: (
      <>
        <header class="opening">
          <p class="kicker">
            <a href="/docs">Reference</a> · schema definition language
          </p>
          <h1>
            <code>schema.graphql</code>
          </h1>
          <p>
            As text for programs: <a href="/schema.graphql?raw">/schema.graphql</a>. Each type links to its page.
          </p>
        </header>
        <pre class="sdl" tabindex={0}>
          <code>
            {schemaText(reference.schema)
              .split(PIECES)
              .map((piece) => highlighted(piece, reference))}
          </code>
        </pre>
      </>
    ),
  };
}

/** Descriptions, other strings, and capitalized names, which may be types. */
const PIECES = /("""[\s\S]*?"""|"[^"\n]*"|\b[A-Z]\w*)/;

function highlighted(piece: string, reference: Reference) {
  if (piece.startsWith('"')) return <span class="description">{piece}</span>;
  const address = /^[A-Z]/.test(piece) && reference.find(piece) !== null ? `/docs/${piece}` : null;
  return address === null ? piece : <a href={address}>{piece}</a>;
}
