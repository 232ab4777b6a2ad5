/** Plan: how much is measured, as the command line has it. */
import { parseArgs } from 'node:util';
import { OPERATION_NAMES, type OperationKey } from './operations.ts';

export const HELP = `Measures Dateline beside what somebody would take in its place: production builds in workerd, asked in turn by another
process, over the corpus of this repository and a generated one. CPU of the server's process, and requests a second.

Usage: npm run bench -- [speed] [OPTIONS]

  --quick       only the corpus of this repository, three operations, fewer rounds, no memory: under two minutes
  --rounds N    how often everything is measured (5; 3 with --quick)
  --only TEXT   only the operations whose name has this in it
  --json FILE   writes every figure of every round to a file as well
  --help        this text

What it compares with is installed in bench/peers where it is not. Figures are local: workerd on this machine,
nothing at Cloudflare. A target that is missed is marked, and no failure.

Exit status: 0 measured, 1 a wrong answer, 2 wrong usage, 130 interrupted.
`;

const OPTIONS = {
  quick: { type: 'boolean', default: false },
  rounds: { type: 'string' },
  only: { type: 'string', default: '' },
  json: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export interface Plan {
  readonly help: boolean;
  /** About how many statements the generated corpus has; null for none. */
  readonly size: number | null;
  readonly rounds: number;
  /** About how long a server is asked for an operation in a round. */
  readonly milliseconds: number;
  readonly starts: number;
  readonly measuresMemory: boolean;
  readonly operations: readonly OperationKey[];
  readonly json: string | null;
}

type Scope = Pick<Plan, 'size' | 'rounds' | 'milliseconds' | 'starts' | 'measuresMemory' | 'operations'>;

const THOROUGH: Scope = {
  size: 10_000,
  rounds: 5,
  milliseconds: 300,
  starts: 9,
  measuresMemory: true,
  operations: Object.keys(OPERATION_NAMES) as readonly OperationKey[],
};

const QUICK: Scope = {
  size: null,
  rounds: 3,
  milliseconds: 150,
  starts: 3,
  measuresMemory: false,
  operations: ['lookup', 'question', 'page'],
};

/** Throws a TypeError for options that there are not, a RangeError for values that make no sense. */
export function readPlan(args: readonly string[]): Plan {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const { help, only, json = null } = values;
  const scope = values.quick ? QUICK : THOROUGH;
  const rounds = values.rounds === undefined ? scope.rounds : Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError('Give a whole number of rounds above 0.');
  const operations = scope.operations.filter((key) => OPERATION_NAMES[key].includes(only));
  if (operations.length === 0) throw new RangeError(`No operation that is measured has "${only}" in its name.`);
  return { ...scope, rounds, operations, help, json };
}
