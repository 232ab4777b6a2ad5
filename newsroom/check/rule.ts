/** Rules: what is worth a second look in a corpus though it compiles. */
import type { Examination, Problem } from '../../data/compile/index.ts';

/** What a rule found: it reads like a problem, and breaks nothing. */
export type Warning = Omit<Problem, 'code'>;

export interface Rule {
  /** What an editor writes to silence it. */
  readonly name: string;
  /** What it finds, in a line for `--help`. */
  readonly about: string;
  /** Everything that it finds, in any order. */
  readonly look: (examined: Examination) => Warning[];
}

/** A problem or a warning, as it is shown. */
export interface Finding extends Warning {
  readonly severity: 'error' | 'warning';
  /** The code of a problem or the name of a rule. */
  readonly code: string;
}
