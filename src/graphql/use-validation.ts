/** Validates documents: each rule runs once per document, and few errors are reported. */
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
import type { Facts, GraphqlPlugin } from './context.ts';
import { timed } from './use-timing.ts';
import { rulesWithHints } from './validation-hints.ts';

/** As many as anybody fixes at once. Finding more would cost more than most queries. */
const MAX_ERRORS = 5;

/**
 * Remembers which rules a document has passed and runs only the others, so a rule that another plugin adds for some
 * requests also applies to cached documents. Suggestions and introspection are available only if the settings publish
 * the schema.
 */
export function useValidation({ introspection }: Settings): GraphqlPlugin {
  const options = { maxErrors: MAX_ERRORS, hideSuggestions: !introspection };
  const own = introspection ? rulesWithHints() : [...specifiedRules, noIntrospection];

  function validateBy(rules: readonly ValidationRule[], schema: GraphQLSchema, document: DocumentNode, facts: Facts) {
    const passed = passedBy(schema, document);
    const left = rules.filter((rule) => !passed.has(rule));
    if (left.length === 0) return [];
    const errors = timed(facts, 'validate', () => validate(schema, document, left, options));
    if (errors.length === 0) for (const rule of left) passed.add(rule);
    return errors;
  }

  return {
    onValidate({ context: { facts }, setValidationFn }) {
      setValidationFn(((schema, document, rules = specifiedRules) => {
        const errors = toReport(validateBy(own, schema, document, facts));
        if (errors.length > 0) return errors;
        const added = rules.filter((rule) => !OF_GRAPHQL.has(rule));
        return added.length === 0 ? [] : orThrown(() => validateBy(added, schema, document, facts));
      }) satisfies typeof validate);
      return ({ valid }) => {
        facts.isRead = valid;
      };
    },
  };
}

const OF_GRAPHQL: ReadonlySet<ValidationRule> = new Set(specifiedRules);

/** Refuses `__schema` and `__type`. Clients need `__typename`, which reveals no secret. */
function noIntrospection(context: ValidationContext): ASTVisitor {
  return {
    Field(node: FieldNode) {
      if (!ABOUT_SCHEMA.has(node.name.value)) return;
      const { message, extensions } = publicError(
        'INTROSPECTION_DISABLED',
        'This endpoint does not publish its schema.',
      );
      context.reportError(new GraphQLError(message, { nodes: node, extensions }));
    },
  };
}

/** The fields of the query type for introspection: GraphQL (September 2025), 4.2. */
const ABOUT_SCHEMA: ReadonlySet<string> = new Set(['__schema', '__type']);

const PASSED = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, WeakSet<ValidationRule>>>();

function passedBy(schema: GraphQLSchema, document: DocumentNode): WeakSet<ValidationRule> {
  const documents = PASSED.get(schema) ?? new WeakMap<DocumentNode, WeakSet<ValidationRule>>();
  PASSED.set(schema, documents);
  const passed = documents.get(document) ?? new WeakSet();
  documents.set(document, passed);
  return passed;
}

/** A rule of another plugin may throw its error instead of reporting it. */
function orThrown(validate: () => readonly GraphQLError[]): readonly GraphQLError[] {
  try {
    return validate();
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

/**
 * When graphql-js gives up, it adds an error without a location. After other errors it is dropped, because it adds
 * nothing; alone it is replaced by a clear message.
 */
function toReport(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const placed = errors.filter(({ locations }) => locations !== undefined);
  if (placed.length > 0 || errors.length === 0) return placed;
  const message =
    'The document cannot be validated: too many of its fields have to be compared. Split it into smaller requests.';
  return [publicError('GRAPHQL_VALIDATION_FAILED', message)];
}
