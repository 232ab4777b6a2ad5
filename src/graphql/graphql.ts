/**
 * GraphQL: from what is asked of a document to the result, for every request. A document that is not known yet is read
 * by Yoga; what was read of it is kept and compiled, so that the next request for it begins with its limits.
 */
import type { ExecutionResult, GraphQLError } from 'graphql';
import { type Awaitable, andThen, type Store } from '../../data/store.ts';
import { compile } from '../../packages/executor/compile.ts';
import { schema } from '../../schema/index.ts';
import type { Settings } from '../settings.ts';
import type { Asked, OperationContext } from './context.ts';
import { tellCost } from './cost-extension.ts';
import { checkLimits } from './limits.ts';
import { type Prepared, PreparedDocuments } from './prepared.ts';
import { publishErrors } from './public-errors.ts';
import { meterLists, Spending } from './spending.ts';
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
    const compiled = compile(schema, reading.document, asked.operationName);
    if (compiled === null) throw new Error('The document was read, and has no operation that can be run.');
    const prepared = { ...reading, ...compiled };
    known.keep(asked, prepared);
    return prepared;
  }

  function run(prepared: Prepared, asked: Asked, store: Store): Awaitable<ExecutionResult> {
    const { facts, variables } = asked;
    const sizeBefore = prepared.size();
    const spending = new Spending(limits);
    const contextValue: OperationContext = { store: store.meteredBy(spending), facts, spending };
    const endStep = startStep(facts, 'execute');
    // That a variable is wrong is all that is wanted of the executor: `tellVariables` says what is wrong with each.
    const request = { contextValue, variableValues: variables, watch: spending, maxVariableErrors: 1 };
    return andThen(prepared.execute(request), (executed) => {
      endStep();
      if (prepared.size() > sizeBefore) known.noteGrowth(asked);
      return tellVariables(executed, schema, prepared.operation, variables, settings);
    });
  }

  return (asked, store, request) => {
    const finish = (result: ExecutionResult) => publishErrors(tellCost(result, asked, limits), asked.facts, settings);
    return andThen(prepare(asked, request), (prepared) => {
      if (isErrors(prepared)) return finish({ errors: prepared });
      asked.facts.isRead = true;
      return andThen(run(prepared, asked, store), finish);
    });
  };
}

function isErrors(value: object): value is readonly GraphQLError[] {
  return Array.isArray(value);
}
