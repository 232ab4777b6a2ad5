/** `cost`: whether the dearest queries that one request may ask stay within the CPU time of a free Worker. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packBundle } from '../../data/bundled/pack.ts';
import { indexCorpus } from '../../data/index/build.ts';
import { DEFAULTS } from '../../src/settings.ts';
import { compileFolder } from '../corpus.ts';
import { type Ask, openAsk } from './ask.ts';
import { prepareCorpus } from './corpus.ts';
import { dearestOf, type Names, SHAPES } from './dearest.ts';
import { median } from './statistics.ts';
import { figure, printTable } from './table.ts';
import { buildWorker, openWorker, type RunningWorker } from './worker.ts';

const HELP = `Measures the dearest query of each kind that one request may ask, over the corpus of this repository and over a
generated one: CPU of workerd for the whole request over HTTP, in milliseconds. Exit status 1 if one takes more than
10 ms, which is what a Worker may use on Cloudflare's free plan.

Usage: npm run bench -- cost [OPTIONS]

  --size N      about how many statements the generated corpus has (10000)
  --rounds N    how often each is asked (15)
  --only TEXT   only the kinds whose name has this in it
  --help        this text
`;

const OPTIONS = {
  size: { type: 'string', default: '10000' },
  rounds: { type: 'string', default: '15' },
  only: { type: 'string', default: '' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const MOST_MILLISECONDS = 10;

/** Runs the benchmark and answers with its exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  // Ctrl-C ends the process, and what it has started with it.
  const { signal } = new AbortController();
  await buildWorker('bundle', signal);
  const generated = await prepareCorpus(Number(values.size), signal);
  const bundles = [
    ['seed', packBundle(indexCorpus(compileFolder('data/corpus')))],
    [`${generated.statements} statements`, readFileSync(generated.bundlePath)],
  ] as const;
  const columns: ReadonlyMap<string, Cost>[] = [];
  for (const [, bundle] of bundles) columns.push(await measureAll(bundle, values.only, Number(values.rounds)));

  const kinds = [...(columns[0]?.keys() ?? [])];
  const rows = kinds.map((kind) => [
    kind,
    ...columns.flatMap((column) => {
      const cost = column.get(kind);
      return cost ? [cost.points.toLocaleString('en'), figure(cost.milliseconds), figure(cost.kilobytes)] : [];
    }),
  ]);
  const header = ['dearest of its kind', ...bundles.flatMap(([name]) => [`${name}: points`, 'CPU ms', 'KB'])];
  process.stdout.write(`${printTable(header, rows)}\n`);
  const worst = Math.max(...columns.flatMap((column) => [...column.values()].map(({ milliseconds }) => milliseconds)));
  process.stdout.write(`\nThe dearest of all: ${figure(worst)} ms of ${MOST_MILLISECONDS}.\n`);
  return worst > MOST_MILLISECONDS ? 1 : 0;
}

interface Cost {
  readonly points: number;
  readonly milliseconds: number;
  readonly kilobytes: number;
}

async function measureAll(bundle: Uint8Array, only: string, rounds: number): Promise<ReadonlyMap<string, Cost>> {
  const names = namesIn(bundle);
  const schema = readFileSync(join(import.meta.dirname, '../../schema/schema.graphql'), 'utf8');
  const worker = await openWorker('bundle', bundle);
  const costs = new Map<string, Cost>();
  try {
    for (const [kind, shape] of Object.entries(SHAPES)) {
      if (!kind.includes(only)) continue;
      const { query, points } = dearestOf(shape, names, schema, DEFAULTS.MAX_COST);
      costs.set(kind, { points, ...(await measureOne(worker, query, rounds)) });
    }
  } finally {
    await worker.close();
  }
  return costs;
}

/** The median: V8 compiles in some requests, and collects garbage in others. */
async function measureOne(worker: RunningWorker, query: string, rounds: number): Promise<Omit<Cost, 'points'>> {
  const body = JSON.stringify({ query });
  const reply = await worker.post(body);
  const { errors = [] }: { errors?: { extensions: { code: string } }[] } = JSON.parse(reply.body);
  // Wrong ids are asked for, and what turns out to cost too much is stopped on the way: that is what it costs then.
  const isMeant = ({ extensions }: (typeof errors)[number]) => MEANT.includes(extensions.code);
  if (!errors.every(isMeant)) throw new Error(`${query}\n${reply.body.slice(0, 1000)}`);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = worker.cpu();
    await worker.post(body);
    times.push((worker.cpu() - start) / 1e6);
  }
  return { milliseconds: median(times), kilobytes: Buffer.byteLength(reply.body) / 1000 };
}

function mostEchoed(ask: Ask): string {
  let most = { slug: '', echoes: -1 };
  for (let after: string | null = null; ; ) {
    const { statements }: Echoed = ask(
      'query ($after: String) { statements(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { slug echoes { slug } } } }',
      { after },
    );
    for (const { slug, echoes } of statements.nodes)
      if (echoes.length > most.echoes) most = { slug, echoes: echoes.length };
    if (!statements.pageInfo.hasNextPage) return most.slug;
    after = statements.pageInfo.endCursor;
  }
}

interface Echoed {
  readonly statements: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly nodes: readonly { readonly slug: string; readonly echoes: readonly object[] }[];
  };
}

const MEANT = ['INVALID_ID', 'QUERY_TOO_EXPENSIVE'];

/** What the dearest queries over this corpus name. */
export function namesIn(bundle: Uint8Array): Names {
  const ask = openAsk(bundle);
  const { people } = ask<{ people: { nodes: { slug: string }[] } }>(
    '{ people(first: 100, orderBy: { field: MENTIONS, direction: DESC }) { nodes { slug } } }',
  );
  const { articles } = ask<{ articles: { nodes: { text: string }[] } }>('{ articles(first: 100) { nodes { text } } }');
  const words = articles.nodes.flatMap(({ text }) => text.toLowerCase().match(/\p{Letter}+/gu) ?? []);
  const slugs = people.nodes.map(({ slug }) => slug);
  return {
    echoed: mostEchoed(ask),
    // A small corpus has few.
    people: Array.from({ length: 100 }, (_, at) => slugs[at % slugs.length] ?? ''),
    beginnings(length) {
      const counts = new Map<string, number>();
      for (const word of words) {
        const letters = [...word];
        if (letters.length < length) continue;
        const beginning = letters.slice(0, length).join('');
        counts.set(beginning, (counts.get(beginning) ?? 0) + 1);
      }
      return [...counts].sort(([, a], [, b]) => b - a).map(([beginning]) => beginning);
    },
  };
}
