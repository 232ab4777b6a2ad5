/** The command line of the comparison with graphql-js. */
import { parseArgs } from 'node:util';
import { openCases } from './case.ts';
import { describeFully, describeRun } from './report.ts';
import { check, run } from './run.ts';
import { openTally } from './tally.ts';

const USAGE = `Usage: node packages/executor/test/main.ts [OPTIONS]

  --count N   how many cases to run (20000)
  --seed N    the seed of the cases (random)
  --from N    the number of the first case (0)
  --only N    run only this case, and print both answers if they differ
`;

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const isUsage = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    process.stderr.write(
      isUsage ? `${error.message}\n\n${USAGE}` : `${error instanceof Error ? error.stack : error}\n`,
    );
    process.exitCode = 2;
  },
);

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: 'string', default: '20000' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
      from: { type: 'string', default: '0' },
      only: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const seed = readNumber('seed', values.seed);
  if (values.only !== undefined) return showOne(seed, readNumber('only', values.only));
  const count = readNumber('count', values.count);
  process.stderr.write(`Seed ${seed}, ${count} cases\n`);
  const summary = await run({
    seed,
    from: readNumber('from', values.from),
    count,
    onProgress: (done, mismatches) => process.stderr.write(`\r${done} of ${count}, ${mismatches} mismatches `),
  });
  process.stderr.write('\n');
  process.stdout.write(`${describeRun(summary)}\n`);
  return summary.mismatches.length > 0 ? 1 : 0;
}

async function showOne(seed: number, number: number): Promise<number> {
  const drawn = openCases(seed)(number);
  const mismatches = await check(drawn, openTally());
  const same = `${drawn.source}\n\nThe answers of its ${drawn.rounds.length} rounds are the same.`;
  process.stdout.write(`${mismatches[0] ? describeFully(mismatches[0]) : same}\n`);
  return mismatches.length > 0 ? 1 : 0;
}

function readNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw Object.assign(new TypeError(`--${name} is "${text}"; it must be a whole number.`), {
    code: 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE',
  });
}
