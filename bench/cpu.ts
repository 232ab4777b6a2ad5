/** CPU: what a process has used, from Linux's `/proc`. */
import { readdirSync, readFileSync } from 'node:fs';

/**
 * CPU time of all threads of a process in nanoseconds, from `schedstat`; `stat` counts in steps of 10 ms. What threads
 * used that have ended is left out: workerd keeps its own.
 */
export function cpuNanoseconds(process: number): number {
  const tasks = `/proc/${process}/task`;
  return readdirSync(tasks).reduce((sum, task) => sum + readTask(`${tasks}/${task}/schedstat`), 0);
}

function readTask(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8').split(' ')[0]);
  } catch {
    // The thread has ended since the folder was read.
    return 0;
  }
}

/** The processes of that program which a process has started and which run. */
export function childrenOf(parent: number, program: string): ReadonlySet<number> {
  const children = new Set<number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      // "12 (workerd) S 11 …": number, program, state, parent. The program may hold any character.
      const status = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const rest = status.slice(status.lastIndexOf(')') + 2).split(' ');
      const name = status.slice(status.indexOf('(') + 1, status.lastIndexOf(')'));
      if (name === program && Number(rest[1]) === parent) children.add(Number(entry));
    } catch {
      // It has ended since the folder was read.
    }
  }
  return children;
}
