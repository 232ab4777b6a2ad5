/** Tally: what the cases of a run contained. */
import type { Answer } from './answer.ts';
import type { Case } from './case.ts';

export interface Tally {
  cases: number;
  rounds: number;
  /** Documents that were drawn and discarded. */
  invalid: number;
  /** How many rounds had each feature. */
  readonly had: Map<string, number>;
}

export function openTally(): Tally {
  return { cases: 0, rounds: 0, invalid: 0, had: new Map() };
}

/** Counts a round by the answer of graphql-js, which is null if the case has no operation to execute. */
export function note(tally: Tally, { source, operation }: Case, answer: Answer | null, isRestricted: boolean): void {
  tally.rounds++;
  const had = new Set(SOURCE.filter(([, pattern]) => pattern.test(source)).map(([name]) => name));
  if (operation?.operation === 'mutation') had.add('mutation');
  if (isRestricted) had.add('restricted');
  if (answer === null) had.add('no operation');
  else noteAnswer(had, answer);
  for (const name of had) tally.had.set(name, (tally.had.get(name) ?? 0) + 1);
}

function noteAnswer(had: Set<string>, { data, errors, isPromise, failure, unhandled, seen }: Answer): void {
  for (const name of seen) had.add(name);
  if (isPromise) had.add('answer later');
  if (failure !== null) had.add('failure');
  if (unhandled.length > 0) had.add('unhandled by graphql-js');
  if (data === null) had.add('variables refused');
  if (errors.length === 0) had.add('no errors');
  if (errors.length > 1) had.add('several errors');
  if (data !== null && errors.length > 0) had.add('errors');
  if (data === 'null') had.add('data is null');
  if (data !== null && data !== 'null' && errors.some(({ path }) => path && isNulledAbove(data, path))) {
    had.add('null propagated');
  }
  for (const [name, pattern] of MESSAGES) if (errors.some(({ text }) => pattern.test(text))) had.add(name);
}

function isNulledAbove(data: string, path: readonly (string | number)[]): boolean {
  let value: unknown = JSON.parse(data);
  for (const key of path) {
    if (value === null) return true;
    value = Object.getOwnPropertyDescriptor(Object(value), key)?.value;
  }
  return false;
}

const SOURCE: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['fragment spread', /\.\.\.\w/],
  ['inline fragment', /\.\.\. ?(on \w+)?[^{}]*\{/],
  ['inline fragment without type', /\.\.\. (@[^{}]*)?\{/],
  ['@skip', /@skip/],
  ['@include', /@include/],
  ['variables', /\$/],
  ['default of variable', /\$\w+: [\w[\]!]+ = /],
  ['alias', /\w: \w+ ?[{(]/],
  ['odd alias', /\b(then|toJSON|__proto__|constructor): \w+/],
  ['introspection', /\b__(schema|type)\b/],
  ['__typename', /__typename/],
  ['several operations', /Asked1/],
];

const MESSAGES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['null for non-null', /Cannot return null for non-nullable/],
  ['argument refused', /"Argument \\"/],
  ['no iterable', /Expected Iterable/],
  ['wrong type of abstract', /Abstract type|is not a possible type/],
  ['isTypeOf refused', /Expected value of type/],
  ['enum refused', /Enum \\"E\d\\" cannot represent/],
  ['scalar refused', /(Int|Float|String|Boolean|ID) cannot represent/],
  ['scalar gave nothing', /to return non-nullable value/],
  ['no error thrown', /Unexpected error value/],
];
