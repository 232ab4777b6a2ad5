/** Workers: runs the built code in workerd with any bundle or database, and measures its CPU. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Miniflare } from 'miniflare';
import { writeBundle } from '../data/compile/write.ts';
import { type Heap, openHeap } from '../test/fuzz/heap.ts';
import { readProject, type Vars } from '../test/workerd.ts';
import { FOLDER } from './corpus.ts';
import { childrenOf, cpuNanoseconds } from './cpu.ts';
import { runNode } from './process.ts';
import { NAME, optionsFor, type Watched } from './run-options.ts';

/** The builds, each made once for all sizes: the bytes of a corpus are added when the Worker runs. */
const BUILDS = {
  /** The deployed Worker, over its bundle. */
  bundle: ['--env='],
  /** The same over D1, reporting its database queries. */
  d1: ['bench/worker-entry/counting.ts', '--env', 'd1'],
  /** The whole code with the bytes of a corpus that it does not open. */
  unopened: ['bench/worker-entry/unopened.ts', '--env='],
  /** No code, only the bytes of a corpus. */
  empty: ['bench/worker-entry/empty.ts', '--env='],
  /** The same with a plugin of an operator, which does nothing. */
  plugged: ['bench/worker-entry/plugged.ts', '--env='],
  /** The deployed Worker with a rate limiter, and the same without its log. */
  dateline: ['bench/peers/server/dateline.ts', '--env='],
  quiet: ['bench/peers/server/quiet.ts', '--env='],
  /** The servers to compare with, each described in its file. */
  floor: ['bench/peers/server/floor.ts', '--env='],
  apollo: ['bench/peers/server/apollo.ts', '--env=', '--compatibility-flags', 'nodejs_compat'],
  'apollo-duties': ['bench/peers/server/apollo-duties.ts', '--env=', '--compatibility-flags', 'nodejs_compat'],
  yoga: ['bench/peers/server/yoga.ts', '--env='],
  pothos: ['bench/peers/server/pothos.ts', '--env='],
  'pothos-duties': ['bench/peers/server/pothos-duties.ts', '--env='],
  'graphql-http': ['bench/peers/server/graphql-http.ts', '--env='],
  smallest: ['bench/peers/server/smallest.ts', '--env='],
} as const;
export type BuildName = keyof typeof BUILDS;

/** Built with Yoga as it is published, not with the stand-ins of Dateline's Worker. */
const UNALIASED: readonly BuildName[] = ['yoga', 'pothos', 'pothos-duties', 'smallest'];

/** Builds with wrangler and the project's own wrangler.toml. */
export async function buildWorker(name: BuildName, signal: AbortSignal): Promise<void> {
  const placeholder = join(FOLDER, 'placeholder', 'corpus.ts');
  writeBundle(new TextEncoder().encode('The bytes of a corpus come here.'), placeholder);
  rmSync(folderOf(name), { recursive: true, force: true });
  const aliases = [`#corpus:./${placeholder}`, ...(UNALIASED.includes(name) ? noAliases() : [])];
  const options = ['--dry-run', ...aliases.flatMap((alias) => ['--alias', alias]), '--outdir', folderOf(name)];
  await runNode(['node_modules/wrangler/bin/wrangler.js', 'deploy', ...BUILDS[name], ...options], signal);
}

/** Switches off each alias of wrangler.toml: wrangler ignores an empty one. */
function noAliases(): readonly string[] {
  const { alias = {} } = readProject();
  return Object.keys(alias).map((path) => `${path}:`);
}

function folderOf(name: BuildName): string {
  return join(FOLDER, `worker-${name}`);
}

/** Bytes of the code and texts of a built Worker, without a corpus. */
export function codeBytes(name: BuildName): number {
  return codeOf(name).length;
}

/** The same, compressed as it is sent to Cloudflare. */
export function compressedCodeBytes(name: BuildName): number {
  return gzipSync(codeOf(name)).length;
}

function codeOf(name: BuildName): Buffer {
  const files = readdirSync(folderOf(name)).filter((file) => ['.js', '.graphql'].includes(extname(file)));
  return Buffer.concat(files.map((file) => readFileSync(join(folderOf(name), file))));
}

export interface Reply {
  readonly body: string;
  /** The D1 queries of the request; null for a Worker over the bundle. */
  readonly database: DatabaseCounts | null;
}

export interface DatabaseCounts {
  readonly statements: number;
  readonly rowsRead: number;
}

/** A running Worker. The caller must close it. */
export interface RunningWorker {
  readonly post: (body: string) => Promise<Reply>;
  /** Its address. */
  readonly url: URL;
  /** The id of its process. */
  readonly process: number;
  /** The CPU time of its process since its start, in nanoseconds. */
  readonly cpu: () => number;
  readonly close: () => Promise<void>;
}

/** Runs a built Worker with these bytes as its corpus, and with the database in this folder if there is one. */
export function openWorker(name: BuildName, corpus: Uint8Array, persistTo?: string): Promise<RunningWorker> {
  return open(name, { corpus, ...(persistTo !== undefined && { persistTo }) });
}

/** Runs a built Worker with these bytes as its corpus, and with other settings than those of the benchmarks. */
export function openWorkerWith(name: BuildName, corpus: Uint8Array, vars: Vars): Promise<RunningWorker> {
  return open(name, { corpus, vars });
}

/** The same with a rate limit, passing on each line of its log. */
export function openWatchedWorker(
  name: BuildName,
  corpus: Uint8Array,
  vars: Vars,
  watched: Watched,
): Promise<RunningWorker> {
  return open(name, { corpus, vars, watched });
}

/** A Worker whose heap can be measured. */
export interface InspectedWorker extends RunningWorker {
  readonly heapBytes: Heap['bytes'];
}

/** The same with the V8 inspector, which must not run during timings. */
export async function openInspectedWorker(name: BuildName, corpus: Uint8Array, vars: Vars): Promise<InspectedWorker> {
  const worker = await open(name, { corpus, vars, inspectorPort: 0 });
  const heap = await openHeap((await worker.miniflare.getInspectorURL()).port, NAME);
  const close = () => {
    heap.close();
    return worker.close();
  };
  return { ...worker, heapBytes: heap.bytes, close };
}

interface Opened extends RunningWorker {
  readonly miniflare: Miniflare;
}

interface Running {
  readonly corpus: Uint8Array;
  readonly persistTo?: string;
  readonly vars?: Vars;
  readonly inspectorPort?: number;
  readonly watched?: Watched;
}

async function open(name: BuildName, running: Running): Promise<Opened> {
  const before = childrenOf(process.pid, 'workerd');
  const build: readonly string[] = BUILDS[name];
  const flags = build.filter((_, at) => build[at - 1] === '--compatibility-flags');
  const miniflare = new Miniflare(optionsFor({ folder: folderOf(name), flags, ...running }));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const close = async () => {
    agent.destroy();
    await miniflare.dispose();
  };
  try {
    await miniflare.ready;
    // Its own socket: the shared one belongs to another Worker, which passes requests on.
    const url = new URL('/graphql', await miniflare.unsafeGetDirectURL());
    const [started, ...others] = [...childrenOf(process.pid, 'workerd')].filter((child) => !before.has(child));
    if (started === undefined || others.length > 0) throw new Error('Cannot identify the process of the Worker.');
    const cpu = () => cpuNanoseconds(started);
    return { post: (body) => post(url, agent, body), url, process: started, cpu, close, miniflare };
  } catch (error) {
    await close();
    throw error;
  }
}

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
