/** Stored readings: what was read from the files of an article or of a named thing, as bytes and back. */
import { isDeepStrictEqual } from 'node:util';
import { readValue, type StoredEvidence, ValueWriter } from '../bundled/value.ts';
import { ByteReader, ByteWriter } from '../bytes.ts';
import type { EntityType, Evidence, Slug } from '../model.ts';
import { MOST_UNITS, makeEvidence } from './anchor.ts';
import type { AssertedArticle } from './annotated-article.ts';
import { type ArticleText, FRONT_MATTER } from './article-text.ts';
import type { Annotation } from './authored.ts';
import { openAnnotation } from './authored-annotation.ts';
import type { AuthoredArticle } from './authored-article.ts';
import type { FrontMatter } from './authored-file.ts';
import type { AuthoredEntity, Checked } from './check.ts';
import type { Link } from './link.ts';
import { type SourceFile, startOf } from './problem.ts';
import type { CorpusFile } from './read.ts';
import { openYaml, type Path, type YamlSource } from './yaml.ts';

/** What an article says, what is wrong with it, and what it refers to. */
export interface Assertion {
  readonly asserted: AssertedArticle;
  readonly problems: Checked['problems'];
  /** The type of each thing that it refers to. */
  readonly references: ReadonlyMap<Slug, EntityType>;
}

/** What everybody who compiles needs of an article. */
interface Head {
  readonly introductions: readonly (readonly [type: EntityType, slug: Slug, start: number, end: number])[];
  readonly references: readonly (readonly [Slug, EntityType])[];
  /** Where the text begins and ends in its file. */
  readonly text: readonly [from: number, to: number];
  readonly digest: string;
  readonly withheld: ArticleText['withheld'];
  readonly textDrafts: readonly Path[];
  readonly annotationDrafts: readonly Path[];
  /** The links of reports and quotes, by number of the report, or of the quote. */
  readonly reportLinks: Links;
  readonly quoteLinks: Links;
  /** The participants, as numbers of the report and of the participant, whose evidence is that of the report. */
  readonly inheriting: readonly (readonly [report: number, participant: number])[];
  readonly shapes: readonly (readonly string[])[];
  readonly words: readonly string[];
}

type Links = readonly (readonly [number: number, kind: Link['kind'], to: Slug, start: number, end: number])[];

/** What only checks need of it: the files as data. */
interface Body {
  readonly frontMatter: StoredYaml;
  readonly annotation: StoredYaml;
}

interface StoredYaml {
  readonly value: unknown;
  /** The value as checked; null if it is the same. */
  readonly checked: unknown;
  readonly names: readonly string[];
  readonly root: number;
  /** How many numbers its outline has. */
  readonly length: number;
}

/** An article without problems as bytes. Null if it cannot be stored exactly. */
export function storeArticle(
  parts: readonly CorpusFile[],
  { article, introductions }: Checked,
  { asserted, references }: Assertion,
): Uint8Array | null {
  // The few articles with earlier texts are read anew.
  if (article === null || article.earlier.length > 0 || !parts.every(isStorable)) return null;
  const { text, annotation } = article;
  const frontMatter = storeYaml(text.yaml, text.frontMatter);
  const annotated = storeYaml(annotation.yaml, checkedOf(annotation));
  if (frontMatter === null || annotated === null) return null;

  const values = new ValueWriter(PLACES);
  const inheriting = asserted.events.flatMap(({ report }, number) =>
    report.participants.flatMap((one, index) => (one.evidence === report.evidence ? [[number, index] as const] : [])),
  );
  const value = plainRecords(asserted);
  values.learn(value);
  const words = values.settle();
  const records = new ByteWriter();
  values.write(value, records);
  const head: Head = {
    introductions: introductions.map(({ type, slug, at }) => [type, slug, at.start, at.end]),
    references: [...references],
    text: [text.from, text.from + text.text.length],
    digest: text.digest,
    withheld: text.withheld,
    textDrafts: text.yaml.drafts,
    annotationDrafts: annotation.yaml.drafts,
    reportLinks: storeLinks(asserted.events),
    quoteLinks: storeLinks(asserted.statements),
    inheriting,
    shapes: values.shapes,
    words,
  };
  const body: Body = { frontMatter: frontMatter.stored, annotation: annotated.stored };
  const writer = new ByteWriter().text(JSON.stringify(head));
  for (const bytes of [records.finish(), frontMatter.outline, annotated.outline])
    writer.varint(bytes.length).raw(bytes);
  return writer.text(JSON.stringify(body)).finish();
}

