/**
 * The terminal: the one place that writes to it. Names of files, options and authors' words may hold anything, and a
 * terminal obeys some of it, as the runner of a workflow does: what is written here is shown and never done.
 */
import { statSync } from 'node:fs';

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Colours only where somebody sees them and has not asked for none (no-color.org). */
export function usesColours(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}

type Inserted = string | number;

/** Writes to standard output: say`${file}: ${count} names\n`. What is inserted begins no line of its own. */
export function say(parts: TemplateStringsArray, ...inserted: readonly Inserted[]): void {
  sayLines(fill(parts, inserted));
}

/** The same to standard error, for what is no answer: problems, refusals, remarks. */
export function warn(parts: TemplateStringsArray, ...inserted: readonly Inserted[]): void {
  warnLines(fill(parts, inserted));
}

/** Writes several lines to standard output, with colours. Whoever made them has made each word `printable`. */
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
 * The words on one line, with everything replaced that moves the cursor, turns the writing direction or is not seen, and
 * "##[", which the runner of a GitHub workflow obeys wherever it stands (actions/runner, ActionCommand.cs).
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

/** `\u001b`, as JSON and the shell have it. */
export function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Whether the text is shown as it is. */
export function isPrintable(text: string): boolean {
  return printable(text) === text;
}

/** Lines as they may be written to the stream: with its colours, and nothing else that steers it. */
export function harmless(text: string, stream: NodeJS.WriteStream): string {
  const colours = usesColours(stream);
  return text
    .split('\n')
    .map((line) => harmlessLine(colours ? line.split(COLOUR) : [line]))
    .join('\n');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: this is how a colour begins and ends, as `styleText` writes it.
const COLOUR = /(\x1b\[(?:[12]|22|3[0-79])m)/;

/** @param parts words and, after each but the last, a colour. */
function harmlessLine(parts: readonly string[]): string {
  const line = parts.map((part, index) => (index % 2 === 0 ? printable(part) : part)).join('');
  // The runner obeys a line that begins with this.
  return line.replace(/^(\s*):(?=:)/, '$1·');
}
