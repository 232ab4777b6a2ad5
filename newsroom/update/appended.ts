/** A new text that only goes on where the old one ended. */
import type { AnchorText } from '../../data/compile/index.ts';
import { placesIn } from './standing.ts';

/** The words of the new text at which the old one ended; null if more has changed, or no words there are unique. */
export function upToOf(old: string, now: AnchorText): string | null {
  const { text } = now;
  const rest = text.slice(old.length);
  // The old text ends with its last line, so what follows begins with a line of its own.
  if (!text.startsWith(old) || !/^\n/.test(rest)) return null;
  const added = rest.trimStart();
  const start = text.length - added.length;
  const [line = ''] = added.split('\n', 1);
  const ends = Array.from(line.matchAll(/(?<=\S)(?=\s|$)/g), ({ index }) => index);
  const words = ends.map((end) => line.slice(0, end)).filter((one) => one.includes(' ') || one === line);
  return words.find((one) => placesIn(one, now).join() === String(start)) ?? null;
}
