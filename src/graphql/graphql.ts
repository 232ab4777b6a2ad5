/**
 * GraphQL: from what is asked of a document to the result, for every request. A document that is not known yet is read
 * by Yoga; what was read of it is kept and compiled, so that the next request for it begins with its limits.
 */
import type { ExecutionResult, GraphQLError } from 'graphql';
import { type Awaitable, andThen, type Store } from '../../data/store.ts';
import { schema } from '../../schema/index.ts';
import type { Settings } from '../settings.ts';
import type { Asked, OperationContext } from './context.ts';
import { tellCost } from './cost-extension.ts';
import { openOperation } from './executor.ts';
import { checkLimits } from './limits.ts';
import { type Prepared, PreparedDocuments } from './prepared.ts';
import { publishErrors } from './public-errors.ts';
import { meterLists, openSpending, refuseOverspent } from './spending.ts';
import { startStep } from './timing.ts';
import { tellVariables } from './variable-errors.ts';
import { createReader } from './yoga.ts';

/** Answers what is asked, over this store. Every error in the result is one that may be shown. */
export type AnswerDocument = (asked: Asked, store: Store, request: Request) => Awaitable<ExecutionResult>;

/** GraphQL as the settings have it. */
export function createGraphql(settings: Settings): AnswerDocument {
  const { limits } = settings;
  const read = createReader(settings);
  const known = new PreparedDocuments();
  meterLists(schema);

  /** Refuses with the errors of a document that cannot be run, or of a request that asks for too much. */
  function prepare(asked: Asked, request: Request): Awaitable<Prepared | readonly GraphQLError[]> {
    const prepared = known.find(asked);
    if (prepared === undefined) return readAnew(asked, request);
    asked.facts.operationName = prepared.operation.name?.value ?? null;
    const errors = checkLimits(schema, prepared, asked, limits);
    return errors.length > 0 ? errors : prepared;
  }

  async function readAnew(asked: Asked, request: Request): Promise<Prepared | readonly GraphQLError[]> {
    const reading = await read(asked, request);
    if (isErrors(reading)) return reading;
    const prepared = { ...reading, ...openOperation(schema, reading.document, asked.operationName, settings) };
    known.keep(asked, prepared);
    return prepared;
  }

  function run(prepared: Prepared, asked: Asked, store: Store): Awaitable<ExecutionResult> {
    const { facts, variables } = asked;
    const sizeBefore = prepared.size();
    openSpending(facts, limits);
    const endStep = startStep(facts, 'execute');
    const contextValue: OperationContext = { store, facts };
    return andThen(prepared.execute({ contextValue, variableValues: variables }), (executed) => {
      endStep();
      known.noteGrowth(prepared, sizeBefore);
      return refuseOverspent(tellVariables(executed, schema, prepared.operation, variables, settings), facts);
    });
  }

  return (asked, store, request) => {
    const finish = (result: ExecutionResult) => publishErrors(tellCost(result, asked, limits), asked.facts, settings);
    return andThen(prepare(asked, request), (prepared) =>
      isErrors(prepared) ? finish({ errors: prepared }) : andThen(run(prepared, asked, store), finish),
    );
  };
}

function isErrors(value: object): value is readonly GraphQLError[] {
  return Array.isArray(value);
}
