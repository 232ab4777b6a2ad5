/** Faults of the server: what the log has about them, and what the caller gets. */
import type { GraphQLError } from 'graphql';
import { publicError } from '../schema/errors.ts';

/**
 * Logs a fault once, with its cause, as one line of JSON, and returns the error to send instead. The log contains
 * nothing of the request, because documents and variables may contain what a caller wants to keep private.
 */
export function maskFault(fault: unknown, requestId: string): GraphQLError {
  console.error(JSON.stringify({ level: 'error', event: 'fault', requestId, ...describe(fault) }));
  return publicError('INTERNAL_SERVER_ERROR', 'Something went wrong here. The fault is logged; try again later.');
}

function describe(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { message: String(fault) };
  const { name, message, stack, cause } = fault;
  return { name, message, stack, ...(cause === undefined ? {} : { cause: describe(cause) }) };
}
