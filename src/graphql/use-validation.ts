/** Validating: each rule once for each document, and few errors told. */
import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
  validate,
} from 'graphql';
import { publicError } from '../../schema/errors.ts';
import type { Settings } from '../settings.ts';
import type { GraphqlPlugin } from './context.ts';
import { rulesWithHints } from './validation-hints.ts';

/** As many as anybody mends at once. Finding more costs more than most queries. */
const MAX_ERRORS = 5;

/**
 * Remembers which rules a document has passed, and runs only the others: a rule that another plugin adds for some
 * requests holds for those, also where the document is known. Suggestions are told only with the schema, and questions
 * about it answered only where the settings say so.
 */
export function useValidation({ introspection }: Settings): GraphqlPlugin {
  const options = { maxErrors: MAX_ERRORS, hideSuggestions: !introspection };
  const own = introspection ? rulesWithHints() : [...specifiedRules, noIntrospection];

  function validateBy(rules: readonly ValidationRule[], schema: GraphQLSchema, document: DocumentNode) {
    const passed = passedBy(schema, document);
    const left = rules.filter((rule) => !passed.has(rule));
    if (left.length === 0) return [];
    const errors = validate(schema, document, left, options);
    if (errors.length === 0) for (const rule of left) passed.add(rule);
    return errors;
  }

  return {
    onValidate({ context: { facts }, setValidationFn }) {
      setValidationFn(((schema, document, rules = specifiedRules) => {
        const errors = toTell(validateBy(own, schema, document));
        if (errors.length > 0) return errors;
        const added = rules.filter((rule) => !OF_GRAPHQL.has(rule));
        return added.length === 0 ? [] : orThrown(() => validateBy(added, schema, document));
      }) satisfies typeof validate);
      return ({ valid }) => {
        facts.isRead = valid;
      };
    },
  };
}

const OF_GRAPHQL: ReadonlySet<ValidationRule> = new Set(specifiedRules);

/** Refuses `__schema` and `__type`. `__typename` is no secret: clients need it. */
function noIntrospection(context: ValidationContext): ASTVisitor {
  return {
    Field(node: FieldNode) {
      if (!ABOUT_SCHEMA.has(node.name.value)) return;
      const { message, extensions } = publicError('INTROSPECTION_DISABLED', 'This endpoint does not tell its schema.');
      context.reportError(new GraphQLError(message, { nodes: node, extensions }));
    },
  };
}

/** The fields of the query type that tell the schema: GraphQL (September 2025), 4.2. */
const ABOUT_SCHEMA: ReadonlySet<string> = new Set(['__schema', '__type']);

const PASSED = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, WeakSet<ValidationRule>>>();

function passedBy(schema: GraphQLSchema, document: DocumentNode): WeakSet<ValidationRule> {
  const documents = PASSED.get(schema) ?? new WeakMap<DocumentNode, WeakSet<ValidationRule>>();
  PASSED.set(schema, documents);
  const passed = documents.get(document) ?? new WeakSet();
  documents.set(document, passed);
  return passed;
}

/** A rule of another plugin may throw what it has to say. */
function orThrown(validate: () => readonly GraphQLError[]): readonly GraphQLError[] {
  try {
    return validate();
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

/**
 * graphql-js gives up by an error that names no place of the document. Behind others it says no more than that, and is
 * left out; alone it is all there is to refuse the document by.
 */
function toTell(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const placed = errors.filter(({ locations }) => locations !== undefined);
  if (placed.length > 0 || errors.length === 0) return placed;
  const message = 'The document cannot be validated: it selects too much that has to be compared. Ask in parts.';
  return [publicError('GRAPHQL_VALIDATION_FAILED', message)];
}
