/** `publish`: the command line that publishes a corpus to a D1 database. */
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { openCache } from '../compile/cache.ts';
import { compile } from '../compile/compile.ts';
import { printLeftOut } from '../compile/leave-out.ts';
import { counted, printProblems } from '../compile/problem.ts';
import { openProgress, readWithProgress } from '../compile/progress.ts';
import { PUBLISHED_FILE, recordSlugs } from '../compile/published.ts';
import { Refusal } from '../compile/refusal.ts';
import { isFolder, usesColours, warnLines } from '../compile/terminal.ts';
import type { Binding } from '../d1/database.ts';
import { indexCorpus } from '../engine/build.ts';
import type { Corpus, CorpusSummary } from '../model.ts';
import type { DatabaseChoice } from './open.ts';
import { type Announcement, type PublishOutcome, publish, rollBack } from './publish.ts';

const HELP = `Compiles the corpus and publishes it to a D1 database, whole or not at all: readers read the previous corpus
until the last statement. Only what has changed is written. The previous corpus stays in the database, for --rollback.
Articles with unconfirmed proposals are left out, with what only they introduce or name; each is told in a line.

Usage: npm run data -- publish [--corpus DIR] [--local | --remote] [OPTIONS]

  --corpus DIR      the folder of authored files (data/corpus)
  --local           to the database of "wrangler dev" on this machine; this is the default
  --remote          to the database at Cloudflare, with wrangler's login or CLOUDFLARE_API_TOKEN
  --rollback        publishes nothing, and sends readers back to the previous corpus
  --verify          reads everything that is stored, and writes again what was lost or altered; with --rollback it
                    only looks whether the previous corpus is whole
  --database NAME   the binding or the name of the database, if the environment has several
  --env NAME        the environment of the configuration that has the database (d1)
  --config FILE     wrangler's configuration (wrangler.toml)
  --persist-to DIR  where the local database is (.wrangler/state)
  --force           takes over from another publish that seems to be alive, and publishes even an empty corpus
  --yes             asks nothing; --remote needs it if there is no terminal
  --help            this text

Exit status: 0 published, 1 problems in the corpus or in the database, 2 wrong usage, 130 interrupted.
`;

