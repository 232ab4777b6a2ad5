/** Echoes: finds statements with the same or nearly the same words, so that one quote in ten papers is seen as one. */

import { words } from '../fold.ts';
import { MOST_ECHOES, type Slug } from '../model.ts';
import { compareSlugs } from './span.ts';

/** The part of a statement that is compared: the words of its first report, and the article of that report. */
export interface Printed {
  readonly slug: Slug;
  readonly text: string;
  readonly quotes: readonly { readonly article: Slug }[];
}

/** Anybody may say fewer words: "no comment", "it was terrible". */
const LEAST_WORDS = 4;
const RUN_LENGTH = 3;
/** Six words have four runs of three. */
const LEAST_SHARED = 4;
/** A quote of nine words has seven runs; with one word in its middle replaced, four of them are left. */
const SHARED_PART = 0.5;
/** A run in more wordings is a turn of phrase ("declined to comment"), and comparing them all is quadratic. */
const MOST_WORDINGS = 200;

/**
 * The slugs of the echoes of each statement, in order; a statement without echoes has no entry. Symmetric: each is an
 * echo of its echoes.
 *
 * Compares the words of first reports, ignoring case, diacritics and punctuation, and never two of one article, where
 * "Oakes said that Wren had told her …" contains what Wren told her. Two statements are echoes if they have
 *
 * - the same words, at least four of them; or
 * - nearly the same words. Each is taken as the set of its runs of three consecutive words. The two share at least four
 *   runs, and at least half of those of the one that has fewer; and one shared run is not a turn of phrase: at most 200
 *   wordings of the corpus have it. So a quote shortened to six words or more is an echo of the full one, however long
 *   that is, and so is a quote of nine words with one of them replaced.
 *
 * A statement has at most 50 echoes, those with the same words first; one is left out only if one of the two has 50.
 * Only words are compared, not speakers or meaning, so a "not" counts no more than any other word. In a language
 * without spaces, a clause is one word.
 */
export function findEchoes(statements: readonly Printed[]): ReadonlyMap<Slug, readonly Slug[]> {
  const echoes = new Map<Slug, Slug[]>();
  const wordings = gatherWordings(statements);
  for (const { printed } of wordings) linkEach(printed, echoes);

  // A statement with 50 echoes is not compared again, which skips thousands of statements with the same words.
  const isOpen = ({ slug }: Printed) => hasRoom(slug, echoes);
  const rest = wordings.map(({ runs, printed }) => ({ runs, printed: printed.filter(isOpen) }));
  for (const [one, other] of nearWordings(rest, ({ printed }) => printed.some(isOpen))) {
    linkAcross(one.printed, other.printed, echoes);
  }

  for (const list of echoes.values()) list.sort(compareSlugs);
  return echoes;
}

/** One wording, and the statements that have exactly these words. */
interface Wording {
  /** Numbers of its runs, each once. */
  readonly runs: readonly number[];
  readonly printed: readonly Printed[];
}

/** The wordings that are long enough, ordered by their first slugs. */
function gatherWordings(statements: readonly Printed[]): Wording[] {
  const numbers = new Map<string, number>();
  const inOrder = [...statements].sort((a, b) => compareSlugs(a.slug, b.slug));
  const groups = Map.groupBy(inOrder, ({ text }) =>
    words(text)
      .map(({ folded }) => folded)
      .join(' '),
  );
  return [...groups].flatMap(([key, printed]) => {
    const folded = key.split(' ');
    return folded.length < LEAST_WORDS ? [] : [{ runs: gatherRuns(folded, numbers), printed }];
  });
}

function gatherRuns(folded: readonly string[], numbers: Map<string, number>): number[] {
  const runs = new Set<number>();
  for (let start = 0; start + RUN_LENGTH <= folded.length; start++) {
    const run = folded.slice(start, start + RUN_LENGTH).join(' ');
    const known = numbers.get(run);
    runs.add(known ?? numbers.size);
    if (known === undefined) numbers.set(run, numbers.size);
  }
  return [...runs];
}

