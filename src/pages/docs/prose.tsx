/** Shows descriptions of the schema: paragraphs, examples indented by four spaces, `code`, **strong**. */
import type { Child } from 'hono/jsx';
import type { Reference } from './reference.ts';

type Addresses = Pick<Reference, 'addressOf'>;

/** A description of several paragraphs. */
export function Prose({ text, reference }: { readonly text: string; readonly reference: Addresses }) {
  return (
    <>
      {text
        .trim()
        .split(/\n{2,}/)
        .map((block) => {
          if (!/^ {4}/.test(block))
            return (
              <p>
                <Words text={block} reference={reference} />
              </p>
            );
          return (
            <pre tabindex={0}>
              <code>{block.replaceAll(/^ {4}/gm, '')}</code>
            </pre>
          );
        })}
    </>
  );
}

/** A description of one paragraph. */
export function Words({ text, reference }: { readonly text: string; readonly reference: Addresses }) {
  return <>{text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((piece) => styled(piece, reference))}</>;
}

function styled(piece: string, reference: Addresses) {
  if (piece.startsWith('`')) return linked(piece.slice(1, -1), reference, (name) => <code>{name}</code>);
  return piece.startsWith('**') ? linked(piece.slice(2, -2), reference, (name) => <strong>{name}</strong>) : piece;
}

/** A name of a type or of one of its fields becomes a link to it. */
function linked(name: string, reference: Addresses, show: (name: string) => Child) {
  const address = reference.addressOf(name);
  return address === null ? show(name) : <a href={address}>{show(name)}</a>;
}
