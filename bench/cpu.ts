/** CPU: the CPU time of a process, from Linux's `/proc`. */
import { readdirSync, readFileSync } from 'node:fs';

/**
 * The CPU time of all threads of a process in nanoseconds, from `schedstat`, because `stat` counts in steps of 10 ms.
 * Threads that have ended do not count; workerd keeps its threads.
 */
export function cpuNanoseconds(process: number): number {
  const tasks = `/proc/${process}/task`;
  return readdirSync(tasks).reduce((sum, task) => sum + readTask(`${tasks}/${task}/schedstat`), 0);
}

function readTask(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8').split(' ')[0]);
  } catch {
    // The thread ended after the folder was read.
    return 0;
  }
}

/** The running child processes of a process that run this program. */
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
      // It ended after the folder was read.
    }
  }
  return children;
}
