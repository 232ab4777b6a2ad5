/** Tally: what answers are counted by, and what is wrong with them. */
import { type Answer, checkAnswer, SLOW_MILLISECONDS } from './check.ts';
import type { FuzzRequest, Kind } from './request.ts';

export interface Violation {
  readonly number: number;
  readonly kind: Kind;
  readonly what: readonly string[];
}

export interface Timed {
  readonly number: number;
  readonly kind: Kind;
  readonly milliseconds: number;
}

/** Counts in the making. */
export interface Tally {
  /** Answers with data and no error. */
  withData: number;
  readonly kinds: Map<string, number>;
  readonly statuses: Map<string, number>;
  /** Answers with an error of that code. */
  readonly codes: Map<string, number>;
  /** Those that took longest, the longest first; with others at the same time. */
  slowest: readonly Timed[];
  /** What took too long, though perhaps only because of others. */
  readonly slow: number[];
  readonly violations: Violation[];
}

const SLOWEST = 5;

export function openTally(): Tally {
  return {
    withData: 0,
    kinds: new Map(),
    statuses: new Map(),
    codes: new Map(),
    slowest: [],
    slow: [],
    violations: [],
  };
}

/** Counts an answer, or that there is none. */
export function note(tally: Tally, request: FuzzRequest, answer: Answer | Error): void {
  const { number, kind } = request;
  count(tally.kinds, kind);
  const what = violationsOf(request, answer);
  if (what.length > 0) tally.violations.push({ number, kind, what });
  if (answer instanceof Error) {
    count(tally.statuses, 'none');
    return;
  }
  const { codes, hasData } = checkAnswer(request, answer);
  count(tally.statuses, String(answer.status));
  for (const code of codes) count(tally.codes, code);
  if (hasData) tally.withData++;
  noteTime(tally, { number, kind, milliseconds: answer.milliseconds });
}

/** What is wrong with an answer, and that there is none. */
export function violationsOf(request: FuzzRequest, answer: Answer | Error): readonly string[] {
  return answer instanceof Error ? [`no answer: ${answer.message}`] : checkAnswer(request, answer).violations;
}

function noteTime(tally: Tally, timed: Timed): void {
  if (timed.milliseconds > SLOW_MILLISECONDS) tally.slow.push(timed.number);
  if (timed.milliseconds <= (tally.slowest[SLOWEST - 1]?.milliseconds ?? 0)) return;
  tally.slowest = [...tally.slowest, timed].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, SLOWEST);
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
