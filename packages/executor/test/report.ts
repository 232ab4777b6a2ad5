/** Report: describes a run, and a mismatch. */
import { type GraphQLNamedType, type GraphQLSchema, printType } from 'graphql';
import type { Answer } from './answer.ts';
import { describe } from './describe.ts';
import type { Mismatch, Summary } from './run.ts';

const MOST_CALLS = 40;

/** The coverage, and the first mismatches. */
export function describeRun({ seed, count, seconds, tally, mismatches }: Summary): string {
  const { cases, rounds, invalid, had } = tally;
  const rows = [...had].sort(([, a], [, b]) => b - a).map(([name, times]) => `  ${String(times).padStart(8)} ${name}`);
  return [
    `${cases} of ${count} cases of seed ${seed} in ${seconds.toFixed(1)} s: ${rounds} rounds; ${invalid} documents were not valid.`,
    ...rows,
    `${mismatches.length} rounds have answers that are not the same.`,
    ...smallest(mismatches).map((mismatch) => describeBriefly(mismatch)),
  ].join('\n');
}

/** Those with the shortest documents come first, because they are easiest to understand. */
export function smallest(mismatches: readonly Mismatch[], count = 5): readonly Mismatch[] {
  return [...mismatches].sort((a, b) => a.drawn.source.length - b.drawn.source.length).slice(0, count);
}

function describeBriefly({ drawn, round, differences }: Mismatch): string {
  const { seed, number, source } = drawn;
  return [
    '',
    `case ${number}, round ${round}: node packages/executor/test/main.ts --seed ${seed} --only ${number}`,
    `  ${source.replaceAll('\n', '\n  ')}`,
    `  variables ${describe(drawn.rounds[round]!.variables)}`,
    ...differences.map((difference) => `  ${differingLines(difference)}`),
  ].join('\n');
}

/** Everything needed to understand a mismatch. */
export function describeFully(mismatch: Mismatch): string {
  const { drawn, round, expected, actual } = mismatch;
  const { variables, mood } = drawn.rounds[round]!;
  const { schema: _, ...shown } = mood;
  return [
    describeSchema(drawn.world.schema, drawn.source),
    `${describeBriefly(mismatch)}`,
    `  operation ${drawn.operationName}, variables ${describe(variables)}, mood ${describe(shown)}`,
    `graphql-js answers ${describeAnswer(expected)}`,
    `the executor answers ${describeAnswer(actual)}`,
  ].join('\n\n');
}

function describeAnswer(answer: Answer | null): string {
  if (answer === null) return 'nothing';
  const { data, errors, calls, failure, isPromise, unhandled } = answer;
  return [
    `${isPromise ? 'later' : 'at once'}${failure === null ? '' : ` with ${failure}`}: ${data}`,
    ...errors.map(({ text }) => `  ${text}`),
    ...calls.slice(0, MOST_CALLS).map(({ text }) => `    ${text.split(';')[0]}`),
    ...unhandled.map((reason) => `  unhandled ${reason}`),
  ].join('\n');
}

/** The types with fields in the document. Defaults that cannot be printed are left out. */
function describeSchema(schema: GraphQLSchema, source: string): string {
  const words = new Set(source.match(/\w+/g));
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return types.map((type) => printed(type, words)).join('\n\n');
}

function printed(type: GraphQLNamedType, words: ReadonlySet<string>): string {
  try {
    const lines = printType(type).split('\n');
    return lines.filter((line) => !/^ {2}\w+[(:]/.test(line) || words.has(/\w+/.exec(line)![0])).join('\n');
  } catch (error) {
    return `# ${type.name} cannot be printed: ${error}`;
  }
}

/** For texts of several lines, only the lines that differ. */
function differingLines(difference: string): string {
  const [head, expected = '', actual = ''] = difference.split(/\n {4}(?:expected |actual {3})/);
  const [theirs, ours] = [expected, actual].map((text) => text.split('\n')) as [string[], string[]];
  if (theirs.length === 1 && ours.length === 1) return difference.slice(0, 3000);
  const missing = theirs.filter((line) => !ours.includes(line));
  const extra = ours.filter((line) => !theirs.includes(line));
  const order = missing.length + extra.length === 0 ? ['    only in their order or number'] : [];
  return [
    head,
    ...order,
    ...missing.slice(0, 5).map((line) => `    missing ${line}`),
    ...extra.slice(0, 5).map((line) => `    extra   ${line}`),
  ].join('\n  ');
}
