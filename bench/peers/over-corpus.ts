/** Opens every server over a corpus, measures all operations, and closes it. */
import { openWorkerWith } from '../worker.ts';
import type { Running } from './check.ts';
import type { NamedCorpus } from './corpora.ts';
import type { Driver } from './driver.ts';
import { type Measured, measure } from './measure.ts';
import { operationsOf } from './operations.ts';
import type { Plan } from './plan.ts';
import { showProgress } from './print.ts';
import type { Server } from './servers.ts';

/** Opens all servers over the corpus, each in its own process, and always closes them. */
export async function measureOver(
  corpus: NamedCorpus,
  servers: readonly Server[],
  plan: Plan,
  driver: Driver,
): Promise<Measured> {
  const operations = operationsOf(corpus).filter(({ key }) => plan.operations.includes(key));
  const running: Running[] = [];
  try {
    for (const server of servers) {
      running.push({ server, worker: await openWorkerWith(server.build, corpus.bundle, server.vars) });
    }
    return await measure(running, operations, driver, { ...plan, onProgress: showProgress });
  } finally {
    showProgress(null);
    for (const { worker } of running) await worker.close();
  }
}
