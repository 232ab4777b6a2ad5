/** Report: tables of the measurements, with each figure next to its goal. */
import type { PreparedCorpus } from './corpus.ts';
import type { Measured, Measurements } from './measure.ts';
import type { Memory } from './memory.ts';
import { type Goal, QUESTION_NAMES, QUESTIONS } from './questions.ts';
import type { Start } from './start.ts';
import { median, medianRatio, spread } from './statistics.ts';
import { figure, percent, printTable, ratio } from './table.ts';

/** CPU and wall time of each question at each size, and their growth from the smallest size. */
export function costTable(measurements: Measurements, sizes: readonly number[], comparisons: readonly Comparison[]) {
  const header = [
    'CPU µs ±spread (wall µs)',
    ...sizes.map(statements),
    ...comparisons.flatMap(({ size, base }) => [`${statements(size)} / ${statements(base)}`, 'goal']),
  ];
  const rows = QUESTION_NAMES.map((name) => {
    const bySize = measurements.get(name);
    const cells = sizes.map((size) => costCell(bySize?.get(size)));
    const compared = comparisons.flatMap(({ size, base, goalOf, capOf }) => {
      const [large, small] = [bySize?.get(size), bySize?.get(base)];
      if (large === undefined || small === undefined) return ['–', '–'];
      const grown = medianRatio(cpuOf(large), cpuOf(small));
      const { goal } = QUESTIONS[name];
      return [ratio(grown), goalCell(grown, goalOf(goal), median(cpuOf(large)), capOf(goal))];
    });
    return [QUESTIONS[name].name, ...cells, ...compared];
  });
  return printTable(header, rows);
}

/** Two sizes to compare, and the goals for the comparison. */
export interface Comparison {
  readonly size: number;
  readonly base: number;
  readonly goalOf: (goal: Goal) => number | null;
  /** The most microseconds at the larger size. */
  readonly capOf: (goal: Goal) => number | null;
}

const none = () => null;
const BUNDLE_COMPARISONS: readonly Comparison[] = [
  { size: 1000, base: 100, goalOf: none, capOf: none },
  { size: 10_000, base: 100, goalOf: (goal) => goal.bundle10k, capOf: none },
  { size: 100_000, base: 100, goalOf: (goal) => goal.bundle100k, capOf: (goal) => goal.bundleMicroseconds },
];
const D1_COMPARISONS: readonly Comparison[] = [
  { size: 10_000, base: 1000, goalOf: none, capOf: none },
  { size: 100_000, base: 1000, goalOf: (goal) => goal.d1, capOf: none },
];

/** The comparisons with both sizes measured; if there are none, every size compared with the smallest. */
export function comparisonsOf(store: 'bundle' | 'd1', sizes: readonly number[]): readonly Comparison[] {
  const all = store === 'bundle' ? BUNDLE_COMPARISONS : D1_COMPARISONS;
  const known = all.filter(({ size, base }) => sizes.includes(size) && sizes.includes(base));
  const [base = 0, ...others] = sizes;
  return known.length > 0 ? known : others.map((size) => ({ size, base, goalOf: none, capOf: none }));
}

/** The lengths of the answers: if they grow, so does the cost of writing them. */
export function answerTable(measurements: Measurements, sizes: readonly number[]): string {
  const rows = QUESTION_NAMES.map((name) => [
    QUESTIONS[name].name,
    ...sizes.map((size) => whole(measurements.get(name)?.get(size)?.answerBytes ?? Number.NaN)),
  ]);
  return printTable(['bytes of an answer', ...sizes.map(statements)], rows);
}

/** The size of a Worker over a bundle, the cost of its start, and its memory. */
export interface BundleWeight {
  readonly corpus: PreparedCorpus;
  readonly bundleBytes: number;
  readonly codeBytes: number;
  readonly start: Start;
  readonly memory: Memory;
}

