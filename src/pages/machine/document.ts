/** A form for machines: the answer to one operation, written as a document of one media type, at an address of its own. */
import type { Representation } from '../../graphql/use-answer.ts';
import type { AnswerGraphql } from '../../graphql/yoga.ts';
import { askOperation } from '../../http/api-endpoint.ts';
import { type Exchange, originOf } from '../../http/exchange.ts';
import { statusOfFailure } from '../../http/status.ts';
import type { Settings } from '../../settings.ts';
import { answerElsewhere, JSON_FAILURE, type Variables } from '../reader/view.ts';

export interface Form<Answer> {
  /** The name of its operation in `src/operations/`. */
  readonly operation: string;
  readonly contentType: string;
  readonly variables: (exchange: Exchange) => Variables;
  /** The path of what it is about; null if the answer does not have it. Left out if it is about no single thing. */
  readonly about?: (answer: Answer) => string | null;
  /** The path of the form, by the path of what it is about; null, and if left out always, if it is nowhere else. */
  readonly pathAt?: (path: string) => string | null;
  readonly write: (answer: Answer, exchange: Exchange) => string;
  readonly headers?: (exchange: Exchange) => Readonly<Record<string, string>>;
}

/** Makes the handler of a form's address. */
export function openForms(answer: AnswerGraphql, { maxAge }: Settings, texts: Readonly<Record<string, string>>) {
  return <Answer>({ operation, contentType, variables, about, pathAt = () => null, write, headers }: Form<Answer>) => {
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
      const response = await askOperation(
        exchange,
        answer,
        texts[operation] ?? '',
        variables(exchange),
        representation,
      );
      const dependsOn = exchange.get('dependsOn');
      if (dependsOn !== undefined) exchange.set('dependsOn', [...dependsOn, originOf(exchange), exchange.req.url]);
      return response;
    };
  };
}
