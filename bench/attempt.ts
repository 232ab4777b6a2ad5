/** Attempt: a request as a structure, so that it can be changed and sent again as another one. */
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, print, stripIgnoredCharacters } from 'graphql';

export interface Attempt {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Null where the document has one operation. */
  readonly operationName: string | null;
  /** What stands before the document and means nothing: empty lines, comments. */
  readonly before: string;
  /** Whether the answer is to tell what the request costs. */
  readonly tellsCost: boolean;
}

/** The operation that is asked; undefined where the name is none of the document. */
export function operationOf({ document, operationName }: Attempt): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return operationName === null ? operations[0] : operations.find(({ name }) => name?.value === operationName);
}

/** Spaces, commas, line breaks, comments. */
const IGNORED = /^(?:[\s,\ufeff]|#[^\n\r]*)*/;

/** The attempt that asks this document; of several operations, the first. Throws where it cannot be parsed. */
export function attemptOf(text: string, variables: Readonly<Record<string, unknown>> = {}): Attempt {
  const document = parse(text, { noLocation: true });
  const [first, ...others] = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return {
    document,
    variables,
    operationName: others.length > 0 ? (first?.name?.value ?? null) : null,
    before: IGNORED.exec(text)?.[0] ?? '',
    tellsCost: false,
  };
}

/** The document as it is sent, without spaces that mean nothing but those before it. */
export function textOf({ document, before }: Attempt): string {
  return before + stripIgnoredCharacters(print(document));
}

/** The body of a POST. */
export function bodyOf(attempt: Attempt): string {
  const { variables, operationName, tellsCost } = attempt;
  return JSON.stringify({
    query: textOf(attempt),
    ...(Object.keys(variables).length > 0 && { variables }),
    ...(operationName !== null && { operationName }),
    ...(tellsCost && { extensions: { cost: true } }),
  });
}