/** The pairs of wordings that are nearly the same, each once, as long as both have statements with room for echoes. */
function* nearWordings(
  wordings: readonly Wording[],
  wantsMore: (wording: Wording) => boolean,
): Generator<readonly [Wording, Wording]> {
  const byRun = indexByRun(wordings);
  for (const [number, wording] of wordings.entries()) {
    if (wording.runs.length < LEAST_SHARED || !wantsMore(wording)) continue;
    const runs = new Set(wording.runs);
    for (const candidate of gatherCandidates(wording, byRun)) {
      const other = wordings[candidate];
      if (other === undefined || !wantsMore(other)) continue;
      // The shorter one looks for the longer; of two of equal length, the first looks for the second.
      const isTurn = other.runs.length > runs.size || (other.runs.length === runs.size && candidate > number);
      if (isTurn && countShared(runs, other) >= sharedRunsOf(wording)) yield [wording, other];
    }
  }
}

/** The numbers of the wordings that have each run, by the number of the run. */
function indexByRun(wordings: readonly Wording[]): number[][] {
  const byRun: number[][] = [];
  for (const [number, { runs }] of wordings.entries()) {
    for (const run of runs) {
      const list = byRun[run];
      if (list === undefined) byRun[run] = [number];
      else list.push(number);
    }
  }
  return byRun;
}

/**
 * Every wording that may have enough of the runs, in order. It must have one of the rarest runs, one more of them than
 * may be missing, so only these are looked up (prefix filtering; Chaudhuri, Ganti and Kaushik 2006).
 */
function gatherCandidates(wording: Wording, byRun: readonly (readonly number[])[]): number[] {
  const lists = wording.runs.map((run) => byRun[run] ?? []).sort((a, b) => a.length - b.length);
  const rarest = lists.slice(0, wording.runs.length - sharedRunsOf(wording) + 1);
  const candidates = new Set(rarest.filter(({ length }) => length <= MOST_WORDINGS).flat());
  return [...candidates].sort((a, b) => a - b);
}

/** How many of its runs another wording must have. */
function sharedRunsOf({ runs }: Wording): number {
  return Math.max(LEAST_SHARED, Math.ceil(runs.length * SHARED_PART));
}

function countShared(runs: ReadonlySet<number>, other: Wording): number {
  let count = 0;
  for (const run of other.runs) if (runs.has(run)) count++;
  return count;
}

function linkEach(printed: readonly Printed[], echoes: Map<Slug, Slug[]>): void {
  for (const [index, one] of printed.entries()) {
    for (let next = index + 1; next < printed.length && hasRoom(one.slug, echoes); next++) {
      const other = printed[next];
      if (other !== undefined) link(one, other, echoes);
    }
  }
}

function linkAcross(ones: readonly Printed[], others: readonly Printed[], echoes: Map<Slug, Slug[]>): void {
  for (const one of ones) {
    for (const other of others) link(one, other, echoes);
  }
}

/** Makes each an echo of the other, unless one has no room or both are in one article, where one may hold the other. */
function link(one: Printed, other: Printed, echoes: Map<Slug, Slug[]>): void {
  if (one.quotes[0]?.article === other.quotes[0]?.article) return;
  if (!hasRoom(one.slug, echoes) || !hasRoom(other.slug, echoes)) return;
  add(one.slug, other.slug, echoes);
  add(other.slug, one.slug, echoes);
}

function hasRoom(slug: Slug, echoes: ReadonlyMap<Slug, readonly Slug[]>): boolean {
  return (echoes.get(slug)?.length ?? 0) < MOST_ECHOES;
}

function add(slug: Slug, echo: Slug, echoes: Map<Slug, Slug[]>): void {
  const list = echoes.get(slug);
  if (list === undefined) echoes.set(slug, [echo]);
  else list.push(echo);
}
