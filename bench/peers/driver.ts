/** Driver: controls the process that sends the requests. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Job, JobAnswer, Load } from './job.ts';

/** One process for the whole run. The caller must close it. */
export interface Driver {
  /** Sends the requests of a job. Throws if one of them fails. */
  readonly run: (job: Job) => Promise<Load>;
  readonly close: () => void;
}

export function openDriver(signal: AbortSignal): Driver {
  const child = spawn(process.execPath, ['bench/peers/server/load.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<never>((_, reject) => {
    child.on('close', () => reject(new Error('The process that sends the requests has ended.')));
    signal.addEventListener('abort', () => {
      child.kill();
      reject(signal.reason);
    });
  });
  // A pending request reports the failure; otherwise nobody needs it.
  ended.catch(() => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    run: async (job) => {
      signal.throwIfAborted();
      child.stdin.write(`${JSON.stringify(job)}\n`);
      const { value } = await Promise.race([lines.next(), ended]);
      const answer: JobAnswer = JSON.parse(value ?? '{"fault":"No answer."}');
      if ('fault' in answer) throw new Error(`${job.url}: ${answer.fault}`);
      if (answer.load.failed > 0)
        throw new Error(`${job.url}: ${answer.load.failed} of ${job.amount} requests failed.`);
      return answer.load;
    },
    close: () => child.kill(),
  };
}
