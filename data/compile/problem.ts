/** Problems: what is wrong in an authored file, where, and how to fix it; and how they are printed for an editor. */
import { styleText } from 'node:util';
import { type SourceLine, sourceLine } from './source-line.ts';
import { printable } from './terminal.ts';

/** Every kind of mistake that the compiler reports. A code never changes its meaning. */
export const PROBLEM_CODES = [
  'attributed-elsewhere',
  'bad-figure',
  'bad-slug',
  'byte-order-mark',
  'carriage-return',
  'cycle',
  'duplicate-slug',
  'empty-text',
  'end-before-start',
  'exactly-one',
  'front-matter',
  'invalid-value',
  'lost-slug',
  'missing-evidence',
  'missing-field',
  'missing-file',
  'needless-field',
  'not-edtf',
  'not-utf8',
  'quote-ambiguous',
  'quote-not-found',
  'refers-to-itself',
  'retired-slug',
  'stray-file',
  'text-changed',
  'title-not-in-evidence',
  'unconfirmed-draft',
  'unfinished-change',
  'unknown-field',
  'unknown-reference',
  'voice-without-attribution',
  'withheld-reference',
  'wrong-reference',
  'wrong-type',
  'yaml-syntax',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** An authored file, as read. */
export interface SourceFile {
  /** As shown to the editor: relative to the working directory. */
  readonly path: string;
  readonly text: string;
}

/** A range of an authored file, in UTF-16 units. */
export interface Place {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

export interface Problem {
  readonly code: ProblemCode;
  readonly at: Place;
  /** What is wrong, in a sentence. */
  readonly says: string;
  /** What was expected there; null if `says` is enough. */
  readonly expected: string | null;
  /** How to fix it. */
  readonly fix: string;
}

/** Records a problem; the compiler goes on, so that an editor sees all problems in one run. */
export type Report = (problem: Problem) => void;

/** The start of a file, for a problem of the whole of it. */
export function startOf(file: SourceFile): Place {
  return { file, start: 0, end: 0 };
}

/** The place of a problem with a whole file. */
export function wholeFile(path: string): Place {
  return { file: { path, text: '' }, start: 0, end: 0 };
}

/** Prints all problems by file and place, each with its words underlined, and then their number. */
export function printProblems(problems: readonly Problem[], colours: boolean): string {
  // A mistake that an alias repeats is printed once.
  const blocks = new Set([...problems].sort(byPlace).map((problem) => printProblem(problem, colours)));
  const files = new Set(problems.map((problem) => problem.at.file.path)).size;
  const count = `${counted(blocks.size, 'problem')} in ${counted(files, 'file')}; nothing was written.`;
  return `${[...blocks, count].join('\n\n')}\n`;
}

/** The number and the noun: "1 problem", "2 problems". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** Quotes an author's words for a sentence: cut to `most` characters, safe on a terminal. */
export function quoted(words: string, most = 80): string {
  const characters = [...words.slice(0, 4 * most)];
  const shown = characters.length > most ? `${characters.slice(0, most).join('').trimEnd()}…` : words;
  return `“${printable(shown)}”`;
}

function printProblem(problem: Problem, colours: boolean): string {
  return printFound(problem, { label: problem.code, colour: 'red' }, colours);
}

/** Prints a finding in a file: its place and a label, its words underlined, then the explanation. */
export function printFound(
  { at, says, expected, fix }: Omit<Problem, 'code'>,
  { label, colour }: { readonly label: string; readonly colour: 'red' | 'yellow' },
  colours: boolean,
): string {
  const { line, column, shown } = sourceLine(at);
  const paint: Paint = (format, text) => (colours ? styleText(format, text, { validateStream: false }) : text);
  const lines = [
    `${paint('bold', `${printable(at.file.path)}:${line}:${column}`)} ${paint(colour, label)}`,
    ...(shown === null ? [] : printLine(line, shown, colour, paint)),
    ...listed(says).map((part) => `  ${part}`),
    ...(expected === null ? [] : [`  Expected: ${printable(expected)}`]),
    `  Fix: ${printable(fix)}`,
  ];
  return lines.join('\n');
}

/** The lines of a message: one for each item of a list, and no other breaks. */
export function listed(says: string): string[] {
  return says.split(/\n(?= {2}- )/).map(printable);
}

type Paint = (format: 'bold' | 'red' | 'yellow' | 'dim', text: string) => string;

function printLine(line: number, shown: SourceLine, colour: 'red' | 'yellow', paint: Paint): string[] {
  const number = String(line).padStart(4);
  return [
    `${paint('dim', `${number} | `)}${shown.text}`,
    `${paint('dim', `${' '.repeat(number.length)} | `)}${' '.repeat(shown.indent)}${paint(colour, '^'.repeat(shown.width))}`,
  ];
}

function byPlace(a: Problem, b: Problem): number {
  const order = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1);
  return order(a.at.file.path, b.at.file.path) || a.at.start - b.at.start || order(a.code, b.code);
}
