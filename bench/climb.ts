/** `climb`: looks for the requests that an attacker would send, those within all limits that are as dear as possible. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { packBundle } from '../data/bundled/pack.ts';
import { indexCorpus } from '../data/engine/build.ts';
import { compileFolder } from '../test/corpus.ts';
import { OBJECTIVES } from './climb/archive.ts';
import { BOUNDS, isFinding, tell } from './climb/bound.ts';
import { type CorpusName, type Finding, readFinding, writeFinding } from './climb/finding.ts';
import { climbOver, type Found, openGround } from './climb/ground.ts';
import { populationOf } from './climb/population.ts';
import { prepareCorpus } from './corpus.ts';
import { printTable } from './table.ts';
import { buildWorker } from './worker.ts';

const HELP = `Looks for requests that cost much though they are within all limits, by changing and crossing those that cost most
so far: CPU of one request (10 ms), bytes of an answer (4 MB), heap that the isolate keeps of many (100 MB). Begins with
the operations of this repository, the kinds of "cost" and its attacks. Over the corpus of this repository and over a
generated one, in the built Worker; every request is a new one. Exit status 1 if one exceeds its bound; each such
request is written to a file.

Usage: npm run bench -- climb [OPTIONS]

  --seed N       which changes are tried (one of chance)
  --minutes N    how long to climb, over both corpora together (5)
  --tries N      how many requests to try at most, over each corpus (1000000)
  --size N       about how many statements the generated corpus has (10000)
  --corpus NAME  only "seed" or only "generated"
  --replay FILE  measures one request that was found, and nothing else
  --help         this text

The same seed tries the same changes as long as the same requests turn out to cost most, which on a busy machine they do
not for long.
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

/** Runs the climb and answers with its exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  // Ctrl-C ends the process, and what it has started with it.
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
  process.stdout.write(`${findings.length} above their bounds, seed ${seed}.\n`);
  return findings.length > 0 ? 1 : 0;
}

const CORPORA: readonly CorpusName[] = ['seed', 'generated'];

async function replay(path: string, bundleOf: (corpus: CorpusName) => Promise<Uint8Array>): Promise<number> {
  const { corpus, objective, attempt } = readFinding(path);
  const ground = await openGround(await bundleOf(corpus), 1);
  try {
    // As in a climb: V8 has compiled what others ask, too.
    for (const other of populationOf(ground.world)) await ground.measure(other, 1);
    const score = await ground.weigh(attempt, objective);
    process.stdout.write(
      `${tell(objective, score.values[objective] ?? 0)} of ${tell(objective, BOUNDS[objective])}, ${score.outcome}\n`,
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
        tell(objective, entry.values[objective] ?? 0),
        isFinding(entry, objective) ? 'above' : '',
        entry.points.toLocaleString('en'),
        key,
      ]),
  );
  const header = [`${corpus}, ${tries} tries`, 'worst', 'bound', 'points', 'what is asked: what came of it'];
  return printTable(header, rows);
}
