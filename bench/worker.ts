/** Workers: the built code in workerd beside any bundle or database, and what they use of the processor. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Miniflare } from 'miniflare';
import { writeBundle } from '../data/compile/write.ts';
import { type Heap, openHeap } from '../test/fuzz/heap.ts';
import { FOLDER } from './corpus.ts';
import { childrenOf, cpuNanoseconds } from './cpu.ts';
import { runNode } from './process.ts';
import { NAME, optionsFor, type Vars } from './run-options.ts';

/** What is built, each once for all sizes: the bytes of a corpus are put in when it runs. */
const BUILDS = {
  /** The Worker that is deployed, over its bundle. */
  bundle: ['--env='],
  /** The same over D1, which tells what was asked of the database. */
  d1: ['bench/worker-entry/counting.ts', '--env', 'd1'],
  /** All code, and the bytes of a corpus that it does not open. */
  unopened: ['bench/worker-entry/unopened.ts', '--env='],
  /** No code, and the bytes of a corpus. */
  empty: ['bench/worker-entry/empty.ts', '--env='],
  /** The same routes and plugins, where Yoga is asked by `getResultForParams`. */
  params: ['bench/worker-entry/params.ts', '--env='],
  /** The Worker that is deployed, without its log. */
  quiet: ['bench/peers/quiet.ts', '--env='],
  /** What it is compared with: see there what each is. */
  floor: ['bench/peers/floor.ts', '--env='],
  apollo: ['bench/peers/apollo.ts', '--env=', '--compatibility-flags', 'nodejs_compat'],
  yoga: ['bench/peers/yoga.ts', '--env='],
  pothos: ['bench/peers/pothos.ts', '--env='],
  'graphql-http': ['bench/peers/graphql-http.ts', '--env='],
  smallest: ['bench/peers/smallest.ts', '--env='],
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
  return codeOf(name).length;
}

/** The same as it is sent to Cloudflare. */
export function compressedCodeBytes(name: BuildName): number {
  return gzipSync(codeOf(name)).length;
}

function codeOf(name: BuildName): Buffer {
  const files = readdirSync(folderOf(name)).filter((file) => ['.js', '.graphql'].includes(extname(file)));
  return Buffer.concat(files.map((file) => readFileSync(join(folderOf(name), file))));
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
  /** Where it is asked. */
  readonly url: URL;
  /** The id of its process. */
  readonly process: number;
  /** What its process has used since it started, in nanoseconds. */
  readonly cpu: () => number;
  readonly close: () => Promise<void>;
}

/** Runs a built Worker with these bytes as its corpus, and with the database in this folder if there is one. */
export function openWorker(name: BuildName, corpus: Uint8Array, persistTo?: string): Promise<RunningWorker> {
  return open(name, { corpus, ...(persistTo !== undefined && { persistTo }) });
}

/** Runs a built Worker with these bytes as its corpus, and with settings other than those of the benchmarks. */
export function openWorkerWith(name: BuildName, corpus: Uint8Array, vars: Vars): Promise<RunningWorker> {
  return open(name, { corpus, vars });
}

/** A Worker that can be asked what its code holds in memory. */
export interface InspectedWorker extends RunningWorker {
  readonly heapBytes: Heap['bytes'];
}

/** The same with the inspector of V8, which nothing that is timed should have. */
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
    // Its own socket: behind the common one stands another Worker, which hands requests on.
    const url = new URL('/graphql', await miniflare.unsafeGetDirectURL());
    const [started, ...others] = [...childrenOf(process.pid, 'workerd')].filter((child) => !before.has(child));
    if (started === undefined || others.length > 0) throw new Error('The process of the Worker is not known.');
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
