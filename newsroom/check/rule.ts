/** Rules: each finds something that deserves a second look in a corpus that compiles. */
import type { Examination, Problem } from '../../data/compile/index.ts';

/** A finding of a rule: it has the form of a problem, but breaks nothing. */
export type Warning = Omit<Problem, 'code'>;

export interface Rule {
  /** The name that an editor writes to silence it. */
  readonly name: string;
  /** A line about it for `--help`: a noun phrase. */
  readonly about: string;
  /** Returns all findings, in any order. */
  readonly look: (examined: Examination) => Warning[];
}

/** A problem or a warning to show. */
export interface Finding extends Warning {
  readonly severity: 'error' | 'warning';
  /** The code of a problem or the name of a rule. */
  readonly code: string;
}