/** A YAML escape can write half of a surrogate pair, which UTF-8 cannot hold. */
function isStorable({ file }: CorpusFile): boolean {
  return !/\\u(?:0000)?d[89a-f]/i.test(file.text);
}

/** The places of evidence are stored without bytes: texts are at hand as strings. */
const PLACES = {
  placeOf: ({ utf16Start, utf16End }: Evidence) => ({ articleNumber: 0, byteStart: utf16Start, byteEnd: utf16End }),
};

/** The records without places in files, and without what is stored only once. */
function plainRecords({ article, text, events, statements, facts, names }: AssertedArticle) {
  return {
    article,
    paragraphs: text.paragraphs,
    events: events.map(({ slug, introduces, report }) => ({
      slug,
      introduces,
      report: {
        ...report,
        participants: report.participants.map((one) =>
          one.evidence === report.evidence ? { ...one, evidence: null } : one,
        ),
      },
    })),
    statements: statements.map(({ links, ...rest }) => rest),
    facts,
    names,
  };
}

function storeLinks(items: readonly { readonly links: readonly Link[] }[]): Links {
  return items.flatMap(({ links }, number) =>
    links.map(({ kind, to, at }) => [number, kind, to, at.start, at.end] as const),
  );
}

function storeYaml({ value, outline }: YamlSource, checked: unknown) {
  if (outline === null) return null;
  const { numbers, names, root } = outline;
  const writer = new ByteWriter();
  // The least number stands for nothing, and is -1.
  for (const number of numbers) writer.varint(number + 1);
  const stored: StoredYaml = {
    value,
    checked: isDeepStrictEqual(checked, value) ? null : checked,
    names,
    root,
    length: numbers.length,
  };
  return { stored, outline: writer.finish() };
}

/** The annotation with its items as checked. */
function checkedOf({ yaml, statements, events, facts }: AuthoredArticle['annotation']): unknown {
  const lists = Object.entries({ statements, events, facts }).filter(([, items]) => items.length > 0);
  return {
    ...Object(yaml.value),
    ...Object.fromEntries(lists.map(([name, items]) => [name, items.map(({ value }) => value)])),
  };
}

/** Opens what `storeArticle` stored of these files. What compiling does not need is read when it is first asked for. */
export function openArticle(bytes: Uint8Array, parts: readonly CorpusFile[]): (Assertion & Checked) | null {
  const textFile = parts.find(({ kind }) => kind === 'md')?.file;
  const file = parts.find(({ kind }) => kind === 'yaml')?.file;
  const slug = parts[0]?.slug;
  if (textFile === undefined || file === undefined || slug === undefined) return null;
  const reader = new ByteReader(bytes);
  const head: Head = JSON.parse(reader.text());
  const [records, frontMatter, annotated] = [readPart(reader), readPart(reader), readPart(reader)];
  const { at } = reader;
  let body: Body | null = null;
  const readBody = () => {
    body ??= JSON.parse(new ByteReader(bytes, at).text()) as Body;
    return body;
  };

  const [from, to] = head.text;
  const textYaml = openYaml(
    textFile,
    FRONT_MATTER,
    () => openStoredYaml(readBody().frontMatter, frontMatter),
    head.textDrafts,
  );
  const yaml = openYaml(file, 0, () => openStoredYaml(readBody().annotation, annotated), head.annotationDrafts);
  const text: ArticleText = {
    file: textFile,
    from,
    text: textFile.text.slice(from, to),
    digest: head.digest,
    withheld: head.withheld,
    yaml: textYaml,
    get frontMatter() {
      return checkedValue(readBody().frontMatter) as FrontMatter;
    },
  };
  const annotation = openAnnotation(yaml, () => checkedValue(readBody().annotation) as Annotation);
  return {
    article: { slug, text, annotation, earlier: NONE },
    entity: null,
    // The first introduces the article itself, at the beginning of its first file.
    introductions: head.introductions.map(([type, introduced, start, end], number) => ({
      type,
      slug: introduced,
      at: { file: number === 0 ? textFile : file, start, end },
    })),
    problems: NONE,
    references: new Map(head.references),
    asserted: openRecords(records, head, slug, text.text, file),
  };
}

