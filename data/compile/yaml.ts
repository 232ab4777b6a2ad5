/** YAML with its places: plain values, and the place of each in the file. */
import { type Alias, type Document, isScalar, parseDocument, type Scalar, visit, type YAMLError } from 'yaml';
import type { Range } from '../text.ts';
import { type Locate, type Outline, openOutline, rangeOf, readOutline } from './outline.ts';
import type { Place, Report, SourceFile } from './problem.ts';

/** Field names and list positions that lead to a value. */
export type Path = readonly PropertyKey[];

export interface YamlSource {
  readonly file: SourceFile;
  /** Plain JSON-like data. */
  readonly value: unknown;
  /** The places of its values, from where it begins in the file; null if it does not parse. */
  readonly outline: Outline | null;
  /** The paths of all fields called `draft`. */
  readonly drafts: readonly Path[];
  /** The place of the value, or of the name of its field; if it is absent, the place where it belongs. */
  readonly at: (path: Path, part?: 'key' | 'value') => Place;
}

/**
 * Reads the YAML between two positions of a file (all of it by default). Null if it does not parse. An alias stands for
 * the value it refers to; a problem in that value is reported where it is written, not where it is used.
 */
export function readYaml(file: SourceFile, report: Report, from = 0, to = file.text.length): YamlSource | null {
  const place = openPlace(file, from);
  const parsed = parse(file.text.slice(from, to), place, report);
  return parsed === null ? null : openYaml(file, from, () => parsed);
}

interface Parsed {
  readonly value: unknown;
  readonly outline: Outline;
}

/** YAML that was parsed before and is read when it is first needed. Its drafts may be known without that. */
export function openYaml(
  file: SourceFile,
  from: number,
  read: () => Parsed,
  knownDrafts: readonly Path[] | null = null,
): YamlSource {
  const place = openPlace(file, from);
  let parsed: Parsed | null = null;
  let drafts = knownDrafts;
  let locate: Locate | null = null;
  const open = () => {
    parsed ??= read();
    return parsed;
  };
  return {
    file,
    get value() {
      return open().value;
    },
    get outline() {
      return open().outline;
    },
    get drafts() {
      drafts ??= draftsIn(open().value, []);
      return drafts;
    },
    at(path, part = 'value') {
      locate ??= openOutline(open().outline);
      return place(locate(path, part));
    },
  };
}

function draftsIn(value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'draft' ? [[...path, name]] : draftsIn(inner, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

function openPlace(file: SourceFile, from: number): MakePlace {
  return ({ start, end }) => ({ file, start: from + start, end: from + end });
}

type MakePlace = (range: Range) => Place;

// A function of its own: a closure keeps everything that its siblings use, and the document must be freed.
function parse(text: string, place: MakePlace, report: Report): Parsed | null {
  const document = parseDocument(text, OPTIONS);
  // One mistake gives several parser errors; the first is the one to fix.
  const [error] = [...document.errors, ...document.warnings];
  if (error !== undefined) {
    const [start, end] = error.pos;
    report({ code: 'yaml-syntax', at: place({ start, end }), ...explain(error) });
    return null;
  }
  for (const start of listDuplicates(document)) {
    report({ code: 'yaml-syntax', at: place({ start, end: start + 1 }), ...DUPLICATE });
  }
  keepDates(document);
  const aliases = listAliases(document);
  const wrong = aliases.filter((alias) => !namesWhatIsBefore(alias, document));
  for (const alias of wrong) report({ code: 'yaml-syntax', at: place(rangeOf(alias)), ...UNKNOWN_ALIAS });
  if (wrong.length > 0) return null;
  const plain = toPlain(document);
  if (plain !== null) return { value: plain.value, outline: readOutline(document) };
  report({ code: 'yaml-syntax', at: place(rangeOf(aliases[0])), ...ALIASES_GROW });
  return null;
}

// For unique keys the library compares each key of a map with all before it; `listDuplicates` looks them up instead.
const OPTIONS = { prettyErrors: false, schema: 'core', merge: false, logLevel: 'error', uniqueKeys: false } as const;

/** Keeps numbers as they were written: EDTF "0900" is not 900. */
function keepDates(document: Document): void {
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key) && key.value === 'edtf' && isNumber(value)) value.value = value.source;
    },
  });
}

/** Where a second field of the same name begins. */
function listDuplicates(document: Document): number[] {
  const duplicates: number[] = [];
  visit(document, {
    Map(_, { items }) {
      const names = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (names.has(key.value)) duplicates.push(key.range?.[0] ?? 0);
        names.add(key.value);
      }
    },
  });
  return duplicates;
}

const DUPLICATE = {
  says: 'This field is given twice.',
  expected: 'each field once.',
  fix: 'Merge the two, or remove one.',
};

function listAliases(document: Document): Alias[] {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  return aliases;
}

/** Whether the alias refers to something before it, and not to what contains it, which would have no end. */
function namesWhatIsBefore(alias: Alias, document: Document): boolean {
  const end = alias.resolve(document)?.range?.[1];
  return end !== undefined && end <= (alias.range?.[0] ?? 0);
}

const UNKNOWN_ALIAS = {
  says: 'Nothing before this has an anchor (&) with the name of this alias (*).',
  expected: '"&name" where the value is first written, then "*name".',
  fix: 'Correct the name; if the words begin with an asterisk, put them in quotation marks.',
};

/** Null if aliases of aliases expand without bound: the library gives up at its limit. */
function toPlain(document: Document): { value: unknown } | null {
  try {
    return { value: document.toJS({ maxAliasCount: 1000 }) };
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return null;
    throw error;
  }
}

const ALIASES_GROW = {
  says: 'The aliases (*) of this file refer to each other too many times.',
  expected: 'aliases of values that are written out.',
  fix: 'Write the values out.',
};

function explain(error: YAMLError) {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return {
        says: 'There is a tab here.',
        expected: 'spaces: YAML indents with spaces only.',
        fix: 'Replace the tab with spaces.',
      };
    case 'MULTIPLE_DOCS':
      return {
        says: 'A second document begins here.',
        expected: 'one document a file.',
        fix: 'Remove the line of hyphens.',
      };
    case 'RESOURCE_EXHAUSTION':
      return { says: 'This is nested too deeply.', expected: null, fix: 'Write it with fewer levels.' };
    default:
      return {
        says: `This is not YAML: ${error.message.replaceAll('\n', ' ').replace(/\.?$/, '.')}`,
        expected: null,
        fix: 'Put words with a colon, a hash, an asterisk or quotation marks into quotation marks: "…" or \'…\'.',
      };
  }
}

function isNumber(node: unknown): node is Scalar {
  return isScalar(node) && typeof node.value === 'number';
}

/** The fields of a value; none if it is no object. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The items of a value; none if it is no list. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
