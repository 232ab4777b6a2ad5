/** Ways of writing to the terminal that only the newsroom uses: data for programs, and clearing the screen. */
import { escaped } from '../data/compile/index.ts';

/** Writes text for programs to standard output: JSON as `jsonOf` makes it, or escaped commands. */
export function sayData(text: string): void {
  process.stdout.write(text);
}

/** Clears the screen and its scrollback, if standard output is a terminal. */
export function clearScreen(): void {
  if (process.stdout.isTTY) process.stdout.write('\x1b[2J\x1b[3J\x1b[H');
}

/** JSON in which invisible and control characters are escaped; programs read the same value. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replace(/[^\P{Cc}\n]|[\uFEFF\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFFF9-\uFFFB]/gu, escaped)
    .replaceAll('##[', '#\\u0023[');
}
