/** `pages`: measures what pages for readers cost, beside the operations that feed them, and how soon a phone shows them. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openBrowser } from './pages/browser.ts';
import { type CorpusOfPages, generatedCorpus, repositoryCorpus } from './pages/corpora.ts';
import { type MeasuredPages, measurePages } from './pages/measure.ts';
import { type Paint, paintPages } from './pages/paint.ts';
import { COST_LEGEND, costTable, PAINT_LEGEND, paintTable } from './pages/report.ts';
import { buildWorker, openWorkerWith } from './worker.ts';

const HELP = `Measures each page for readers: CPU of workerd for the page as HTML, and for its operation by POST /graphql with the same
document and variables, in turn; and the bytes of the page. No answer is remembered. Over the corpus of this repository,
the Gazette, and a generated corpus of about 700 articles.

Usage: npm run bench -- pages [OPTIONS]

  --quick       only the Gazette, and fewer rounds: under a minute after the build
  --rounds N    how often to measure everything (9; 5 with --quick)
  --requests N  how many requests to send per page and round (60; 30 with --quick)
  --only TEXT   only the pages whose names contain this text
  --browser     also the largest contentful paint in Chromium, as a phone on slow 4G with a cold cache would have it
  --json FILE   also write every figure of every round to a file
  --help        print this text

A page that this version of Dateline does not have (404) is skipped. All figures are local: workerd on this machine, nothing
at Cloudflare. A missed goal is marked, but is not a failure. CHROMIUM names another program than /usr/bin/chromium.

Exit status: 0 measured, 1 a wrong answer or a page that was not written anew, 2 wrong usage, 130 interrupted.
`;

const OPTIONS = {
  quick: { type: 'boolean', default: false },
  rounds: { type: 'string' },
  requests: { type: 'string' },
  only: { type: 'string', default: '' },
  browser: { type: 'boolean', default: false },
  json: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const THOROUGH = { rounds: 9, requests: 60 };
const QUICK = { rounds: 5, requests: 30 };
/** About how many statements the generated corpus has: 670 articles. */
const GENERATED_SIZE = 10_000;
const INTERRUPTED = 130;

interface Plan {
  readonly isQuick: boolean;
  readonly rounds: number;
  readonly requests: number;
  readonly only: string;
  readonly usesBrowser: boolean;
  readonly json: string | null;
  readonly signal: AbortSignal;
}

/** Runs the benchmark and returns its exit status. Throws a TypeError for unknown options. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const scope = values.quick ? QUICK : THOROUGH;
  const [rounds, requests] = [Number(values.rounds ?? scope.rounds), Number(values.requests ?? scope.requests)];
  if (![rounds, requests].every((number) => Number.isInteger(number) && number > 0)) {
    process.stderr.write(`Give whole numbers above 0.\n\n${HELP}`);
    return 2;
  }
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const { quick: isQuick, only, browser: usesBrowser, json = null } = values;
  try {
    await runPlan({ isQuick, rounds, requests, only, usesBrowser, json, signal: interruption.signal });
    return 0;
  } catch (error) {
    if (interruption.signal.aborted) return INTERRUPTED;
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return 1;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

async function runPlan(plan: Plan): Promise<void> {
  await buildWorker('bundle', plan.signal);
  const figures: Record<string, { readonly costs: readonly MeasuredPages[]; readonly paints: readonly Paint[] }> = {};
  for (const corpus of await corporaOf(plan)) {
    // With GraphiQL, because each page's link to it has the operation and its variables.
    const worker = await openWorkerWith('bundle', corpus.bundle, { GRAPHIQL: true });
    try {
      const costs = await measurePages(worker, corpus, plan);
      print(
        `## Over ${corpus.name}: medians of ${plan.rounds} rounds of ${plan.requests} requests\n\n${costTable(costs)}`,
      );
      const paints = plan.usesBrowser ? await paint(worker.url, costs, plan) : [];
      figures[corpus.name] = { costs, paints };
    } finally {
      await worker.close();
    }
  }
  print(COST_LEGEND);
  if (plan.json !== null) writeFileSync(plan.json, `${JSON.stringify(figures, null, 1)}\n`);
}

async function corporaOf({ isQuick, signal }: Plan): Promise<readonly CorpusOfPages[]> {
  const gazette = repositoryCorpus('the Gazette', 'test/corpora/gazette');
  if (isQuick) return [gazette];
  return [repositoryCorpus('data/corpus', 'data/corpus'), gazette, await generatedCorpus(GENERATED_SIZE, signal)];
}

async function paint(worker: URL, pages: readonly MeasuredPages[], { signal }: Plan): Promise<readonly Paint[]> {
  const browser = await openBrowser();
  if (browser === null) {
    print('No Chromium: the largest contentful paint was not measured. CHROMIUM names the program.');
    return [];
  }
  try {
    const paints = await paintPages(browser, worker, pages, signal);
    print(`${paintTable(paints)}\n\n${PAINT_LEGEND}`);
    return paints;
  } finally {
    await browser.close();
  }
}

/** A paragraph or a table. */
function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
