/** Attempt: a request as a structure that can be changed and sent again. */
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, print, stripIgnoredCharacters } from 'graphql';

export interface Attempt {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Null if the document has only one operation. */
  readonly operationName: string | null;
  /** Insignificant text before the document: empty lines, comments. */
  readonly before: string;
  /** Whether the request asks for its cost in the answer. */
  readonly reportsCost: boolean;
}

/** The operation to execute; undefined if the document has none with that name. */
export function operationOf({ document, operationName }: Attempt): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return operationName === null ? operations[0] : operations.find(({ name }) => name?.value === operationName);
}

/** Spaces, commas, line breaks, comments. */
const IGNORED = /^(?:[\s,\ufeff]|#[^\n\r]*)*/;

/** The attempt that executes this document, or its first operation. Throws if it cannot be parsed. */
export function attemptOf(text: string, variables: Readonly<Record<string, unknown>> = {}): Attempt {
  const document = parse(text, { noLocation: true });
  const [first, ...others] = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return {
    document,
    variables,
    operationName: others.length > 0 ? (first?.name?.value ?? null) : null,
    before: IGNORED.exec(text)?.[0] ?? '',
    reportsCost: false,
  };
}

/** The document as it is sent, without insignificant spaces, except those before it. */
export function textOf({ document, before }: Attempt): string {
  return before + stripIgnoredCharacters(print(document));
}

/** The body of a POST. */
export function bodyOf(attempt: Attempt): string {
  const { variables, operationName, reportsCost } = attempt;
  return JSON.stringify({
    query: textOf(attempt),
    ...(Object.keys(variables).length > 0 && { variables }),
    ...(operationName !== null && { operationName }),
    ...(reportsCost && { extensions: { cost: true } }),
  });
}
