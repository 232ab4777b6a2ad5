/** Readings: an article as its editor wrote it, paired with what the compiler read, and places in its files. */

import type {
  AssertedArticle,
  AssertedQuote,
  AssertedReport,
  AuthoredArticle,
  AuthoredEvent,
  AuthoredFact,
  AuthoredStatement,
  Examination,
  Fact,
  Path,
  Place,
} from '../../data/compile/index.ts';
import type { Range } from '../draft/sentence.ts';
import type { Warning } from './rule.ts';

/** An item of the annotation and what the compiler read from it. */
export interface Pair<Value, Read> {
  readonly value: Value;
  readonly path: Path;
  readonly read: Read;
}

export interface Reading {
  readonly authored: AuthoredArticle;
  readonly asserted: AssertedArticle;
  readonly language: string;
  readonly text: string;
  readonly events: readonly Pair<AuthoredEvent, AssertedReport>[];
  readonly statements: readonly Pair<AuthoredStatement, AssertedQuote>[];
  /** A kinship was read as two facts. */
  readonly facts: readonly Pair<AuthoredFact, readonly Fact[]>[];
}

/**
 * The articles that were read completely. An article with an unreadable item is left out: its problems are reported
 * anyway, and whatever a rule misses may be in that item.
 */
export function readArticles(examined: Examination): readonly Reading[] {
  const known = READINGS.get(examined);
  if (known !== undefined) return known;
  const readings = examined.authored.articles.flatMap((authored, index) => {
    const asserted = examined.asserted[index];
    return asserted === undefined ? [] : (readingOf(authored, asserted) ?? []);
  });
  READINGS.set(examined, readings);
  return readings;
}

/** Kept because every rule asks for the same readings. */
const READINGS = new WeakMap<Examination, readonly Reading[]>();

/** While a corpus is watched, the reading of an article stays the same until its files or what it refers to change. */
const READING_OF = new WeakMap<AssertedArticle, Reading | null>();

function readingOf(authored: AuthoredArticle, asserted: AssertedArticle): Reading | null {
  const known = READING_OF.get(asserted);
  if (known !== undefined && (known === null || known.authored === authored)) return known;
  const reading = readArticle(authored, asserted);
  READING_OF.set(asserted, reading);
  return reading;
}

/** A rule that looks at each article by itself, and once at each reading of it. */
export function lookAtEach(look: (reading: Reading) => Warning[]): (examined: Examination) => Warning[] {
  const found = new WeakMap<Reading, Warning[]>();
  return (examined) =>
    readArticles(examined).flatMap((reading) => {
      const warnings = found.get(reading) ?? look(reading);
      found.set(reading, warnings);
      return warnings;
    });
}

function readArticle(authored: AuthoredArticle, asserted: AssertedArticle): Reading | null {
  const { annotation, text } = authored;
  const events = pair(annotation.events, asserted.events);
  const statements = pair(annotation.statements, asserted.statements);
  const facts = pair(annotation.facts, groupFacts(authored, asserted.facts));
  if (events === null || statements === null || facts === null) return null;
  return { authored, asserted, language: text.frontMatter.language, text: text.text, events, statements, facts };
}

function pair<Value, Read>(
  items: readonly { readonly value: Value; readonly path: Path }[],
  reads: readonly Read[],
): Pair<Value, Read>[] | null {
  if (items.length !== reads.length) return null;
  return reads.flatMap((read, index) => {
    const item = items[index];
    return item === undefined ? [] : [{ ...item, read }];
  });
}

function groupFacts({ annotation }: AuthoredArticle, facts: readonly Fact[]): (readonly Fact[])[] {
  let next = 0;
  const groups = annotation.facts.map(({ value }) => {
    const from = next;
    next += value.kinship === undefined ? 1 : 2;
    return facts.slice(from, next);
  });
  return next === facts.length ? groups : [];
}

/** The place in its file of a range of an article's text. */
export function placeInText({ authored: { text } }: Reading, { start, end }: Range): Place {
  return { file: text.file, start: text.from + start, end: text.from + end };
}

/** The place of a value in the annotation. */
export function placeInAnnotation({ authored }: Reading, path: Path): Place {
  return authored.annotation.yaml.at(path);
}

/** Whether the text is in English, for rules that read its words. */
export function isEnglish({ language }: Reading): boolean {
  return /^en(-|$)/.test(language);
}

/** Whether the two ranges share a character. */
export function meets(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The range of a span, in UTF-16 positions. */
export function rangeOf(span: { readonly utf16Start: number; readonly utf16End: number }): Range {
  return { start: span.utf16Start, end: span.utf16End };
}
