/** Heap: what the code of a Worker holds, asked of its inspector (Chrome DevTools Protocol). */

export interface Heap {
  /** After the garbage was collected, byte arrays beside the heap included. */
  readonly bytes: () => Promise<number>;
  readonly close: () => void;
}

/** Connects to the inspector of the Worker with this name. workerd takes one connection at a time. */
export async function openHeap(port: string, worker: string): Promise<Heap> {
  const list = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as readonly Inspected[];
  const inspected = list.find(({ id }) => id.endsWith(`:user:${worker}`));
  if (inspected === undefined) throw new Error(`The inspector has no Worker "${worker}".`);
  const socket = new WebSocket(inspected.webSocketDebuggerUrl);
  await new Promise((opened, failed) => {
    socket.addEventListener('open', opened);
    socket.addEventListener('error', failed);
  });
  const call = callsOver(socket);
  // Without it nothing else is answered.
  await call('Runtime.enable');
  return {
    bytes: async () => {
      // workerd leaves "collectGarbage" unanswered; before a profile is given, V8 collects all garbage as well.
      await call('HeapProfiler.startSampling');
      await call('HeapProfiler.stopSampling');
      const { usedSize, backingStorageSize } = (await call('Runtime.getHeapUsage')) as Usage;
      return usedSize + backingStorageSize;
    },
    close: () => socket.close(),
  };
}

interface Inspected {
  readonly id: string;
  readonly webSocketDebuggerUrl: string;
}

interface Usage {
  readonly usedSize: number;
  readonly backingStorageSize: number;
}

function callsOver(socket: WebSocket): (method: string, params?: object) => Promise<unknown> {
  const waiting = new Map<number, (result: unknown) => void>();
  let count = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(data);
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  return (method, params = {}) =>
    new Promise((resolve) => {
      count += 1;
      waiting.set(count, resolve);
      socket.send(JSON.stringify({ id: count, method, params }));
    });
}
