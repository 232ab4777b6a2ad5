/** Plan: how much to measure, from the command line. */
import { parseArgs } from 'node:util';
import { OPERATION_NAMES, type OperationKey } from './operations.ts';

export const HELP = `Compares Dateline with its alternatives: production builds in workerd that another process queries in turn, over the
corpus of this repository and a generated one. Measures CPU of the server's process, and requests per second.

Usage: npm run bench -- [peers] [OPTIONS]

  --quick       only the corpus of this repository, three operations, fewer rounds, no memory: under two minutes
  --rounds N    how often to measure everything (5; 3 with --quick)
  --only TEXTS  only the operations whose names contain one of these texts, with commas between them; no memory
  --json FILE   also write every figure of every round to a file
  --help        print this text

The alternatives are installed in bench/peers/server if necessary. All figures are local: workerd on this machine, nothing at
Cloudflare. A missed goal is marked, but is not a failure.

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
  /** About how long one operation is sent to one server in a round. */
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

/** Throws a TypeError for unknown options, and a RangeError for invalid values. */
export function readPlan(args: readonly string[]): Plan {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const { help, only, json = null } = values;
  const scope = values.quick ? QUICK : THOROUGH;
  const rounds = values.rounds === undefined ? scope.rounds : Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError('Give a whole number of rounds above 0.');
  const texts = only.split(',');
  const operations = scope.operations.filter((key) => texts.some((text) => OPERATION_NAMES[key].includes(text)));
  if (operations.length === 0) throw new RangeError(`No operation that is measured has "${only}" in its name.`);
  const measuresMemory = scope.measuresMemory && only === '';
  return { ...scope, rounds, operations, measuresMemory, help, json };
}
