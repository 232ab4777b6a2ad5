/** Checks each file on its own, against the definition of its kind. */
import type { z } from 'zod';
import type { EntityType, NamedType, Retirement, Slug } from '../model.ts';
import { SLUG } from '../slug.ts';
import { type ArticleText, checkText } from './article-text.ts';
import {
  type Annotation,
  type AuthoredEvent,
  type AuthoredFact,
  type AuthoredStatement,
  annotation,
  event,
  fact,
  mention,
  statement,
} from './authored.ts';
import { agentFile, placeFile, retiredFile } from './authored-file.ts';
import type { Anchors } from './authored-part.ts';
import type { Cache } from './cache.ts';
import { checkEarlierText } from './earlier-text.ts';
import { checkAgainst } from './issue.ts';
import { counted, type Place, type Problem, type Report, type SourceFile } from './problem.ts';
import type { CorpusFile, CorpusFiles } from './read.ts';
import { checkRevisions } from './revision.ts';
import { type Path, readYaml, type YamlSource } from './yaml.ts';

/** One item of a list, and its path in the file. */
export interface Item<T> {
  readonly value: T;
  readonly path: Path;
}

/** The annotation of an article's text, without the items that do not fit the definition. */
export interface AuthoredAnnotation {
  readonly yaml: YamlSource;
  readonly statements: readonly Item<AuthoredStatement>[];
  /** The slugs of all statements that it quotes, including those left out. */
  readonly quoted: ReadonlySet<Slug>;
  readonly events: readonly Item<AuthoredEvent>[];
  readonly facts: readonly Item<AuthoredFact>[];
  readonly mentions: readonly AuthoredMention[];
}

/** The names that a text uses for a thing, and their path in the file. */
export interface AuthoredMention {
  readonly slug: Slug;
  readonly names: Anchors;
  readonly path: Path;
}

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

/** The definition of the files of each named type. */
const FILES = {
  Person: agentFile,
  Organization: agentFile,
  Group: agentFile,
  Place: placeFile,
} as const satisfies Record<NamedType, z.ZodType>;

interface EntityFile<T extends NamedType> {
  readonly type: T;
  readonly slug: Slug;
  readonly yaml: YamlSource;
  readonly value: z.infer<(typeof FILES)[T]>;
}

export type AuthoredEntity = { readonly [T in NamedType]: EntityFile<T> }[NamedType];

/** A slug in use: the type of the thing that has it, and where it is introduced. */
export interface Introduction {
  readonly type: EntityType;
  readonly slug: Slug;
  readonly at: Place;
}

export interface RetiredSlug {
  readonly slug: Slug;
  readonly type: EntityType | null;
  readonly on: string | null;
  readonly how: Retirement;
  readonly reason: string;
  readonly replacedBy: Slug | null;
  readonly splitInto: readonly Slug[];
  readonly at: Place;
  /** The places of these fields, and of the items of `splitInto`. */
  readonly placeOf: (...path: Path) => Place;
}

export interface Authored {
  readonly articles: readonly AuthoredArticle[];
  readonly entities: readonly AuthoredEntity[];
  /** Includes things that are otherwise malformed, so that one mistake does not look like many. */
  readonly introductions: readonly Introduction[];
  readonly retired: readonly RetiredSlug[];
}

/** What one article's files, or another file, say by themselves. */
export interface Checked {
  /** Null if it does not fit the definition. */
  readonly article: AuthoredArticle | null;
  readonly entity: AuthoredEntity | null;
  readonly introductions: readonly Introduction[];
  readonly problems: readonly Problem[];
}

/**
 * Parses and checks every file. Returns what fits the definitions and reports what does not. `onChecked` receives the
 * number of files done. What `cache` knows is not parsed again.
 */
export function checkFiles(
  { files, retired }: Pick<CorpusFiles, 'files' | 'retired'>,
  report: Report,
  onChecked: (done: number) => void = () => {},
  cache: Pick<Cache, 'check'> = NO_CACHE,
): Authored {
  const articles: AuthoredArticle[] = [];
  const entities: AuthoredEntity[] = [];
  const introductions: Introduction[] = [];
  let done = 0;
  for (const parts of partsOf(files)) {
    const checked = cache.check(parts, () => checkParts(parts));
    for (const problem of checked.problems) report(problem);
    for (const introduction of checked.introductions) introductions.push(introduction);
    if (checked.article !== null) articles.push(checked.article);
    if (checked.entity !== null) entities.push(checked.entity);
    done += parts.length;
    onChecked(done);
  }
  return { articles, entities, introductions, retired: retired === null ? [] : checkRetired(retired, report) };
}

const NO_CACHE: Pick<Cache, 'check'> = { check: (_, check) => check() };

/** The files of each article together, then every other file alone. */
function partsOf(files: readonly CorpusFile[]): (readonly CorpusFile[])[] {
  const articles = Map.groupBy(files.filter(isOfArticle), ({ slug }) => slug);
  return [...articles.values(), ...files.filter((file) => !isOfArticle(file)).map((file) => [file])];
}

function checkParts(parts: readonly CorpusFile[]): Checked {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const [first] = parts;
  const introductions = parts
    .slice(0, 1)
    .map(({ type, slug, file }): Introduction => ({ type, slug, at: startOf(file) }));
  if (first === undefined || isOfArticle(first)) {
    return { article: checkArticle(parts, introductions, report), entity: null, introductions, problems };
  }
  return { article: null, entity: checkEntity(first, report), introductions, problems };
}

