/** Questions about the schema: whether they are answered, and that each is answered once. */
import {
  type ASTVisitor,
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type ValidationContext,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { BoundedCache } from '../../data/bounded-cache.ts';
import { publicError } from '../../schema/errors.ts';
import type { Settings } from '../settings.ts';
import type { RequestContext } from './context.ts';

/** Refuses `__schema` and `__type` where the settings say so. `__typename` is no secret: clients need it. */
export function useIntrospection({ introspection }: Settings): Plugin<RequestContext> {
  return introspection ? answerOnce() : refuse();
}

function refuse(): Plugin<RequestContext> {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(noIntrospection);
    },
  };
}

function noIntrospection(context: ValidationContext): ASTVisitor {
  return {
    Field(node: FieldNode) {
      if (!ABOUT_SCHEMA.has(node.name.value)) return;
      const { message, extensions } = publicError('INTROSPECTION_DISABLED', 'This endpoint does not tell its schema.');
      context.reportError(new GraphQLError(message, { nodes: node, extensions }));
    },
  };
}

const ABOUT_SCHEMA: ReadonlySet<string> = new Set(['__schema', '__type']);

/** Tools ask the same few questions, and a full answer has 250 KB: made anew, it is the dearest of all. */
const KEPT_ANSWERS = 4;

/** The schema never changes while the isolate lives, so neither does what is said of it. */
function answerOnce(): Plugin<RequestContext> {
  const answers = new BoundedCache<string, ExecutionResult>(KEPT_ANSWERS);
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { facts }: RequestContext = args.contextValue;
      if (facts.operation === null || !isOnlyAboutSchema(facts.operation)) return;
      const key = JSON.stringify([facts.documentHash, args.operationName, args.variableValues]);
      const known = answers.find(key);
      if (known) return setResultAndStopExecution(known);
      return {
        onExecuteDone({ result }) {
          if (!(Symbol.asyncIterator in result) && result.errors === undefined) answers.keep(key, result);
        },
      };
    },
  };
}

/** Behind a fragment could be anything; tools do not write them there. */
function isOnlyAboutSchema({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && ABOUT_SCHEMA.has(selection.name.value),
  );
}