const MEBIBYTE = 2 ** 20;
/** The same limits as in `data/compile/command.ts`: of a Worker in MiB, and of a bundle in bytes. */
const LIMIT = 64;
const REFUSED_BYTES = 40_000_000;
const START_GOALS: ReadonlyMap<number, number> = new Map([
  [1000, 15],
  [10_000, 30],
  [100_000, 300],
]);

export function weightTable(weights: readonly BundleWeight[]): string {
  const header = [
    'statements',
    'articles',
    'bundle MiB',
    `Worker MiB of ${LIMIT}`,
    'start over an empty Worker, ms',
    'goal',
    'opening the bundle alone',
    'goal',
    'heap MiB',
    'heap + bundle MiB',
  ];
  const rows = weights.map(({ corpus, bundleBytes, codeBytes, start, memory }) => [
    whole(corpus.statements),
    whole(corpus.articles),
    `${mebibytes(bundleBytes)}${bundleBytes > REFUSED_BYTES ? ' (the compiler refuses it)' : ''}`,
    mebibytes(bundleBytes + codeBytes),
    figure(start.overEmpty),
    goalCell(start.overEmpty, START_GOALS.get(corpus.size) ?? null, 0, null, ' ms'),
    figure(start.opening),
    goalCell(start.opening, START_GOALS.get(corpus.size) ?? null, 0, null, ' ms'),
    `${mebibytes(memory.heap)} (code ${mebibytes(memory.code)})`,
    mebibytes(memory.heap + memory.buffers),
  ]);
  return printTable(header, rows);
}

/** The average D1 queries of one request: in a warm isolate and, in brackets, for the first request. */
export function databaseTable(measurements: Measurements, corpora: readonly PreparedCorpus[]): string {
  const header = [
    'D1, per request',
    ...corpora.flatMap(({ size }) => [`statements at ${statements(size)}`, `rows read at ${statements(size)}`]),
    'goal for the last',
  ];
  const rows = QUESTION_NAMES.map((name) => {
    const counted = corpora.map(({ size }) => measurements.get(name)?.get(size)?.database ?? null);
    const cells = counted.flatMap((count) => {
      if (count === null) return ['–', '–'];
      const { warm, first } = count;
      return [
        `${warm.statements.toFixed(1)} (${first.statements.toFixed(1)})`,
        `${whole(warm.rowsRead)} (${whole(first.rowsRead)})`,
      ];
    });
    const last = corpora.at(-1);
    const filtered = name === 'filteredTimeline' && last !== undefined ? Math.round(2 * last.filtered) : null;
    return [
      QUESTIONS[name].name,
      ...cells,
      goalCell(counted.at(-1)?.warm.rowsRead ?? Number.NaN, QUESTIONS[name].goal.rows ?? filtered, 0, null, ''),
    ];
  });
  return printTable(header, rows);
}

function costCell(measured: Measured | undefined): string {
  if (measured === undefined) return '–';
  const wall = median(measured.rounds.map(({ wallMicroseconds }) => wallMicroseconds));
  return `${figure(median(cpuOf(measured)))} ${percent(spread(cpuOf(measured)))} (${figure(wall)})`;
}

function cpuOf({ rounds }: Measured): readonly number[] {
  return rounds.map(({ cpuMicroseconds }) => cpuMicroseconds);
}

/** `1.2x: met`, with the limit in milliseconds if there is one. */
function goalCell(value: number, goal: number | null, microseconds: number, cap: number | null, unit = 'x'): string {
  if (goal === null) return '–';
  const met = value <= goal && microseconds <= (cap ?? Infinity);
  const most = cap === null ? '' : `, ${cap / 1000} ms`;
  return `${goal.toLocaleString('en')}${unit}${most}: ${met ? 'met' : 'MISSED'}`;
}

function statements(size: number): string {
  return size.toLocaleString('en');
}

function whole(value: number): string {
  return Number.isFinite(value) ? Math.round(value).toLocaleString('en') : '–';
}

function mebibytes(bytes: number): string {
  return (bytes / MEBIBYTE).toFixed(bytes < 10 * MEBIBYTE ? 2 : 1);
}
