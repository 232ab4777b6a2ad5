/** Workers to be fuzzed: those that the tests build, each with a look at its heap, and without static assets. */
import { Miniflare } from 'miniflare';
import { childrenOf } from '../../bench/cpu.ts';
import { modulesOf } from '../build.ts';
import { bindingsOf, compatibilityOf, OWN_SOCKET, QUIET, readProject, type Vars } from '../workerd.ts';
import { openHeap } from './heap.ts';
import { openLog } from './log.ts';

/** A Worker that listens. */
export interface FuzzedWorker {
  readonly name: string;
  readonly origin: string;
  /** The process that it runs in; null where that is another machine's or not known. */
  readonly process: number | null;
  /** Bytes of what its code holds, after the garbage was collected; null where it cannot be asked. */
  readonly heapBytes: (() => Promise<number>) | null;
  /** Lines of its log that should not be there. */
  readonly troubles: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens the built Worker of a corpus; whoever opens it closes it. */
export async function openFuzzedWorker(name: 'seed' | 'gazette'): Promise<FuzzedWorker> {
  const before = childrenOf(process.pid, 'workerd');
  const log = openLog();
  const project = readProject();
  const miniflare = new Miniflare({
    ...QUIET,
    handleStructuredLogs: log.note,
    inspectorPort: 0,
    workers: [
      {
        config: {
          name,
          ...compatibilityOf(project),
          // All requests come from one client.
          env: bindingsOf({ ...(project.vars as Vars), RATE_LIMIT: 'off' }),
          manifest: modulesOf(name),
        },
        dev: OWN_SOCKET,
      },
    ],
  });
  try {
    await miniflare.ready;
    const { origin } = await miniflare.unsafeGetDirectURL();
    const heap = await openHeap((await miniflare.getInspectorURL()).port, name);
    const started = [...childrenOf(process.pid, 'workerd')].find((child) => !before.has(child));
    const close = () => {
      heap.close();
      return miniflare.dispose();
    };
    return { name, origin, process: started ?? null, heapBytes: heap.bytes, troubles: log.troubles, close };
  } catch (error) {
    await miniflare.dispose();
    throw error;
  }
}
