/** Measure: sends the same questions to Workers of several sizes in turn, round by round. */
import type { PreparedCorpus } from './corpus.ts';
import { isFilled, QUESTION_NAMES, QUESTIONS, type QuestionName } from './questions.ts';
import type { DatabaseCounts, Reply, RunningWorker } from './worker.ts';

/** A Worker over a corpus of one size. */
export interface Subject {
  readonly corpus: PreparedCorpus;
  readonly worker: RunningWorker;
}

/** The average cost of a request in one round. */
interface RoundCost {
  readonly cpuMicroseconds: number;
  readonly wallMicroseconds: number;
}

/** The cost of a question at one size. */
export interface Measured {
  readonly rounds: readonly RoundCost[];
  /** The average length of the answers, counting each different one once. */
  readonly answerBytes: number;
  readonly database: DatabaseUse | null;
}

/** The average D1 queries of a request. */
export interface DatabaseUse {
  /** When the isolate has already cached the pieces of the index that these requests need. */
  readonly warm: DatabaseCounts;
  /** For each request the first time, in an isolate that is new at the first question. */
  readonly first: DatabaseCounts;
}

export type Measurements = ReadonlyMap<QuestionName, ReadonlyMap<number, Measured>>;

export interface Effort {
  readonly rounds: number;
  /** The requests per question, round and size. */
  readonly requests: number;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/** Warm-up rounds, in which V8 compiles hot code. */
const WARM_UPS = 2;

/** Uncounted requests before the counted ones, in which the garbage of the previous question is collected. */
const LEAD_IN = 10;

/** Checks every answer once, warms up, and measures. Throws for an answer that has errors or is empty. */
export async function measure(subjects: readonly Subject[], effort: Effort): Promise<Measurements> {
  const results = new Map<QuestionName, Map<number, Measured>>();
  for (const name of QUESTION_NAMES) {
    const bySize = new Map<number, Measured>();
    for (const subject of subjects) bySize.set(subject.corpus.size, await look(subject, name, effort.signal));
    results.set(name, bySize);
  }
  for (let round = -WARM_UPS; round < effort.rounds; round++) {
    // Each round begins with a different size, so that none always follows the same one.
    const order = subjects.map((_, index) => subjects[(index + Math.max(round, 0)) % subjects.length]);
    for (const name of QUESTION_NAMES) {
      for (const subject of order) {
        if (subject === undefined) continue;
        const cost = await ask(subject, name, effort);
        const bySize = results.get(name);
        const known = bySize?.get(subject.corpus.size);
        if (round < 0 || known === undefined) continue;
        bySize?.set(subject.corpus.size, { ...known, rounds: [...known.rounds, cost] });
      }
    }
    effort.onProgress((round + 1 + WARM_UPS) / (effort.rounds + WARM_UPS));
  }
  return results;
}

/** The requests of a question, in the order of its variables. */
function bodiesOf({ corpus }: Subject, name: QuestionName): readonly string[] {
  return corpus.draws[name].map((variables) => JSON.stringify({ query: QUESTIONS[name].document, variables }));
}

async function look(subject: Subject, name: QuestionName, signal: AbortSignal): Promise<Measured> {
  const bodies = bodiesOf(subject, name);
  const replies: Reply[] = [];
  for (const body of bodies) {
    signal.throwIfAborted();
    const reply = await subject.worker.post(body);
    const { data, errors } = JSON.parse(reply.body);
    if (errors !== undefined || !isFilled(data)) {
      throw new Error(`A wrong answer at ${subject.corpus.size} statements.\n${body}\n${reply.body.slice(0, 1000)}`);
    }
    replies.push(reply);
  }
  const again: Reply[] = [];
  for (const body of bodies) again.push(await subject.worker.post(body));
  const [first, warm] = [averageCounts(replies), averageCounts(again)];
  return {
    rounds: [],
    answerBytes: average(replies.map(({ body }) => Buffer.byteLength(body))),
    database: first === null || warm === null ? null : { first, warm },
  };
}

function averageCounts(replies: readonly Reply[]): DatabaseCounts | null {
  const counts = replies.flatMap(({ database }) => (database === null ? [] : [database]));
  if (counts.length === 0) return null;
  return {
    statements: average(counts.map(({ statements }) => statements)),
    rowsRead: average(counts.map(({ rowsRead }) => rowsRead)),
  };
}

async function ask(subject: Subject, name: QuestionName, { requests, signal }: Effort): Promise<RoundCost> {
  signal.throwIfAborted();
  const bodies = bodiesOf(subject, name);
  for (const body of bodies.slice(-LEAD_IN)) await subject.worker.post(body);
  const startCpu = subject.worker.cpu();
  const start = process.hrtime.bigint();
  for (let number = 0; number < requests; number++) await subject.worker.post(bodies[number % bodies.length] ?? '');
  const wall = Number(process.hrtime.bigint() - start);
  const cpu = subject.worker.cpu() - startCpu;
  return { cpuMicroseconds: cpu / 1000 / requests, wallMicroseconds: wall / 1000 / requests };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
