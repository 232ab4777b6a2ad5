/** Silences: comments by which an editor accepts a warning. */
import { allTexts, type Examination, lineAt, type Place, type SourceFile } from '../../data/compile/index.ts';
import type { Finding } from './rule.ts';

/** One comment. */
interface Silence {
  readonly rules: readonly string[];
  /** The words that a silenced warning underlines; empty if the comment silences by line or file. */
  readonly words: readonly string[];
  /** The line whose warnings it silences; null for the whole file. */
  readonly line: number | null;
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** The warnings that no comment silences, and a warning for each comment that names an unknown rule. */
export function applySilences(
  warnings: readonly Finding[],
  examined: Examination,
  rules: readonly string[],
): Finding[] {
  const silences = new Map<string, ReadonlySet<string>>();
  const unknown: Finding[] = [];
  for (const files of listFiles(examined)) {
    const found = files.flatMap(readSilences);
    if (found.length === 0) continue;
    const keys = new Set(found.flatMap(keysOf));
    for (const { path } of files) silences.set(path, keys);
    unknown.push(...found.flatMap((silence) => warnUnknown(silence, rules)));
  }
  return [...warnings.filter((warning) => !isSilenced(warning, silences.get(warning.at.file.path))), ...unknown];
}

/** The files of each thing together: a comment in the annotation of a text also applies to that text. */
function listFiles({ authored }: Examination): SourceFile[][] {
  return [
    ...authored.articles.flatMap(allTexts).map(({ text, annotation }) => [annotation.yaml.file, text.file]),
    ...authored.entities.map(({ yaml }) => [yaml.file]),
  ];
}

/** The keys of what a comment silences, so that a warning is looked up and not compared with each comment. */
function keysOf({ rules, words, line, file }: Silence): string[] {
  return rules.flatMap((rule) => {
    if (words.length > 0) return words.map((one) => wordsKey(rule, one));
    return [line === null ? rule : lineKey(rule, file.path, line)];
  });
}

function wordsKey(rule: string, words: string): string {
  return `${rule} "${words}"`;
}

function lineKey(rule: string, path: string, line: number): string {
  return `${rule} ${line} ${path}`;
}

function isSilenced({ code, at }: Finding, silences: ReadonlySet<string> | undefined): boolean {
  if (silences === undefined) return false;
  const line = lineKey(code, at.file.path, lineAt(at.file, at.start).number);
  return silences.has(code) || silences.has(line) || silences.has(wordsKey(code, wordsAt(at)));
}

/** The words at a place, without YAML quotation marks. */
function wordsAt({ file, start, end }: Place): string {
  const words = file.text.slice(start, end).replace(/\s+/g, ' ');
  return words.replace(/^(["'])(.*)\1$/, '$2');
}

const COMMENT = /(?<=^|\s)# *dateline-ignore +([a-z-]+(?: *, *[a-z-]+)*)((?: *,? *"[^"\n]*")*)/gm;

function readSilences(file: SourceFile): Silence[] {
  if (!file.text.includes('dateline-ignore')) return [];
  const yaml = file.path.endsWith('.md') ? file.text.slice(0, file.text.indexOf('\n---\n') + 1) : file.text;
  const first = yaml.search(/^(?!---$)[^#\s]/m);
  const lineOf = openSilencedLines({ ...file, text: yaml });
  return Array.from(yaml.matchAll(COMMENT), ({ 0: comment, 1: rules = '', 2: words = '', index }) => ({
    rules: rules.split(/ *, */),
    words: Array.from(words.matchAll(/"([^"]*)"/g), ([, one = '']) => one),
    line: index < first ? null : lineOf(index),
    file,
    start: index,
    end: index + comment.length,
  }));
}

/** The line that a comment silences: its own or, if the comment is alone on it, the next one that is not a comment. */
function openSilencedLines(file: SourceFile): (at: number) => number {
  const starts = Array.from(file.text.matchAll(/^[ \t]*[^#\s]/gm), ({ index }) => index);
  // The comments come in their order in the file.
  let next = 0;
  return (at) => {
    const line = lineAt(file, at);
    if (file.text.slice(line.start, at).trim() !== '') return line.number;
    while ((starts[next] ?? Number.POSITIVE_INFINITY) < at) next++;
    return lineAt(file, starts[next] ?? at).number;
  };
}

function warnUnknown({ rules: named, file, start, end }: Silence, rules: readonly string[]): Finding[] {
  return named
    .filter((name) => !rules.includes(name))
    .map((name) => ({
      severity: 'warning',
      code: 'unknown-rule',
      at: { file, start, end },
      says: `There is no rule "${name}" to silence.`,
      expected: `one of ${rules.join(', ')}.`,
      fix: 'Correct the name, or remove the comment.',
    }));
}
