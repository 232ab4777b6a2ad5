/** Corpora of all sizes, made once and kept in `.generated/bench` until their sources change. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './process.ts';
import type { Draws } from './questions.ts';

export const FOLDER = '.generated/bench';

/** The facts about a prepared corpus, kept next to its bundle. */
export interface PreparedFacts {
  readonly statements: number;
  readonly articles: number;
  /** How many events and statements remain on the timeline after a filter by a high-ranking speaker. */
  readonly filtered: number;
  readonly draws: Draws;
}

export interface PreparedCorpus extends PreparedFacts {
  /** The requested number of statements, which it has approximately. */
  readonly size: number;
  readonly bundlePath: string;
}

/** The generated corpus of about this many statements, compiled and packed, with variables drawn from it. */
export async function prepareCorpus(size: number, signal: AbortSignal): Promise<PreparedCorpus> {
  const folder = await generateCorpus(size, signal);
  const out = await keep('bundle', size, [...COMPILED, ...DRAWN], async (path) => {
    await runNode(['--max-old-space-size=12000', 'bench/prepare.ts', folder, path], signal);
  });
  const facts: PreparedFacts = JSON.parse(readFileSync(join(out, 'facts.json'), 'utf8'));
  return { ...facts, size, bundlePath: join(out, 'corpus.bin') };
}

/** A folder with the state of wrangler, whose D1 database contains the generated corpus of that size. */
export async function prepareDatabase(size: number, signal: AbortSignal): Promise<string> {
  const folder = await generateCorpus(size, signal);
  return keep('d1', size, [...COMPILED, 'data/{chunks,d1}/**/*.{ts,sql}', 'data/publish/*.ts'], async (path) => {
    const options = ['--corpus', folder, '--local', '--persist-to', path];
    await runNode(['--max-old-space-size=12000', 'data/main.ts', 'publish', ...options], signal);
  });
}

const GENERATED = ['test/generate/*.ts'];
const COMPILED = [...GENERATED, 'data/*.ts', 'data/{bundled,engine}/**/*.ts', 'data/compile/*.ts'];
const DRAWN = ['bench/{ask,draw,draw-search,fitting,prepare,words}.ts'];

/** A folder with the generated corpus of about this many statements, as editors would write it. */
export function generateCorpus(size: number, signal: AbortSignal): Promise<string> {
  return keep('corpus', size, GENERATED, async (path) => {
    const options = ['--articles', `${articlesFor(size)}`, '--seed', '1', '--out', path];
    await runNode(['test/generate/main.ts', ...options], signal);
  });
}

/** The numbers of articles used when the goals were set, if any; otherwise about fifteen statements per article. */
function articlesFor(size: number): number {
  return { 100: 7, 1000: 67, 10000: 670, 100000: 6650 }[size] ?? Math.ceil(size / 15);
}

/** Makes the folder if it does not exist, and removes those that older sources made. */
async function keep(
  kind: string,
  size: number,
  sources: readonly string[],
  make: (path: string) => Promise<void>,
): Promise<string> {
  const start = `${kind}-${size}-`;
  const name = start + digestOf(sources);
  const path = join(FOLDER, name);
  if (existsSync(path)) return path;
  mkdirSync(FOLDER, { recursive: true });
  process.stderr.write(`Making ${path}\n`);
  try {
    await make(path);
  } catch (error) {
    rmSync(path, { recursive: true, force: true });
    throw error;
  }
  for (const entry of readdirSync(FOLDER)) {
    if (entry.startsWith(start) && entry !== name) rmSync(join(FOLDER, entry), { recursive: true, force: true });
  }
  return path;
}

function digestOf(patterns: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of globSync([...patterns]).sort()) hash.update(`${path}\n`).update(readFileSync(path));
  return hash.digest('hex').slice(0, 12);
}
