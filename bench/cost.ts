/** `cost`: checks that the most expensive requests stay within the CPU time of a free Worker. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { packBundle } from '../data/bundled/pack.ts';
import { indexCorpus } from '../data/engine/build.ts';
import { compileFolder } from '../test/corpus.ts';
import { readSchema } from '../test/fuzz/document.ts';
import { randomOf } from '../test/fuzz/random.ts';
import { openAsk } from './ask.ts';
import { ATTACKS } from './attacks.ts';
import type { Attempt } from './attempt.ts';
import { prepareCorpus } from './corpus.ts';
import { dearestOf, SHAPES } from './dearest.ts';
import { namesIn } from './names.ts';
import { medianOf, NO_ANSWER, openProbe, type Probe, type Probed } from './probe.ts';
import { type Kin, renew } from './renew.ts';
import { figure, printTable } from './table.ts';
import { buildWorker } from './worker.ts';

const HELP = `Measures the most expensive query of each kind that the limits allow, and known attacks, over the corpus of this
repository and over a generated one: CPU of workerd for the whole request over HTTP, in milliseconds. Each request has a
new document with new values, so it is parsed, validated and compiled as an attacker's would be. The exit status is 1 if
one takes more than 10 ms, the limit of Cloudflare's free plan.

Usage: npm run bench -- cost [OPTIONS]

  --size N      about how many statements the generated corpus has (10000)
  --rounds N    how often each query is sent (15)
  --only TEXT   only the kinds whose names contain this text
  --help        print this text
`;

const OPTIONS = {
  size: { type: 'string', default: '10000' },
  rounds: { type: 'string', default: '15' },
  only: { type: 'string', default: '' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const MOST_MILLISECONDS = 10;
const KINDS = { ...SHAPES, ...ATTACKS };

/** Runs the benchmark and returns its exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  // Ctrl-C ends the process and its children.
  const { signal } = new AbortController();
  await buildWorker('bundle', signal);
  const generated = await prepareCorpus(Number(values.size), signal);
  const bundles = [
    ['seed', packBundle(indexCorpus(compileFolder('data/corpus')))],
    [`${generated.statements} statements`, readFileSync(generated.bundlePath)],
  ] as const;
  const costs: Cost[] = [];
  for (const [name, bundle] of bundles) {
    const own = await measureAll(bundle, values.only, Number(values.rounds));
    costs.push(...own);
    process.stdout.write(`${tableOf(name, own)}\n\n`);
  }
  const worst = Math.max(...costs.map(({ milliseconds }) => milliseconds));
  process.stdout.write(`The most expensive: ${figure(worst)} ms of ${MOST_MILLISECONDS}.\n`);
  return worst > MOST_MILLISECONDS ? 1 : 0;
}

interface Cost extends Probed {
  readonly kind: string;
  readonly points: number;
}

function tableOf(name: string, costs: readonly Cost[]): string {
  const rows = costs.map(({ kind, points, milliseconds, bytes, outcome }) => [
    milliseconds > MOST_MILLISECONDS ? `**${kind}**` : kind,
    points.toLocaleString('en'),
    figure(milliseconds),
    figure(bytes / 1000),
    outcome,
  ]);
  return printTable([`most expensive of each kind: ${name}`, 'points', 'CPU ms', 'kB', 'outcome'], rows);
}

async function measureAll(bundle: Uint8Array, only: string, rounds: number): Promise<readonly Cost[]> {
  const names = namesIn(openAsk(bundle));
  const schema = readSchema();
  const probe = await openProbe(bundle);
  const costs: Cost[] = [];
  try {
    for (const [kind, shape] of Object.entries(KINDS)) {
      if (!kind.includes(only)) continue;
      const { attempt, points } = dearestOf(shape, names, schema);
      const probed = await measureOne(probe, attempt, { rounds, kin: names.kin });
      // An attack may be refused for any reason; a query only for its cost.
      if (kind in SHAPES && !isMeant(probed.outcome)) throw new Error(`${kind}: ${probed.outcome}`);
      costs.push({ kind, points, ...probed });
    }
  } finally {
    await probe.close();
  }
  return costs;
}

/** The first request does not count, because V8 has not compiled its code yet. */
async function measureOne(
  probe: Probe,
  attempt: Attempt,
  { rounds, kin }: { readonly rounds: number; readonly kin: Kin },
): Promise<Probed> {
  const probes: Probed[] = [];
  for (let round = 0; round <= rounds; round++) {
    const probed = await probe.send(renew(attempt, randomOf(1, round), kin));
    if (probed.outcome === NO_ANSWER) return probed;
    probes.push(probed);
  }
  return medianOf(probes.slice(1));
}

function isMeant(outcome: string): boolean {
  return (
    ['answered', 'answered, INVALID_ID'].includes(outcome) || /^(?:stopped |refused QUERY_TOO_EXPENSIVE$)/.test(outcome)
  );
}
