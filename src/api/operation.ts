/** Reads an operation of `src/operations` from its file. */
import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, OperationTypeNode, parse } from 'graphql';

/** An operation of `src/operations`, which has a plain address. */
export interface Operation {
  /** The name of its file without the extension: `who-says-what-happened`. */
  readonly name: string;
  /** The file's exact text. */
  readonly text: string;
  /** The comment at its top, on one line. */
  readonly summary: string;
  readonly definition: OperationDefinitionNode;
  /** The fragments in the same file. */
  readonly fragments: readonly FragmentDefinitionNode[];
}

/** Reads a file. Throws unless it is one named query, with any fragments, below a comment that says what it is for. */
export function readOperation(name: string, text: string): Operation {
  const { definitions } = parse(text);
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const [definition, ...others] = definitions.filter((definition) => definition.kind !== Kind.FRAGMENT_DEFINITION);
  const isNamedQuery =
    definition?.kind === Kind.OPERATION_DEFINITION &&
    definition.operation === OperationTypeNode.QUERY &&
    definition.name;
  if (!isNamedQuery || others.length > 0) throw new Error(`${name}.graphql must be one query with a name.`);
  const summary = commentAtTop(text);
  if (summary === '') throw new Error(`${name}.graphql must begin with a comment that says what it is for.`);
  return { name, text, summary, definition, fragments };
}

function commentAtTop(text: string): string {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^#+/, '').trim())
    .join(' ')
    .trim();
}