const OPTIONS = {
  corpus: { type: 'string', default: 'data/corpus' },
  local: { type: 'boolean', default: false },
  remote: { type: 'boolean', default: false },
  rollback: { type: 'boolean', default: false },
  verify: { type: 'boolean', default: false },
  database: { type: 'string' },
  env: { type: 'string', default: 'd1' },
  config: { type: 'string', default: 'wrangler.toml' },
  'persist-to': { type: 'string', default: '.wrangler/state' },
  force: { type: 'boolean', default: false },
  yes: { type: 'boolean', short: 'y', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Runs the command and returns its exit status. Throws a TypeError for unknown options. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  process.once('SIGINT', stop);
  try {
    return await (values.rollback ? runRollback(values) : runPublish(values));
  } finally {
    process.removeListener('SIGINT', stop);
  }
}

/**
 * Stops at once, not after the current batch: the terminal sends Ctrl-C to the local database too, and stopping is safe
 * at any moment. The next publisher on this machine sees that this one is gone; elsewhere its lock expires.
 */
function stop(): void {
  process.stderr.write(`\n${STOPPED}\n`);
  process.exit(130);
}

const STOPPED =
  'Stopped. Readers still read the previous corpus, unless the last step was already done. What was written stays, unread, and the next publish goes on from there.';

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

async function runPublish(values: Values): Promise<number> {
  const choice = chooseDatabase(values);
  if (!isFolder(values.corpus)) {
    throw new Refusal(`There is no folder "${values.corpus}". Give the folder of the corpus: --corpus DIR.`, 2);
  }
  const { corpus, problems, leftOut } = readWithProgress((onRead) =>
    compile(values.corpus, onRead, openCache(values.corpus)),
  );
  if (corpus === null) {
    process.stderr.write(printProblems(problems, usesColours(process.stderr)));
    return 1;
  }
  warnLines(printLeftOut(leftOut));
  if (corpus.summary.counts.Article === 0 && !values.force) {
    throw new Refusal(
      `There is no article in "${values.corpus}", so readers would find nothing. To publish it anyway: --force.`,
      2,
    );
  }
  const indexed = indexCorpus(corpus);
  const { force, verify } = values;
  const progress = openProgress(process.stderr);
  const outcome = await withDatabase(choice, (database) =>
    publish(database, indexed, {
      force,
      verify,
      async onAnnounce(announcement) {
        process.stderr.write(`${announce(announcement)}\n`);
        await askConsent(values);
      },
      onProgress: (step, done, total) => progress.draw(step === 'FILL' ? 'Writing' : 'Reading back', done, total),
    }),
  ).finally(() => progress.end());
  process.stdout.write(`${conclude(outcome, indexed.summary)}\n`);
  if (values.remote) record(values.corpus, corpus);
  return 0;
}

/** Readers can now hold links to these slugs. What was published stays so, even if they cannot be written down. */
function record(folder: string, corpus: Corpus): void {
  try {
    const { added } = recordSlugs(folder, corpus);
    if (added > 0)
      process.stdout.write(`Commit ${join(folder, PUBLISHED_FILE)}, which has ${counted(added, 'new slug')}.\n`);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    process.stderr.write(`${error.message}\nThe slugs are not recorded: npm run data -- slugs does it again.\n`);
  }
}

async function runRollback(values: Values): Promise<number> {
  const choice = chooseDatabase(values);
  await askConsent(values);
  const { version, published } = await withDatabase(choice, (database) =>
    rollBack(database, { force: values.force, verify: values.verify }),
  );
  process.stdout.write(`Readers are back at the corpus of ${published}, ${version}. --rollback again undoes it.\n`);
  return 0;
}

function chooseDatabase(values: Values): DatabaseChoice {
  if (values.local && values.remote) throw new Refusal('Give --local or --remote, not both.', 2);
  const { config, env, database, remote } = values;
  return { configPath: config, environment: env, name: database ?? null, remote, persistTo: values['persist-to'] };
}

/** Asks before a remote change, which others see; a local one can be undone. */
async function askConsent({ remote, yes }: Values): Promise<void> {
  if (!remote || yes) return;
  if (!process.stdin.isTTY)
    throw new Refusal('There is no terminal to ask on. Give --yes to publish to Cloudflare.', 2);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const reply = await terminal.question('This changes what readers at Cloudflare see. Go on? [y/N] ');
  terminal.close();
  if (!/^y(es)?$/i.test(reply.trim())) throw new Refusal('Nothing was changed.', 1);
}

async function withDatabase<T>(choice: DatabaseChoice, work: (database: Binding) => Promise<T>): Promise<T> {
  // Imported here, because wrangler takes a second to load, and wrong usage should be reported at once.
  const { openDatabase } = await import('./open.ts');
  const { database, close } = await openDatabase(choice);
  try {
    return await work(database);
  } catch (error) {
    throw isOfDatabase(error) ? new Refusal(`${error.message} Readers read the same corpus as before.`) : error;
  } finally {
    await close();
  }
}

/** D1's errors differ only in how their messages begin: developers.cloudflare.com/d1/observability/debug-d1. */
function isOfDatabase(error: unknown): error is Error {
  return error instanceof Error && /^D1_(EXEC_)?ERROR/.test(error.message);
}

function announce({ rows, bytes }: Announcement): string {
  const share = ((100 * rows) / FREE_ROWS_A_DAY).toFixed(rows < FREE_ROWS_A_DAY / 10 ? 1 : 0);
  return [
    `About ${rows.toLocaleString('en')} rows to write, ${(bytes / 1e6).toFixed(1)} MB; the previous corpus stays beside it.`,
    `The free plan of D1 allows ${FREE_ROWS_A_DAY.toLocaleString('en')} rows a day, of which this is ${share} %, and 500 MB a database.`,
  ].join('\n');
}

/** Rows that an account may write in a day on D1's free plan: developers.cloudflare.com/d1/platform/pricing, 2026-11. */
const FREE_ROWS_A_DAY = 100_000;

function conclude({ outcome, chunks, written, rowsWritten }: PublishOutcome, { version }: CorpusSummary): string {
  const parts = `${written.toLocaleString('en')} of its ${counted(chunks, 'chunk')}`;
  switch (outcome) {
    case 'PUBLISHED':
      return `Published ${version}: wrote ${parts}, ${counted(rowsWritten, 'row')}.`;
    case 'REPAIRED':
      return `Readers already read ${version}: wrote ${parts} again, ${counted(rowsWritten, 'row')}.`;
    case 'UNCHANGED':
      return `Readers already read ${version}; nothing was written.`;
  }
}
