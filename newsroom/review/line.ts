/** Lines: the editor's answers, from a terminal or a pipe. */
import { createInterface } from 'node:readline';
import { harmless, sayLines } from '../../data/compile/index.ts';

export interface Lines {
  /** The next answer; null when the input has ended. */
  ask(question: string): Promise<string | null>;
  say(text: string): void;
  /** Leaves the terminal to another program while the work runs. */
  lend<T>(work: () => T): T;
  close(): void;
}

/** Asks on stdout and reads stdin. Ctrl-C on the terminal sends SIGINT to the process. */
export function openLines(): Lines {
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const lines = createInterface({
    input: process.stdin,
    terminal: isTerminal,
    ...(isTerminal && { output: process.stdout }),
  });
  const waiting: string[] = [];
  let ended = false;
  let answer: ((line: string | null) => void) | null = null;
  const give = (line: string | null) => {
    const to = answer;
    answer = null;
    to?.(line);
  };
  lines.on('line', (line) => (answer === null ? waiting.push(line) : give(line)));
  lines.on('close', () => {
    ended = true;
    give(null);
  });
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));

  return {
    ask(question) {
      const next = waiting.shift();
      if (next !== undefined || ended) {
        sayLines(`${question}${next ?? ''}\n`);
        return Promise.resolve(next ?? null);
      }
      return new Promise((resolve) => {
        answer = (line) => {
          // A pipe echoes nothing, so the answer is printed for whoever reads the output.
          if (!isTerminal) sayLines(`${line ?? ''}\n`);
          resolve(line);
        };
        if (!isTerminal) sayLines(question);
        else {
          lines.setPrompt(harmless(question, process.stdout));
          lines.prompt();
        }
      });
    },
    say: (text) => sayLines(`${text}\n`),
    lend(work) {
      lines.pause();
      if (isTerminal) process.stdin.setRawMode(false);
      try {
        return work();
      } finally {
        if (isTerminal) process.stdin.setRawMode(true);
        lines.resume();
      }
    },
    close: () => lines.close(),
  };
}
