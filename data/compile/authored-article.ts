/** The files of an article: each text with its annotation, and what these introduce. */
import type { Slug } from '../model.ts';
import { type ArticleText, checkText } from './article-text.ts';
import { type AuthoredAnnotation, checkAnnotation } from './authored-annotation.ts';
import type { Introduction } from './check.ts';
import { checkEarlierText } from './earlier-text.ts';
import { counted, type Report, type SourceFile, startOf } from './problem.ts';
import { type CorpusFile, readYamlOf } from './read.ts';
import { checkRevisions } from './revision.ts';
import { fieldsOf, listOf, type YamlSource } from './yaml.ts';

/** An article as its editor wrote it: the present text, its annotation, and the texts before. */
export interface AuthoredArticle {
  readonly slug: Slug;
  readonly text: ArticleText;
  readonly annotation: AuthoredAnnotation;
  /** The texts that it replaced, the newest first. */
  readonly earlier: readonly EarlierText[];
}

/** An earlier text, and the items that no later one has. */
export interface EarlierText {
  readonly number: number;
  readonly text: ArticleText;
  readonly annotation: AuthoredAnnotation;
}

/**
 * Checks all files of an article, and adds what they introduce to `introductions`. Null if a text or an annotation is
 * missing or cannot be read.
 */
export function checkArticle(
  parts: readonly CorpusFile[],
  introductions: Introduction[],
  report: Report,
): AuthoredArticle | null {
  const slug = parts[0]?.slug ?? '';
  const numbers = [...new Set(parts.map(({ revision }) => revision))].sort((a, b) => (b ?? Infinity) - (a ?? Infinity));
  if (numbers[0] !== null) numbers.unshift(null);
  let newer: ArticleText | null = null;
  const texts = numbers.map((number, index) => {
    const own = parts.filter(({ revision }) => revision === number);
    const textFile = own.find(({ kind }) => kind === 'md');
    const annotationFile = own.find(({ kind }) => kind === 'yaml');
    reportMissing(number === null ? slug : `${slug}@${number}`, textFile, annotationFile, parts, report);
    const text = readTextFile(textFile, number, newer, report);
    newer = text;
    const yaml = annotationFile === undefined ? null : readYamlOf(annotationFile, report);
    if (annotationFile !== undefined) addIntroductions(gatherIntroductions(annotationFile.file, yaml), introductions);
    const annotated = yaml === null ? null : checkAnnotation(yaml, text, report);
    return text === null || annotated === null ? null : { number: numbers.length - index, text, annotation: annotated };
  });
  const [present, ...earlier] = texts.filter((text) => text !== null);
  if (present === undefined || texts.includes(null) || !areInOrder(slug, parts, report)) return null;
  const article: AuthoredArticle = { slug, text: present.text, annotation: present.annotation, earlier };
  checkRevisions(article, report);
  return article;
}

/** Whether the earlier texts are numbered from 1. */
function areInOrder(slug: Slug, parts: readonly CorpusFile[], report: Report): boolean {
  const earlier = parts.filter(({ kind, revision }) => kind === 'md' && revision !== null);
  const gap = earlier.find(({ revision }) => (revision ?? 0) > earlier.length);
  if (gap === undefined) return true;
  report({
    code: 'missing-file',
    at: startOf(gap.file),
    says: `There ${earlier.length === 1 ? 'is' : 'are'} ${counted(earlier.length, 'earlier text')} of "${slug}", and this one has the number ${gap.revision}.`,
    expected: 'earlier texts numbered from 1, the first, without a gap.',
    fix: 'Add the missing one, or rename the files.',
  });
  return false;
}

function readTextFile(
  file: CorpusFile | undefined,
  number: number | null,
  newer: ArticleText | null,
  report: Report,
): ArticleText | null {
  if (file === undefined) return null;
  if (number === null) return checkText(file, report);
  return newer === null ? null : checkEarlierText(file, newer, report);
}

/** A thing may be introduced again in an earlier text of the same article, in other words. */
function addIntroductions(found: readonly Introduction[], introductions: Introduction[]): void {
  const known = new Set(introductions.map(({ type, slug }) => `${type} ${slug}`));
  for (const one of found) if (!known.has(`${one.type} ${one.slug}`)) introductions.push(one);
}

function reportMissing(
  slug: string,
  text: CorpusFile | undefined,
  yaml: CorpusFile | undefined,
  [first]: readonly CorpusFile[],
  report: Report,
): void {
  const [there = first, missing] = text === undefined ? [yaml, 'md'] : [text, 'yaml'];
  if (there === undefined || (text !== undefined && yaml !== undefined)) return;
  report({
    code: 'missing-file',
    at: startOf(there.file),
    says: `There is no ${slug}.${missing} next to this file.`,
    expected: 'two files for an article: <slug>.md with its text, <slug>.yaml with its annotation.',
    fix: missing === 'md' ? 'Add the text, or delete this file.' : 'Add the annotation; "digest: …" alone is enough.',
  });
}

function gatherIntroductions(file: SourceFile, yaml: YamlSource | null): Introduction[] {
  if (yaml === null) return guessIntroductions(file);
  const raw = fieldsOf(yaml.value);
  return INTRODUCING.flatMap(({ type, list, field }) =>
    listOf(raw[list]).flatMap((item, index): Introduction[] => {
      const slug = fieldsOf(item)[field];
      return typeof slug === 'string' ? [{ type, slug, at: yaml.at([list, index, field]) }] : [];
    }),
  );
}

/** The lists whose items introduce a thing, and the field that has its slug. */
export const INTRODUCING = [
  { type: 'Statement', list: 'statements', field: 'statement' },
  { type: 'Event', list: 'events', field: 'event' },
] as const;

/** Guesses what a file that does not parse introduces, so that references to it are not reported too. */
function guessIntroductions(file: SourceFile): Introduction[] {
  const lines = file.text.matchAll(/^[ -]*(event|statement): *["']?([a-z0-9-]+)/gm);
  return Array.from(lines, ([, field, slug = '']) => {
    return { type: field === 'event' ? 'Event' : 'Statement', slug, at: startOf(file) };
  });
}
