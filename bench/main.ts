/** The command line of the benchmarks: runs the one that is named, or prints how to use it. */
interface Benchmark {
  readonly about: string;
  /** Loaded only when it runs, so that `--help` and a wrong name answer at once. */
  readonly load: () => Promise<{ readonly run: (args: readonly string[]) => number | Promise<number> }>;
}

/** The benchmark that runs if none is named. */
const DEFAULT = 'peers';

const BENCHMARKS: ReadonlyMap<string, Benchmark> = new Map([
  ['climb', { about: 'looks for requests that exceed a bound of cost', load: () => import('./climb.ts') }],
  ['cost', { about: 'what the most expensive allowed queries cost', load: () => import('./cost.ts') }],
  ['draft', { about: 'how good drafts are, and how checking scales', load: () => import('./draft.ts') }],
  [
    'pages',
    { about: 'what pages for readers cost, and how soon a phone shows them', load: () => import('./pages.ts') },
  ],
  ['peers', { about: 'compares Dateline with other servers; the default', load: () => import('./peers.ts') }],
  ['publish', { about: 'what publishing to D1 writes and costs', load: () => import('./publish.ts') }],
  ['scale', { about: 'what a request costs as the corpus grows', load: () => import('./scale.ts') }],
]);

runNamed(named(process.argv.slice(2))).then((status) => {
  process.exitCode = status;
});

/** Options without a name go to the default benchmark; `--help` alone lists all benchmarks. */
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
  return `Usage: npm run bench -- [BENCHMARK] [OPTIONS]\n\n${lines.join('\n')}\n\nBENCHMARK --help describes one.\n`;
}
