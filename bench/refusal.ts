/** Refusal: checks an attempt against the endpoint's limits, without a Worker. */
import { type GraphQLSchema, parse } from 'graphql';
import { readSettings } from '../src/environment.ts';
import { checkLimits } from '../src/graphql/use-limits.ts';
import { DEFAULTS, type Limits } from '../src/settings.ts';
import { type Attempt, bodyOf, operationOf, textOf } from './attempt.ts';

export interface Checked {
  readonly points: number;
  /** The codes that it is refused with; empty if it is within all limits. */
  readonly codes: readonly string[];
}

const LIMITS: Limits = readSettings(DEFAULTS).limits;

/** A margin for renewed attempts, which have one more comment, longer names, and values of other lengths. */
export const NARROW: Limits = {
  ...LIMITS,
  bodyBytes: LIMITS.bodyBytes - 1000,
  tokens: LIMITS.tokens - 2,
  nameLength: LIMITS.nameLength - 10,
  cost: 0.98 * LIMITS.cost,
};

/** Checks an attempt against limits, by default those of the endpoint. The attempt need not be valid. */
export function checkAttempt(attempt: Attempt, schema: GraphQLSchema, limits = LIMITS): Checked {
  const text = textOf(attempt);
  // Parsed again as it is sent, because a changed document still has its old token count.
  const document = parse(text, { noLocation: true });
  const operation = operationOf({ ...attempt, document });
  if (operation === undefined) return { points: 0, codes: ['OPERATION_RESOLUTION_FAILURE'] };
  const { variables } = attempt;
  const request = { schema, document, operation, variables, held: {}, isTrusted: false };
  const { errors, estimate } = checkLimits(request, limits);
  const codes = errors.map(({ extensions }) => String(extensions.code));
  if (Buffer.byteLength(bodyOf(attempt)) > limits.bodyBytes) codes.push('PAYLOAD_TOO_LARGE');
  const lines = text.split(/\r\n|[\n\r]/).length;
  if (Math.max(document.tokenCount ?? 0, lines) > limits.tokens) codes.push('TOO_MANY_TOKENS');
  return { points: estimate, codes };
}
