/** Run: makes the cases of a seed, executes them with both executors, and compares the answers. */
import { type Answer, answerOfCompiled, answerOfGraphql, type Compiled, isPromise, watched } from './answer.ts';
import { type Case, openCases, type Round } from './case.ts';
import { compare } from './compare.ts';
import { compile } from './subject.ts';
import { note, openTally, type Tally } from './tally.ts';

export interface RunOptions {
  readonly seed: number;
  /** The number of the first case; 0 if left out. */
  readonly from?: number;
  readonly count: number;
  /** Called from time to time with the number of cases done. */
  readonly onProgress?: (done: number, mismatches: number) => void;
}

/** A round of a case in which the answers differ. */
export interface Mismatch {
  readonly drawn: Case;
  readonly round: number;
  readonly differences: readonly string[];
  readonly expected: Answer | null;
  readonly actual: Answer | null;
}

export interface Summary {
  readonly seed: number;
  readonly count: number;
  readonly seconds: number;
  readonly tally: Tally;
  readonly mismatches: readonly Mismatch[];
}

const PROGRESS = 1000;
/** More would not be informative. */
const MOST_MISMATCHES = 100;

export async function run({ seed, from = 0, count, onProgress = () => {} }: RunOptions): Promise<Summary> {
  const start = performance.now();
  const caseOf = openCases(seed);
  const tally = openTally();
  const mismatches: Mismatch[] = [];
  const { stackTraceLimit } = Error;
  // A third of the time would be spent on stack traces that nobody reads.
  Error.stackTraceLimit = 0;
  try {
    for (let done = 0; done < count && mismatches.length < MOST_MISMATCHES; done++) {
      mismatches.push(...(await check(caseOf(from + done), tally)));
      if (done % PROGRESS === PROGRESS - 1) onProgress(done + 1, mismatches.length);
    }
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return { seed, count, seconds: (performance.now() - start) / 1000, tally, mismatches };
}

/** The rounds of a case with mismatches. One compiled operation executes all rounds. */
export async function check(drawn: Case, tally: Tally): Promise<readonly Mismatch[]> {
  const compiled = compile(drawn.world.schema, drawn.document, drawn.operationName);
  tally.cases++;
  tally.invalid += drawn.invalid;
  if (compiled === null) {
    note(tally, drawn, null, false);
    const differences = drawn.operation === null ? [] : ['It was not compiled.'];
    return differences.map((difference) => mismatch(drawn, 0, [difference]));
  }
  if (drawn.operation === null) return [mismatch(drawn, 0, ['It was compiled, though there is no such operation.'])];
  const mismatches: Mismatch[] = [];
  for (const [at, round] of drawn.rounds.entries()) {
    const { expected, actual } = await answer(drawn, round, compiled);
    const { differences, isRestricted } = compare(expected, actual);
    note(tally, drawn, expected, isRestricted);
    if (differences.length > 0) mismatches.push(mismatch(drawn, at, differences, expected, actual));
  }
  return mismatches;
}

/** Both answers. Without promises, nothing is awaited. */
async function answer(drawn: Case, round: Round, compiled: Compiled) {
  const ofGraphql = () => answerOfGraphql(drawn, round);
  const ofCompiled = () => answerOfCompiled(drawn, round, compiled);
  if (round.mood.isAsync) return { expected: await watched(ofGraphql), actual: await watched(ofCompiled) };
  const [expected, actual] = [ofGraphql(), ofCompiled()];
  return {
    expected: isPromise(expected) ? await expected : expected,
    actual: isPromise(actual) ? await actual : actual,
  };
}

function mismatch(
  drawn: Case,
  round: number,
  differences: readonly string[],
  expected: Answer | null = null,
  actual: Answer | null = null,
): Mismatch {
  return { drawn, round, differences, expected, actual };
}
