/** A document for machines: the answer to one operation, written in one media type, at an address of its own. */
import type { Variables } from '../../api/variables.ts';
import type { Representation } from '../../graphql/use-answer.ts';
import type { AnswerGraphql } from '../../graphql/yoga.ts';
import { askOperation, textOf } from '../../http/api-endpoint.ts';
import { type Exchange, originOf } from '../../http/exchange.ts';
import { statusOfFailure } from '../../http/status.ts';
import type { Settings } from '../../settings.ts';
import { answerElsewhere } from '../elsewhere.ts';
import { JSON_FAILURE } from '../respond-page.ts';

/** What a document asks, and how it is written from the answer. */
export interface MachineDocument<Answer> {
  /** The name of its operation in `src/operations/`. */
  readonly operation: string;
  readonly contentType: string;
  /** The variables of its address. Throws the public error if there are none that make sense. */
  readonly variables: (exchange: Exchange) => Variables;
  /** The path of the thing that the document is about; null if the answer does not have it. Left out if it is about no single thing. */
  readonly about?: (answer: Answer) => string | null;
  /**
   * Turns the path of a thing into the path of this document about it. Null if that kind of thing has no such document;
   * left out if no thing has it at another path.
   */
  readonly pathAt?: (path: string) => string | null;
  readonly write: (answer: Answer, exchange: Exchange) => string;
  readonly headers?: (exchange: Exchange) => Readonly<Record<string, string>>;
}

/** Makes the handler of a document's address. */
export function openDocuments(answer: AnswerGraphql, { maxAge }: Settings, texts: Readonly<Record<string, string>>) {
  /** Throws if there is no such operation. */
  return <Answer>(machineDocument: MachineDocument<Answer>) => {
    const { operation, contentType, variables, about, pathAt = () => null, write, headers } = machineDocument;
    const text = textOf(texts, operation);
    return async (exchange: Exchange): Promise<Response> => {
      const representation: Representation = {
        contentType,
        statusOf: statusOfFailure,
        isPlain: false,
        instead(_, result) {
          if (about === undefined) return null;
          return answerElsewhere(exchange, result, about(result.data as Answer), maxAge.page, pathAt);
        },
        // We wrote the document, and an answer without errors has its shape.
        write: ({ data }) => write(data as Answer, exchange),
        headers: headers ?? (() => ({})),
        failure: JSON_FAILURE,
      };
      const response = await askOperation(exchange, answer, text, variables(exchange), representation);
      const dependsOn = exchange.get('dependsOn');
      if (dependsOn !== undefined) exchange.set('dependsOn', [...dependsOn, originOf(exchange), exchange.req.url]);
      return response;
    };
  };
}
