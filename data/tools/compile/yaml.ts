/** YAML with its places: plain values, and for each of them where it stands in the file. */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
} from 'yaml';
import type { Place, Report, SourceFile } from './problem.ts';

/** Field names and list positions that lead to a value. */
export type Path = readonly PropertyKey[];

export interface YamlSource {
  readonly file: SourceFile;
  /** Plain JSON-like data. */
  readonly value: unknown;
  /** Where the value stands, or the name of its field; for what is not there, where it belongs. */
  readonly at: (path: Path, part?: 'key' | 'value') => Place;
}

/**
 * Reads the YAML between two places of a file (all of it by default). Null where it does not parse. An alias stands for
 * what it names, and a problem in that is reported where it is written, not where it is used.
 */
export function readYaml(file: SourceFile, report: Report, from = 0, to = file.text.length): YamlSource | null {
  const place = (start: number, end: number): Place => ({ file, start: from + start, end: from + end });
  const document = parseDocument(file.text.slice(from, to), OPTIONS);
  const errors = [...document.errors, ...document.warnings];
  const duplicates = errors.filter((error) => error.code === 'DUPLICATE_KEY');
  // One mistake makes the parser stumble several times; the first is the one to mend.
  const others = errors.filter((error) => error.code !== 'DUPLICATE_KEY').slice(0, 1);
  for (const error of [...duplicates, ...others]) {
    report({ code: 'yaml-syntax', at: place(...error.pos), ...explain(error) });
  }
  if (others.length > 0) return null;

  visit(document, {
    // A number keeps the form in which it was written: EDTF "0900" is no 900.
    Pair(_, pair) {
      if (isScalar(pair.key) && pair.key.value === 'edtf' && isNumber(pair.value)) pair.value.value = pair.value.source;
    },
  });
  const aliases = listAliases(document);
  const wrong = aliases.filter((alias) => !namesWhatIsBefore(alias, document));
  for (const alias of wrong) report({ code: 'yaml-syntax', at: nodePlace(alias, place), ...UNKNOWN_ALIAS });
  if (wrong.length > 0) return null;
  const plain = toPlain(document);
  if (plain === null) {
    report({ code: 'yaml-syntax', at: nodePlace(aliases[0], place), ...ALIASES_GROW });
    return null;
  }
  return { file, value: plain.value, at: (path, part = 'value') => locate(document, path, part, place) };
}

const OPTIONS = { prettyErrors: false, schema: 'core', merge: false, logLevel: 'error' } as const;

type MakePlace = (start: number, end: number) => Place;

function listAliases(document: Document): Alias[] {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  return aliases;
}

/** Not what it stands in: that would have no end. */
function namesWhatIsBefore(alias: Alias, document: Document): boolean {
  const end = alias.resolve(document)?.range?.[1];
  return end !== undefined && end <= (alias.range?.[0] ?? 0);
}

const UNKNOWN_ALIAS = {
  says: 'Nothing before this is marked with the name of this alias (*).',
  expected: '"&name" where the thing is first written, and then "*name".',
  mend: 'Correct the name; if the words begin with an asterisk, put them in quotation marks.',
};

/** Null where aliases of aliases grow beyond measure: the library stops counting. */
function toPlain(document: Document): { value: unknown } | null {
  try {
    return { value: document.toJS({ maxAliasCount: 1000 }) };
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return null;
    throw error;
  }
}

const ALIASES_GROW = {
  says: 'The aliases (*) of this file name each other over and over.',
  expected: 'an alias of something written out.',
  mend: 'Write the things out.',
};

function explain(error: YAMLError) {
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return {
        says: 'This field stands here twice.',
        expected: 'each field once.',
        mend: 'Join the two, or take one out.',
      };
    case 'TAB_AS_INDENT':
      return {
        says: 'A tab stands here.',
        expected: 'spaces: YAML indents with spaces only.',
        mend: 'Replace the tab by spaces.',
      };
    case 'MULTIPLE_DOCS':
      return { says: 'A second document begins here.', expected: 'one a file.', mend: 'Take the line of hyphens out.' };
    case 'RESOURCE_EXHAUSTION':
      return { says: 'This nests too deep to be read.', expected: null, mend: 'Write it flat.' };
    default:
      return {
        says: `This is not YAML: ${error.message.replaceAll('\n', ' ').replace(/\.?$/, '.')}`,
        expected: null,
        mend: 'Words with a colon, a hash or quotation marks in them go into quotation marks: "…" or \'…\'.',
      };
  }
}

function isNumber(node: unknown): node is Scalar {
  return isScalar(node) && typeof node.value === 'number';
}

function locate(document: Document, path: Path, part: 'key' | 'value', place: MakePlace): Place {
  let node: unknown = document.contents;
  let key: unknown = null;
  for (const step of path) {
    key = null;
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => nameOf(item.key) === String(step));
      if (pair === undefined) break;
      key = pair.key;
      // A field without a value has no place of its own.
      if (isEmpty(pair.value)) return nodePlace(key, place);
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)];
      if (item === undefined) break;
      node = item;
    }
  }
  return nodePlace(part === 'key' && key !== null ? key : node, place);
}

/** As `toJS` names the field. */
function nameOf(key: unknown): string {
  const value = isScalar(key) ? key.value : key;
  return value === null ? '' : String(value);
}

function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null && node.source === '');
}

function nodePlace(node: unknown, place: MakePlace): Place {
  if (isPair(node)) return nodePlace(node.key, place);
  const [start, end] = (isNode(node) || isAlias(node) ? node.range : null) ?? [0, 0];
  return place(start, end);
}
