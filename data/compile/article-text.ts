/** The file of an article's text: front matter, then the text, verbatim. */
import { createHash } from 'node:crypto';
import { type FrontMatter, frontMatter } from './authored-file.ts';
import { checkAgainst } from './issue.ts';
import type { Report, SourceFile } from './problem.ts';
import type { CorpusFile } from './read.ts';
import type { Withheld } from './withhold.ts';
import { readYaml, type YamlSource } from './yaml.ts';

/** An article's text and its front matter. */
export interface ArticleText {
  readonly file: SourceFile;
  /** Where the text begins in its file. */
  readonly from: number;
  readonly text: string;
  readonly digest: string;
  readonly yaml: YamlSource;
  readonly frontMatter: FrontMatter;
  /** Why readers do not see the article; null if they do. */
  readonly withheld: Withheld | null;
}

/** Finds the text after its front matter, and checks the front matter. Null if either is missing. */
export function checkText(part: CorpusFile, report: Report): ArticleText | null {
  const parts = splitText(part, report);
  if (parts === null) return null;
  const { file, text, yaml } = parts;
  if (text === '') {
    reportEmpty(file, report);
    return null;
  }
  // If it does not fit, the text can still be anchored in: the annotation's mistakes are reported in the same run.
  const checked = yaml.outline === null ? null : checkAgainst(frontMatter, yaml, report);
  const fields = checked ?? { language: UNDETERMINED };
  return { ...parts, digest: digestOf(text), frontMatter: fields, withheld: withheldBy(fields) };
}

function withheldBy({ hidden, withdrawn }: FrontMatter): Withheld | null {
  if (hidden !== undefined) return { how: 'HIDDEN' };
  return withdrawn === undefined ? null : { how: 'WITHDRAWN', ...withdrawn };
}

export function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** The front matter, not yet checked, and the text after it, which may be empty. Null if there is no front matter. */
export function splitText(
  { file, legible }: CorpusFile,
  report: Report,
): Pick<ArticleText, 'file' | 'from' | 'text' | 'yaml'> | null {
  if (!legible) return null;
  const bounds = findFrontMatter(file.text);
  if (bounds === null) {
    report({
      code: 'front-matter',
      at: { file, start: 0, end: Math.max(0, file.text.indexOf('\n')) },
      says: 'The front matter is missing, or has no closing line.',
      expected: 'a first line "---", fields such as "language: en", a line "---", and then the text.',
      fix: 'Add it before the text.',
    });
    return null;
  }

  const { from, to } = trimLines(file.text, bounds.textStart);
  const text = file.text.slice(from, to);
  const yaml = readYaml(file, report, bounds.start, bounds.end);
  return {
    file,
    from,
    text: text.trim() === '' ? '' : text,
    yaml: yaml ?? { file, value: {}, outline: null, drafts: [], at: () => ({ file, ...bounds }) },
  };
}

export function reportEmpty(file: SourceFile, report: Report): void {
  report({
    code: 'empty-text',
    at: { file, start: file.text.length, end: file.text.length },
    says: 'There is no text after the front matter.',
    expected: 'the text of the article, its headline first.',
    fix: 'Add the text.',
  });
}

/** BCP 47 for an unknown language. */
const UNDETERMINED = 'und';

/** Where the front matter begins in its file, after the first line. */
export const FRONT_MATTER = 4;

function findFrontMatter(text: string): { start: number; end: number; textStart: number } | null {
  if (!text.startsWith('---\n')) return null;
  const end = text.indexOf('\n---\n', 3);
  return end === -1 ? null : { start: FRONT_MATTER, end: end + 1, textStart: end + 5 };
}

/** The bounds of the text without the blank lines before and after it. */
export function trimLines(text: string, start: number): { from: number; to: number } {
  let from = start;
  for (let lineEnd = text.indexOf('\n', from); lineEnd !== -1; lineEnd = text.indexOf('\n', from)) {
    if (text.slice(from, lineEnd).trim() !== '') break;
    from = lineEnd + 1;
  }
  let to = text.length;
  for (let lineEnd = text.lastIndexOf('\n'); lineEnd >= from; lineEnd = text.lastIndexOf('\n', lineEnd - 1)) {
    if (text.slice(lineEnd + 1, to).trim() !== '') break;
    to = lineEnd;
  }
  return { from, to };
}
