/** Asks an editor at a terminal for the day on which an article was published. */
import { readEdtf } from '../../data/compile/index.ts';
import { type Lines, openLines } from '../review/line.ts';

/** Whether somebody can answer: a pipe or a job is never waited for. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

/** The date, as EDTF, that an editor gives for the file; null if it is unknown. */
export async function askDay(file: string, open: () => Lines = openLines): Promise<string | null> {
  const lines = open();
  try {
    for (;;) {
      const answer = (await lines.ask(`When was ${file} published? (2026-03-03; Enter if unknown) `))?.trim() ?? '';
      if (answer === '') return null;
      const date = readEdtf(answer);
      if (!('says' in date)) return answer;
      lines.say(`${date.says} Give a date such as 2026-03-03, or 2026-03 if that is all you know.`);
    }
  } finally {
    lines.close();
  }
}