function checkArticle(
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
    const yaml = annotationFile === undefined ? null : parse(annotationFile, report);
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

function isOfArticle(file: CorpusFile): boolean {
  return file.type === 'Article';
}

function checkEntity(file: CorpusFile, report: Report): AuthoredEntity | null {
  const yaml = parse(file, report);
  const { slug, type } = file;
  const value = type === 'Article' || yaml === null ? null : checkAgainst(FILES[type], yaml, report);
  return value === null ? null : ({ type, slug, yaml, value } as AuthoredEntity);
}

function parse({ file, legible }: CorpusFile, report: Report): YamlSource | null {
  return legible ? readYaml(file, report) : null;
}

function startOf(file: SourceFile): Place {
  return { file, start: 0, end: 0 };
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

function checkAnnotation(yaml: YamlSource, text: ArticleText | null, report: Report): AuthoredAnnotation {
  const whole = checkAgainst(annotation, yaml, report);
  const raw = fieldsOf(yaml.value);
  if (text !== null && raw.digest !== text.digest) {
    report({
      code: 'text-changed',
      at: yaml.at(['digest']),
      says:
        raw.digest === undefined
          ? `The annotation has no digest of the text in ${text.file.path}.`
          : `The text in ${text.file.path} is not the one that this annotation was written for.`,
      expected: text.digest,
      fix: 'Check each quote again, then write this digest.',
    });
  }
  return openAnnotation(yaml, () => whole);
}

/** The items of an annotation that fit, read when they are first needed. `whole` is null if not all of them fit. */
export function openAnnotation(yaml: YamlSource, readWhole: () => Annotation | null): AuthoredAnnotation {
  let opened: Omit<AuthoredAnnotation, 'yaml'> | null = null;
  const open = () => {
    opened ??= readItems(fieldsOf(yaml.value), readWhole());
    return opened;
  };
  return {
    yaml,
    get quoted() {
      return open().quoted;
    },
    get statements() {
      return open().statements;
    },
    get events() {
      return open().events;
    },
    get facts() {
      return open().facts;
    },
    get mentions() {
      return open().mentions;
    },
  };
}

function readItems(raw: Record<string, unknown>, whole: Annotation | null): Omit<AuthoredAnnotation, 'yaml'> {
  return {
    quoted: new Set(listOf(raw.statements).flatMap(slugsQuoted)),
    statements: fitting('statements', statement, whole?.statements, raw),
    events: fitting('events', event, whole?.events, raw),
    facts: fitting('facts', fact, whole?.facts, raw),
    mentions: fittingMentions(whole?.mentions, raw),
  };
}

function slugsQuoted(item: unknown): Slug[] {
  const { statement: introduced, of } = fieldsOf(item);
  return [introduced, of].filter((slug) => typeof slug === 'string');
}

/** The items of a list that fit, even if others in the file do not: they are checked in the same run. */
function fitting<T extends z.ZodType>(
  name: string,
  schema: T,
  checked: readonly z.infer<T>[] | undefined,
  raw: Record<string, unknown>,
): Item<z.infer<T>>[] {
  if (checked !== undefined) return checked.map((value, index) => ({ value, path: [name, index] }));
  return listOf(raw[name]).flatMap((item, index) => {
    const result = schema.safeParse(item);
    return result.success ? [{ value: result.data, path: [name, index] }] : [];
  });
}

/** The same for mentions: a mistake in one entry does not hide mistakes in the others. */
function fittingMentions(checked: Annotation['mentions'], raw: Record<string, unknown>): AuthoredMention[] {
  if (checked !== undefined) return Object.entries(checked).map(([slug, value]) => readMention(slug, value));
  return Object.entries(fieldsOf(raw.mentions)).flatMap(([slug, value]) => {
    const { data, success } = mention.safeParse(value);
    return SLUG.test(slug) && success ? [readMention(slug, data)] : [];
  });
}

function readMention(slug: Slug, value: NonNullable<Annotation['mentions']>[Slug]): AuthoredMention {
  const path = ['mentions', slug];
  return typeof value === 'object' && 'names' in value
    ? { slug, names: value.names, path: [...path, 'names'] }
    : { slug, names: value, path };
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

const INTRODUCING = [
  { type: 'Statement', list: 'statements', field: 'statement' },
  { type: 'Event', list: 'events', field: 'event' },
] as const;

/** Guesses what a file that does not parse introduces, so that references to it are not reported too. */
function guessIntroductions(file: SourceFile): Introduction[] {
  const lines = file.text.matchAll(/^[ -]*(event|statement): *["']?([a-z0-9-]+)/gm);
  return Array.from(lines, ([, field, slug = '']) => {
    return { type: field === 'event' ? 'Event' : 'Statement', slug, at: { file, start: 0, end: 0 } };
  });
}

function checkRetired(file: SourceFile, report: Report): RetiredSlug[] {
  const yaml = readYaml(file, report);
  const entries = yaml === null ? null : checkAgainst(retiredFile, yaml, report);
  if (yaml === null || entries === null) return [];
  return entries.map(({ slug, type = null, on = null, how, reason, replacedBy = null, splitInto = [] }, index) => ({
    slug,
    type,
    on,
    how: how ?? (replacedBy !== null ? 'RENAMED' : splitInto.length > 0 ? 'SPLIT' : 'REMOVED'),
    reason,
    replacedBy,
    splitInto,
    at: yaml.at([index, 'slug']),
    placeOf: (...path) => yaml.at([index, ...path]),
  }));
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
