/** `climb`: searches for the requests that an attacker would send, the most expensive ones within all limits. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { packBundle } from '../data/bundled/pack.ts';
import { indexCorpus } from '../data/engine/build.ts';
import { compileFolder } from '../test/corpus.ts';
import { OBJECTIVES } from './climb/archive.ts';
import { BOUNDS, formatValue, isFinding } from './climb/bound.ts';
import { type CorpusName, type Finding, readFinding, writeFinding } from './climb/finding.ts';
import { climbOver, type Found, openGround } from './climb/ground.ts';
import { populationOf } from './climb/population.ts';
import { prepareCorpus } from './corpus.ts';
import { printTable } from './table.ts';
import { buildWorker } from './worker.ts';

const HELP = `Searches for expensive requests within all limits, by changing and crossing the most expensive ones so far. The
bounds are CPU of one request (10 ms), bytes of an answer (4 MB), and heap that the isolate keeps after many (100 MB).
Starts with the operations of this repository, and the kinds and attacks of "cost". Runs in the built Worker over the
corpus of this repository and over a generated one; every request is new. Writes each request that exceeds a bound to a
file; then the exit status is 1.

Usage: npm run bench -- climb [OPTIONS]

  --seed N       the seed of the changes to try (random)
  --minutes N    how long to search, over both corpora together (5)
  --tries N      the most requests to try over each corpus (1000000)
  --size N       about how many statements the generated corpus has (10000)
  --corpus NAME  only "seed" or only "generated"
  --replay FILE  measure only this request, which an earlier run found
  --help         print this text

The same seed tries the same changes as long as the same requests cost most; on a busy machine that soon changes.
`;

const OPTIONS = {
  seed: { type: 'string' },
  minutes: { type: 'string', default: '5' },
  tries: { type: 'string', default: '1000000' },
  size: { type: 'string', default: '10000' },
  corpus: { type: 'string' },
  replay: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Runs the climb and returns its exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  // Ctrl-C ends the process and its children.
  const { signal } = new AbortController();
  await buildWorker('bundle', signal);
  const bundleOf = async (corpus: CorpusName) =>
    corpus === 'seed'
      ? packBundle(indexCorpus(compileFolder('data/corpus')))
      : readFileSync((await prepareCorpus(Number(values.size), signal)).bundlePath);
  if (values.replay !== undefined) return replay(values.replay, bundleOf);

  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  const corpora = CORPORA.filter((corpus) => (values.corpus ?? corpus) === corpus);
  const milliseconds = (Number(values.minutes) * 60_000) / corpora.length;
  const findings: Finding[] = [];
  for (const corpus of corpora) {
    process.stderr.write(`Seed ${seed}, ${corpus}\n`);
    const ground = await openGround(await bundleOf(corpus), seed);
    try {
      const found = await climbOver(ground, { seed, milliseconds, tries: Number(values.tries) });
      process.stdout.write(`${describe(corpus, found)}\n\n`);
      for (const { objective, key, entry } of found.worst.filter(({ entry, objective }) =>
        isFinding(entry, objective),
      )) {
        findings.push({ ...entry, corpus, objective, key });
      }
    } finally {
      await ground.close();
    }
  }
  for (const [at, finding] of findings.entries()) process.stdout.write(`${writeFinding(finding, at + 1)}\n`);
  process.stdout.write(`${findings.length} requests exceed a bound, seed ${seed}.\n`);
  return findings.length > 0 ? 1 : 0;
}

const CORPORA: readonly CorpusName[] = ['seed', 'generated'];

async function replay(path: string, bundleOf: (corpus: CorpusName) => Promise<Uint8Array>): Promise<number> {
  const { corpus, objective, attempt } = readFinding(path);
  const ground = await openGround(await bundleOf(corpus), 1);
  try {
    // As in a climb, V8 has already compiled code for other requests.
    for (const other of populationOf(ground.world)) await ground.measure(other, 1);
    const score = await ground.weigh(attempt, objective);
    process.stdout.write(
      `${formatValue(objective, score.values[objective] ?? 0)} of ${formatValue(objective, BOUNDS[objective])}, ${score.outcome}\n`,
    );
    return isFinding(score, objective) ? 1 : 0;
  } finally {
    await ground.close();
  }
}

function describe(corpus: CorpusName, { tries, worst }: Found): string {
  const rows = OBJECTIVES.flatMap((objective) =>
    worst
      .filter((one) => one.objective === objective)
      .map(({ key, entry }) => [
        objective,
        formatValue(objective, entry.values[objective] ?? 0),
        isFinding(entry, objective) ? 'above' : '',
        entry.points.toLocaleString('en'),
        key,
      ]),
  );
  const header = [`${corpus}, ${tries} tries`, 'worst', 'bound', 'points', 'request: outcome'];
  return printTable(header, rows);
}
