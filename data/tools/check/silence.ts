/** Silences: comments by which an editor says of a warning "looked at, fine". */
import { lineNumber } from '../compile/excerpt.ts';
import type { Examination } from '../compile/index.ts';
import type { Place, SourceFile } from '../compile/problem.ts';
import type { Finding } from './rule.ts';

/** One comment. */
interface Silence {
  readonly rules: readonly string[];
  /** The rest of them: words of the warning's place; empty where it is silenced by line. */
  readonly words: readonly string[];
  /** The line that it speaks of; null for the whole file. */
  readonly line: number | null;
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** The warnings that nobody has silenced, and a warning for each comment that names no rule. */
export function applySilences(
  warnings: readonly Finding[],
  examined: Examination,
  rules: readonly string[],
): Finding[] {
  const silences = new Map<string, readonly Silence[]>();
  for (const files of listFiles(examined)) {
    const found = files.flatMap(readSilences);
    if (found.length > 0) for (const { path } of files) silences.set(path, found);
  }
  const kept = warnings.filter((warning) => {
    return !(silences.get(warning.at.file.path) ?? []).some((silence) => isSilenced(warning, silence));
  });
  const unknown = [...new Set([...silences.values()].flat())].flatMap((silence) => warnUnknown(silence, rules));
  return [...kept, ...unknown];
}

/** The files of each thing: what stands in the annotation of an article also speaks of its text. */
function listFiles({ authored }: Examination): SourceFile[][] {
  return [
    ...authored.articles.map(({ text, annotation }) => [annotation.yaml.file, text.file]),
    ...authored.entities.map(({ yaml }) => [yaml.file]),
  ];
}

function isSilenced({ code, at }: Finding, { rules, words, line, file }: Silence): boolean {
  if (!rules.includes(code)) return false;
  if (words.length > 0) return words.includes(wordsAt(at));
  if (line === null) return true;
  return file.path === at.file.path && lineNumber(at.file.text, at.start) === line;
}

/** Without the quotation marks of YAML. */
function wordsAt({ file, start, end }: Place): string {
  const words = file.text.slice(start, end).replace(/\s+/g, ' ');
  return words.replace(/^(["'])(.*)\1$/, '$2');
}

const COMMENT = /(?<=^|\s)# *dateline-ignore +([a-z-]+(?: *, *[a-z-]+)*)((?: *,? *"[^"\n]*")*)/gm;

function readSilences(file: SourceFile): Silence[] {
  if (!file.text.includes('dateline-ignore')) return [];
  const yaml = file.path.endsWith('.md') ? file.text.slice(0, file.text.indexOf('\n---\n') + 1) : file.text;
  const first = yaml.search(/^(?!---$)[^#\s]/m);
  return Array.from(yaml.matchAll(COMMENT), ({ 0: comment, 1: rules = '', 2: words = '', index }) => ({
    rules: rules.split(/ *, */),
    words: Array.from(words.matchAll(/"([^"]*)"/g), ([, one = '']) => one),
    line: index < first ? null : lineSpokenOf(yaml, index),
    file,
    start: index,
    end: index + comment.length,
  }));
}

/** Its own line, or, where it stands alone, the next one that is no comment. */
function lineSpokenOf(text: string, at: number): number {
  const lineStart = text.lastIndexOf('\n', at) + 1;
  if (text.slice(lineStart, at).trim() !== '') return lineNumber(text, at);
  const next = /^[ \t]*[^#\s]/m.exec(text.slice(at));
  return lineNumber(text, at + (next === null ? 0 : next.index + next[0].length));
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
      mend: 'Correct the name, or take the comment out.',
    }));
}
