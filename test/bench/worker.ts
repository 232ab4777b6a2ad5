/** Workers: the built code in workerd beside any bundle or database, and what they use of the processor. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { Log, LogLevel, Miniflare, type MiniflareOptions } from 'miniflare';
import { unstable_readConfig as readConfig } from 'wrangler';
import { writeBundle } from '../../data/tools/compile/write.ts';
import { FOLDER } from './corpus.ts';
import { childrenOf, cpuNanoseconds } from './cpu.ts';
import { runNode } from './process.ts';

/** What is built, each once for all sizes: the bytes of a corpus are put in when it runs. */
const BUILDS = {
  /** The Worker that is deployed, over its bundle. */
  bundle: ['--env='],
  /** The same over D1, which tells what was asked of the database. */
  d1: ['test/worker/bench/counting.ts', '--env', 'd1'],
  /** All code, and the bytes of a corpus that it does not open. */
  unopened: ['test/worker/bench/unopened.ts', '--env='],
  /** No code, and the bytes of a corpus. */
  empty: ['test/worker/bench/empty.ts', '--env='],
} as const;
export type BuildName = keyof typeof BUILDS;

/** Builds with wrangler and the project's own wrangler.toml. */
export async function buildWorker(name: BuildName, signal: AbortSignal): Promise<void> {
  const placeholder = join(FOLDER, 'placeholder', 'corpus.ts');
  writeBundle(new TextEncoder().encode('The bytes of a corpus come here.'), placeholder);
  rmSync(folderOf(name), { recursive: true, force: true });
  const options = ['--dry-run', '--alias', `#corpus:./${placeholder}`, '--outdir', folderOf(name)];
  await runNode(['node_modules/wrangler/bin/wrangler.js', 'deploy', ...BUILDS[name], ...options], signal);
}

function folderOf(name: BuildName): string {
  return join(FOLDER, `worker-${name}`);
}

/** Bytes of the code and texts of a built Worker, without a corpus. */
export function codeBytes(name: BuildName): number {
  const files = readdirSync(folderOf(name)).filter((file) => ['.js', '.graphql'].includes(extname(file)));
  return files.reduce((sum, file) => sum + readFileSync(join(folderOf(name), file)).length, 0);
}

export interface Reply {
  readonly body: string;
  /** What the request asked of D1; null for a Worker over the bundle. */
  readonly database: DatabaseCounts | null;
}

export interface DatabaseCounts {
  readonly statements: number;
  readonly rowsRead: number;
}

/** A Worker that listens; whoever opens it closes it. */
export interface RunningWorker {
  readonly post: (body: string) => Promise<Reply>;
  /** What its process has used since it started, in nanoseconds. */
  readonly cpu: () => number;
  readonly close: () => Promise<void>;
}

/** Runs a built Worker with these bytes as its corpus, and with the database in this folder if there is one. */
export async function openWorker(name: BuildName, corpus: Uint8Array, persistTo?: string): Promise<RunningWorker> {
  const before = childrenOf(process.pid, 'workerd');
  const miniflare = new Miniflare(optionsFor(name, corpus, persistTo));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const close = async () => {
    agent.destroy();
    await miniflare.dispose();
  };
  try {
    await miniflare.ready;
    // Its own socket: behind the common one stands another Worker, which hands requests on.
    const url = new URL('/graphql', await miniflare.unsafeGetDirectURL());
    const [started, ...others] = [...childrenOf(process.pid, 'workerd')].filter((child) => !before.has(child));
    if (started === undefined || others.length > 0) throw new Error('The process of the Worker is not known.');
    return { post: (body) => post(url, agent, body), cpu: () => cpuNanoseconds(started), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function optionsFor(name: BuildName, corpus: Uint8Array, persistTo: string | undefined): MiniflareOptions {
  const { compatibility_date: compatibilityDate = '', compatibility_flags: compatibilityFlags } = readConfig(
    { config: 'wrangler.toml' },
    { hideWarnings: true },
  );
  const env = {
    GRAPHIQL: { type: 'json' as const, value: false },
    RATE_LIMIT: { type: 'json' as const, value: 'off' },
    ...(persistTo !== undefined && { DATABASE: { type: 'd1' as const, id: 'DATABASE' } }),
  };
  return {
    cf: false,
    log: new Log(LogLevel.NONE),
    // A line a request: the Worker pays for writing it, and nobody reads it here.
    handleStructuredLogs: () => {},
    telemetry: { enabled: false },
    enableDevRegistry: false,
    ...(persistTo !== undefined && { resourcePersistencePath: resolve(persistTo, 'v3') }),
    workers: [
      {
        config: { name: 'measured', compatibilityDate, compatibilityFlags, env, manifest: manifestOf(name, corpus) },
        dev: { rootPath: resolve('.'), unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] },
      },
    ],
  };
}

function manifestOf(name: BuildName, corpus: Uint8Array) {
  const folder = folderOf(name);
  const files = readdirSync(folder).filter((file) => extname(file) in MODULE_TYPES);
  const modules = files.map((file) => {
    const type = MODULE_TYPES[extname(file) as keyof typeof MODULE_TYPES];
    const contents = type === 'data' ? Uint8Array.from(corpus) : readFileSync(join(folder, file), 'utf8');
    return [file, { type, contents }] as const;
  });
  return {
    mainModule: files.find((file) => extname(file) === '.js') ?? '',
    modulesRoot: resolve(folder),
    modules: Object.fromEntries(modules),
  };
}

const MODULE_TYPES = { '.js': 'esm', '.graphql': 'text', '.bin': 'data' } as const;

function post(url: URL, agent: Agent, body: string): Promise<Reply> {
  return new Promise((resolveReply, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('error', reject)
        .on('end', () => {
          const statements = response.headers['x-d1-statements'];
          const database =
            statements === undefined
              ? null
              : { statements: Number(statements), rowsRead: Number(response.headers['x-d1-rows-read']) };
          resolveReply({ body: Buffer.concat(chunks).toString(), database });
        });
    });
    sent.on('error', reject).end(body);
  });
}
