/** Growth: the time that compiling and checking take as a corpus grows. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The time of one command over a corpus. */
export interface Cost {
  readonly wallMs: number;
  readonly cpuMs: number;
}

export interface Growth {
  readonly articles: number;
  readonly compile: Cost;
  readonly check: Cost;
}

const FOLDER = '.generated/bench/articles';

/** Drafts one more article into a copy of a generated corpus of this many, in a separate process. */
export function measureOneMore(articles: number, file: string): Cost {
  const [corpus, copy] = [generated(articles), join(FOLDER, 'grown')];
  rmSync(copy, { recursive: true, force: true });
  cpSync(corpus, copy, { recursive: true });
  return runTool(['newsroom/main.ts', 'draft', file, '--corpus', copy, '--slug', 'one-article-more'], 0);
}

/** Compiles and checks a generated corpus of this many articles, each in a separate process. */
export function measureGrowth(articles: number): Growth {
  const corpus = generated(articles);
  return {
    articles,
    compile: runTool(['data/main.ts', 'compile', '--corpus', corpus, '--out', join(FOLDER, 'out', 'corpus.ts')], null),
    check: runTool(['newsroom/main.ts', 'check', '--corpus', corpus], 0),
  };
}

function generated(articles: number): string {
  const corpus = join(FOLDER, String(articles));
  mkdirSync(FOLDER, { recursive: true });
  if (!existsSync(corpus))
    runTool(['test/generate/main.ts', '--articles', String(articles), '--seed', '1', '--out', corpus], 0);
  return corpus;
}

/** The process reports its CPU time when it exits. */
const REPORTER = `data:text/javascript,${encodeURIComponent(
  'import { writeSync } from "node:fs"; process.on("exit", () => writeSync(3, JSON.stringify(process.cpuUsage())));',
)}`;

/** Compiling a bundle too large for a Worker has its own exit status: `null` accepts any. */
function runTool(args: readonly string[], wanted: number | null): Cost {
  const start = performance.now();
  const node = ['--max-old-space-size=12000', '--import', REPORTER, ...args];
  const { status, stderr, output } = spawnSync(process.execPath, node, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (wanted !== null && status !== wanted)
    throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(-2000)}`);
  const { user, system }: NodeJS.CpuUsage = JSON.parse(output[3] ?? '{"user":0,"system":0}');
  return { wallMs: performance.now() - start, cpuMs: (user + system) / 1000 };
}
