// What the schema may not do to those who use it: see "How the schema changes" in docs/schema-changes.md.
import {
  type ASTNode,
  buildASTSchema,
  DangerousChangeType,
  type DirectiveNode,
  type DocumentNode,
  findBreakingChanges,
  findDangerousChanges,
  GraphQLDeprecatedDirective,
  type GraphQLSchema,
  getDirectiveValues,
  Kind,
  parse,
  visit,
} from 'graphql';

/** How long something stays after it was deprecated, in days. */
export const DEPRECATED_DAYS = 180;

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** How each reason begins: the day from which it is deprecated, and then what to use instead. */
const SINCE = /^Since (\d{4}-\d{2}-\d{2}): /;

/**
 * What in a schema would break a client of the released one, a line each. What was deprecated in the release, and has
 * been for long enough on that day, may go, and with it the types that nothing else names.
 *
 * @param today `2026-11-29`.
 */
export function breakingChanges(released: string, current: GraphQLSchema, today: string): string[] {
  const kept = buildASTSchema(withoutUnnamed(withoutExpired(parse(released), today)));
  // A default that changes changes what is answered to whoever relies on it.
  const dangerous = findDangerousChanges(kept, current).filter(
    ({ type }) => type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE,
  );
  return [...findBreakingChanges(kept, current), ...dangerous].map(
    ({ type, description }) => `${type}: ${description}`,
  );
}

/** The reasons of deprecations that do not begin with the day and say what to use instead. */
export function vagueReasons(text: string): string[] {
  const vague: string[] = [];
  visit(parse(text), {
    Directive(node) {
      const reason = reasonOf(node);
      if (reason !== null && !SINCE.test(reason)) vague.push(reason);
    },
  });
  return vague;
}

function withoutExpired(document: DocumentNode, today: string): DocumentNode {
  const remove = (node: { readonly directives?: readonly DirectiveNode[] }) =>
    isExpired(node, today) ? null : undefined;
  return visit(document, { FieldDefinition: remove, InputValueDefinition: remove, EnumValueDefinition: remove });
}

function isExpired({ directives = [] }: { readonly directives?: readonly DirectiveNode[] }, today: string): boolean {
  return directives.some((directive) => {
    const [, since] = SINCE.exec(reasonOf(directive) ?? '') ?? [];
    return since !== undefined && Date.parse(today) - Date.parse(since) >= DEPRECATED_DAYS * DAY_MILLISECONDS;
  });
}

/** Null where the directive deprecates nothing. */
function reasonOf(directive: DirectiveNode): string | null {
  if (directive.name.value !== GraphQLDeprecatedDirective.name) return null;
  return String(getDirectiveValues(GraphQLDeprecatedDirective, { directives: [directive] })?.reason ?? '');
}

/** Without the types that only what was removed named, and those that only they name. */
function withoutUnnamed(document: DocumentNode): DocumentNode {
  const named = new Set(['Query']);
  visit(document, {
    NamedType(node) {
      named.add(node.name.value);
    },
  });
  const isNamed = (node: ASTNode) =>
    !('name' in node && node.name?.kind === Kind.NAME) ||
    (node.kind === Kind.OBJECT_TYPE_DEFINITION && (node.interfaces ?? []).length > 0) ||
    named.has(node.name.value);
  const definitions = document.definitions.filter(isNamed);
  return definitions.length === document.definitions.length ? document : withoutUnnamed({ ...document, definitions });
}
