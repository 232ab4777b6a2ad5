/** The command line of the benchmarks: finds one by its name, and says how it is used where it is used wrongly. */
interface Benchmark {
  readonly about: string;
  /** Loaded only when asked for: `--help` and a wrong name answer at once. */
  readonly load: () => Promise<{ readonly run: (args: readonly string[]) => number | Promise<number> }>;
}

/** What is run where none is named. */
const DEFAULT = 'speed';

const BENCHMARKS: ReadonlyMap<string, Benchmark> = new Map([
  ['climb', { about: 'looks for requests that cost more than they may', load: () => import('./climb.ts') }],
  ['cost', { about: 'what the dearest queries cost that one request may ask', load: () => import('./cost.ts') }],
  ['draft', { about: 'how well articles are drafted, and how checking grows', load: () => import('./draft.ts') }],
  ['speed', { about: 'Dateline beside other servers; runs if none is named', load: () => import('./speed.ts') }],
  ['scale', { about: 'what a request costs as the corpus grows', load: () => import('./scale.ts') }],
]);

runNamed(named(process.argv.slice(2))).then((status) => {
  process.exitCode = status;
});

/** Options without a name are those of the benchmark that runs then; `--help` alone lists them all. */
function named(args: readonly string[]): readonly string[] {
  const [first] = args;
  if (first === '--help' || first === '-h') return args;
  return first === undefined || first.startsWith('-') ? [DEFAULT, ...args] : args;
}

async function runNamed([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h') {
    process.stdout.write(listBenchmarks());
    return 0;
  }
  const benchmark = BENCHMARKS.get(name ?? '');
  if (benchmark === undefined) {
    process.stderr.write(`There is no benchmark "${name}".\n\n${listBenchmarks()}`);
    return 2;
  }
  try {
    return await (await benchmark.load()).run(args);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function listBenchmarks(): string {
  const lines = [...BENCHMARKS].map(([name, { about }]) => `  ${name.padEnd(10)}${about}`);
  return `Usage: npm run bench -- [BENCHMARK] [OPTIONS]\n\n${lines.join('\n')}\n\nBENCHMARK --help says more about one.\n`;
}
