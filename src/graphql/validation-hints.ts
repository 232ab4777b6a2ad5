/** Rules of graphql-js with messages that explain how to fix the most common mistakes of newcomers. */
import {
  type ASTNode,
  type ASTVisitFn,
  FieldsOnCorrectTypeRule,
  GraphQLError,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isInputObjectType,
  isObjectType,
  isUnionType,
  Kind,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
  ValuesOfCorrectTypeRule,
} from 'graphql';
import { publicError } from '../../schema/errors.ts';
import { exampleObjects } from './example-value.ts';
import { type WayToField, wayToField } from './way-to-field.ts';

/** The rules of GraphQL with hints, for endpoints that publish their schema. */
export function rulesWithHints(): readonly ValidationRule[] {
  return specifiedRules.map((rule) => HINTING.get(rule) ?? rule);
}

const HINTING: ReadonlyMap<ValidationRule, ValidationRule> = new Map([
  [FieldsOnCorrectTypeRule, (context) => FieldsOnCorrectTypeRule(withHints(context, hintOfField))],
  [ValuesOfCorrectTypeRule, objectsByExample],
]);

/** The message to report instead of an error's own; null if that one is clear enough. */
type Hint = (error: GraphQLError, context: ValidationContext) => string | null;

/** The context for a rule, which replaces the messages of errors by hints. */
function withHints(context: ValidationContext, hint: Hint): ValidationContext {
  const reportError = (error: GraphQLError) => {
    const message = hint(error, context);
    context.reportError(message === null ? error : withMessage(message, error));
  };
  return Object.create(context, { reportError: { value: reportError } });
}

/** Without the nodes: their values are removed from messages later, and would be removed from examples too. */
function withMessage(message: string, { source, positions }: GraphQLError): GraphQLError {
  const { extensions } = publicError('GRAPHQL_VALIDATION_FAILED', message);
  return new GraphQLError(message, { source: source ?? null, positions: positions ?? null, extensions });
}

/** A hint for a field that its type lacks: the path to it, if it is nested deeper, or the fields of the type. */
function hintOfField({ nodes = [], message }: GraphQLError, context: ValidationContext): string | null {
  const [node] = nodes;
  const type = context.getParentType();
  if (node?.kind !== Kind.FIELD || !type) return null;
  const name = node.name.value;
  const way = wayToField(name, type, context.getSchema());
  if (way !== null) return hintOfWay(name, type, way);
  if (IN_PAGES.has(name))
    return `"${type.name}" has no field "${name}": it is not a page of a list. Leave out "${name}".`;
  return type === context.getSchema().getQueryType() || isUnionType(type) ? null : withFields(message, type);
}

/** The fields that hold the things of a page. */
const IN_PAGES: ReadonlySet<string> = new Set(['nodes', 'edges']);

/** The message with all fields of the type, unless it already suggests some. */
function withFields(message: string, type: GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType): string {
  if (message.includes('Did you mean')) return message;
  return `${message} Its fields are: ${Object.keys(type.getFields()).join(', ')}.`;
}

/** A hint for a field selected on a list instead of its items, by somebody new to connections. */
function hintOfWay(name: string, type: GraphQLNamedType, { holder, isCertain, selections }: WayToField): string {
  const isPage = holder === 'nodes';
  const held = isPage ? 'it is a page of a list, and its things' : `its "${holder}"`;
  const have = isCertain ? (isPage ? 'have' : 'has') : 'may have';
  const meant = isCertain && hasEdges(type) ? selections.flatMap(orByEdges) : selections;
  const instead = meant.map((selection) => `"${selection}"`).join(' or ');
  return `"${type.name}" has no field "${name}": ${held} ${have} it. Did you mean ${instead}?`;
}

function hasEdges(type: GraphQLNamedType): boolean {
  return isObjectType(type) && 'edges' in type.getFields();
}

/** A selection in `nodes`, and the same in `edges`. */
function orByEdges(selection: string): readonly string[] {
  return [selection, selection.replace(/^nodes (.*)$/, 'edges { node $1 }')];
}

/** The rule of GraphQL for values. If another value is given for an input object, the message shows an example. */
function objectsByExample(context: ValidationContext) {
  let around: () => readonly (ASTNode | readonly ASTNode[] | undefined)[] = () => [];
  const hint: Hint = ({ nodes = [], message }) => {
    const [node] = nodes;
    const parent = getNamedType(context.getParentInputType() ?? undefined);
    if (node?.kind === Kind.OBJECT_FIELD && isInputObjectType(parent)) return withFields(message, parent);
    const type = getNamedType(context.getInputType() ?? undefined);
    if (node === undefined || !isInputObjectType(type) || !(node.kind in GIVEN)) return null;
    const names = around().flatMap((outer) => (outer && 'kind' in outer ? namesOf(outer) : []));
    return `"${names.join('.')}" is ${GIVEN[node.kind]} but must be an object of type "${type.name}", such as ${exampleObjects(type, 'DOCUMENT')}.`;
  };
  const visitor = ValuesOfCorrectTypeRule(withHints(context, hint));
  const watched = Object.entries(visitor).map(([kind, visit]) => {
    if (!(kind in GIVEN) || typeof visit !== 'function') return [kind, visit];
    return [
      kind,
      (...visited: Parameters<ASTVisitFn<ASTNode>>) => {
        const [, , parent, , ancestors] = visited;
        around = () => [...ancestors, parent];
        return visit.apply(visitor, visited as never);
      },
    ];
  });
  return Object.fromEntries(watched);
}

/** The names of values that are not objects. Null is left to the rule itself. */
const GIVEN: Readonly<Record<string, string>> = {
  [Kind.LIST]: 'a list',
  [Kind.STRING]: 'a string',
  [Kind.INT]: 'a number',
  [Kind.FLOAT]: 'a number',
  [Kind.BOOLEAN]: 'true or false',
  [Kind.ENUM]: 'a single word',
};

function namesOf(node: ASTNode): string[] {
  if (node.kind === Kind.VARIABLE_DEFINITION) return [`$${node.variable.name.value}`];
  return node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD ? [node.name.value] : [];
}
