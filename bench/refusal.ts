/** Refusal: what the endpoint's own limits say of an attempt, without a Worker. */
import { type GraphQLSchema, parse } from 'graphql';
import { checkLimits } from '../src/graphql/use-limits.ts';
import { DEFAULTS, type Limits, readSettings } from '../src/settings.ts';
import { type Attempt, bodyOf, operationOf, textOf } from './attempt.ts';

export interface Checked {
  readonly points: number;
  /** The codes that it is refused with; empty where it is within all limits. */
  readonly codes: readonly string[];
}

const LIMITS: Limits = readSettings(DEFAULTS).limits;

/** Renewed, an attempt has a comment more, longer names, and values of other lengths. */
export const NARROW: Limits = {
  ...LIMITS,
  bodyBytes: LIMITS.bodyBytes - 1000,
  tokens: LIMITS.tokens - 2,
  nameLength: LIMITS.nameLength - 10,
  cost: 0.98 * LIMITS.cost,
};

/** Checks an attempt against limits, those of the endpoint if none are given. It need not be valid. */
export function checkAttempt(attempt: Attempt, schema: GraphQLSchema, limits = LIMITS): Checked {
  const text = textOf(attempt);
  // Read as it is sent: what was changed since it was read still says how many tokens it had before.
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