const NONE: readonly never[] = [];

function readPart(reader: ByteReader): Uint8Array {
  return reader.raw(reader.varint());
}

function openStoredYaml({ value, names, root, length }: StoredYaml, outline: Uint8Array) {
  const reader = new ByteReader(outline);
  const numbers = Int32Array.from({ length }, () => reader.varint() - 1);
  return { value, outline: { numbers, names, root } };
}

function checkedValue({ value, checked }: StoredYaml): unknown {
  return checked ?? value;
}

function openRecords(bytes: Uint8Array, head: Head, slug: Slug, text: string, file: SourceFile): AssertedArticle {
  const known = new Map<number, Evidence>();
  const openEvidence = ({ start, end, utf16Start, utf16End, paragraph }: StoredEvidence): Evidence => {
    const key = utf16Start * MOST_UNITS + utf16End;
    const made = known.get(key) ?? makeEvidence(slug, text, { start, end, utf16Start, utf16End }, paragraph);
    known.set(key, made);
    return made;
  };
  const vocabulary = { shapes: head.shapes, texts: { at: (number: number) => head.words[number] ?? '' } };
  const read = readValue(new ByteReader(bytes), vocabulary, openEvidence) as ReturnType<typeof plainRecords>;
  for (const [number, index] of head.inheriting) {
    const report = read.events[number]?.report;
    const participant = report?.participants[index];
    if (report !== undefined && participant !== undefined) Object.assign(participant, { evidence: report.evidence });
  }
  return {
    article: read.article,
    text: { of: slug, text, paragraphs: read.paragraphs },
    events: addLinks(read.events as Omit<AssertedArticle['events'][number], 'links'>[], head.reportLinks, file),
    statements: addLinks(read.statements, head.quoteLinks, file),
    facts: read.facts,
    earlier: NONE,
    names: read.names,
  };
}

function addLinks<T extends { readonly slug: Slug }>(items: readonly T[], stored: Links, file: SourceFile) {
  const links = Map.groupBy(stored, ([number]) => number);
  return items.map((item, number) => ({
    ...item,
    links: (links.get(number) ?? NONE).map(
      ([, kind, to, start, end]): Link => ({ kind, from: item.slug, to, at: { file, start, end } }),
    ),
  }));
}

/** A person, organization, group or place without problems as bytes; null if it cannot be stored exactly. */
export function storeEntity(parts: readonly CorpusFile[], { entity }: Checked): Uint8Array | null {
  const yaml = entity === null || !parts.every(isStorable) ? null : storeYaml(entity.yaml, entity.value);
  if (yaml === null) return null;
  const { stored, outline } = yaml;
  return new ByteWriter().text(JSON.stringify(stored)).varint(outline.length).raw(outline).finish();
}

/** Opens what `storeEntity` stored. */
export function openEntity(bytes: Uint8Array, parts: readonly CorpusFile[]): Checked | null {
  const [part] = parts;
  if (part === undefined) return null;
  const reader = new ByteReader(bytes);
  const stored: StoredYaml = JSON.parse(reader.text());
  const outline = readPart(reader);
  const { type, slug, file } = part;
  const yaml = openYaml(file, 0, () => openStoredYaml(stored, outline));
  return {
    article: null,
    entity: { type, slug, yaml, value: checkedValue(stored) } as AuthoredEntity,
    introductions: [{ type, slug, at: startOf(file) }],
    problems: NONE,
  };
}
