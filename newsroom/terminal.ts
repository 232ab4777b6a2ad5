/** The terminal, as the newsroom alone writes to it: for programs, and with the screen emptied. */
import { escaped } from '../data/compile/index.ts';

/** Writes to standard output what programs read: JSON as `jsonOf` makes it, or commands that are escaped. */
export function sayData(text: string): void {
  process.stdout.write(text);
}

/** Empties the screen, what was scrolled away too, where there is one. */
export function clearScreen(): void {
  if (process.stdout.isTTY) process.stdout.write('\x1b[2J\x1b[3J\x1b[H');
}

/** JSON that shows nothing but what is seen: the rest is escaped, and reads the same to a program. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replace(/[^\P{Cc}\n]|[\uFEFF\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFFF9-\uFFFB]/gu, escaped)
    .replaceAll('##[', '#\\u0023[');
}
