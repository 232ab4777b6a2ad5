/**
 * The only place that writes to the terminal. File names, options and authors' words may contain anything, and a
 * terminal obeys some of it, as does the runner of a workflow: this makes sure that they only display it.
 */
import { statSync } from 'node:fs';

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Whether to use colours: only on a terminal whose user has not turned them off (no-color.org). */
export function usesColours(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}

type Inserted = string | number;

/** Writes to standard output: say`${file}: ${count} names\n`. Inserted values cannot begin a new line. */
export function say(parts: TemplateStringsArray, ...inserted: readonly Inserted[]): void {
  sayLines(fill(parts, inserted));
}

/** The same to standard error, for everything but answers: problems, refusals, remarks. */
export function warn(parts: TemplateStringsArray, ...inserted: readonly Inserted[]): void {
  warnLines(fill(parts, inserted));
}

/** Writes lines to standard output, with colours. The caller has made each word `printable`. */
export function sayLines(text: string): void {
  process.stdout.write(harmless(text, process.stdout));
}

/** The same to standard error. */
export function warnLines(text: string): void {
  process.stderr.write(harmless(text, process.stderr));
}

function fill(parts: TemplateStringsArray, inserted: readonly Inserted[]): string {
  return parts.map((part, index) => part + printable(String(inserted[index] ?? ''))).join('');
}

/**
 * The words on one line. Replaces everything that moves the cursor, changes the writing direction or is invisible, and
 * "##[", which the runner of a GitHub workflow obeys anywhere in a line (actions/runner, ActionCommand.cs).
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(STEERING, (character) => VISIBLE.get(character) ?? '·')
    .replaceAll('##[', '·#[');
}

const STEERING = /[\p{Cc}\uFEFF\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFFF9-\uFFFB]/gu;
const VISIBLE = new Map([
  ['\t', ' '],
  ['\n', '⏎'],
]);

/** `\u001b`, as in JSON and the shell. */
export function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Whether `printable` leaves the text unchanged. */
export function isPrintable(text: string): boolean {
  return printable(text) === text;
}

/** Lines that are safe for the stream: they keep colours if it uses them, and no other control sequences. */
export function harmless(text: string, stream: NodeJS.WriteStream): string {
  const colours = usesColours(stream);
  return text
    .split('\n')
    .map((line) => harmlessLine(colours ? line.split(COLOUR) : [line]))
    .join('\n');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: `styleText` begins and ends a colour like this.
const COLOUR = /(\x1b\[(?:[12]|22|3[0-79])m)/;

/** @param parts words and, after each but the last, a colour. */
function harmlessLine(parts: readonly string[]): string {
  const line = parts.map((part, index) => (index % 2 === 0 ? printable(part) : part)).join('');
  // The runner obeys a line that begins with this.
  return line.replace(/^(\s*):(?=:)/, '$1·');
}
