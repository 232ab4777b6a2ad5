/** The command line of the fuzzer. */
import { parseArgs } from 'node:util';
import { buildFor } from '../build.ts';
import { describe, describeRequest, isGood } from './report.ts';
import { KINDS, type Kind } from './request.ts';
import { type RunOptions, repeat, run } from './run.ts';
import { type FuzzedWorker, openFuzzedWorker } from './worker.ts';

const USAGE = `Usage: npm run fuzz -- [OPTIONS]

  --count N       how many requests; 20000 if left out
  --kind KIND     only requests of this kind, may be given more than once: ${KINDS.join(', ')}
  --seed N        which requests; one of chance if left out
  --only N        only the request of this number, shown with its answer
  --origin URL    a Worker that runs, may be given more than once; if left out, the Workers of both corpora are built
                  whatever stands before that one is fuzzed with it: the proxy of "wrangler dev" answers an odd Host
                  header, and now and then a body that is too large, with a 500 of its own

The same seed sends the same requests to the same corpora, if the origins are given in the same order.
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
      kind: { type: 'string', multiple: true },
      only: { type: 'string' },
      origin: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const asked = {
    seed: readNumber('seed', values.seed),
    count: readNumber('count', values.count),
    ...(values.kind && { kinds: values.kind.map(readKind) }),
  };
  const only = values.only === undefined ? null : readNumber('only', values.only);
  const workers = values.origin ? values.origin.map(runningWorker) : await openWorkers();
  try {
    return await (only === null ? runAll({ ...asked, workers }) : showOne({ ...asked, workers }, only));
  } finally {
    for (const { close } of workers) await close();
  }
}

async function runAll(options: RunOptions): Promise<number> {
  const { workers, seed, count } = options;
  process.stderr.write(`Seed ${seed}, ${count} requests to ${workers.map(({ name }) => name).join(' and ')}\n`);
  const onProgress = (done: number, violations: number) => {
    process.stderr.write(`\r${done} of ${count}, ${violations} violations `);
  };
  const summary = await run({ ...options, onProgress });
  process.stderr.write('\n');
  process.stdout.write(`${describe(summary)}\n`);
  return isGood(summary) ? 0 : 1;
}

async function showOne(options: RunOptions, number: number): Promise<number> {
  const { request, answer, violations } = await repeat(options, number);
  const shown =
    answer instanceof Error
      ? String(answer)
      : `${answer.status} in ${Math.round(answer.milliseconds)} ms\n${JSON.stringify(answer.headers, null, 2)}\n\n${answer.text.slice(0, 4000)}`;
  process.stdout.write(`${describeRequest(request)}\n\n${shown}\n\n${violations.join('\n')}\n`);
  return violations.length > 0 ? 1 : 0;
}

/** The Workers of both corpora, built as for the tests. */
async function openWorkers(): Promise<readonly FuzzedWorker[]> {
  process.loadEnvFile('start.env');
  await buildFor();
  return [await openFuzzedWorker('seed'), await openFuzzedWorker('gazette')];
}

/** Of a Worker that somebody else runs nothing is known but its address. */
function runningWorker(origin: string): FuzzedWorker {
  return { name: origin, origin, process: null, heapBytes: null, troubles: () => [], close: async () => {} };
}

function readKind(text: string): Kind {
  const kind = KINDS.find((candidate) => candidate === text);
  if (kind === undefined) throw wrongUse(`--kind is "${text}"; it has to be one of ${KINDS.join(', ')}.`);
  return kind;
}

function readNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw wrongUse(`--${name} is "${text}"; it has to be a whole number.`);
}

/** As `parseArgs` says that an option is wrong. */
function wrongUse(message: string): Error {
  return Object.assign(new TypeError(message), { code: 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' });
}
