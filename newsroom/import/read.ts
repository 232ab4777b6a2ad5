/** Reading a file to import: it recognizes the kind of file and reads its contents. */
import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { isFolder, Refusal } from '../../data/compile/index.ts';
import { readCsv } from '../export/csv.ts';
import { isOwnJsonLd, readJsonLd } from '../export/json-ld.ts';
import { readNQuads } from '../export/n-quads.ts';
import { readNdjson } from '../export/ndjson.ts';
import { type ExportRecord, isRecordType, RECORDS } from '../export/record.ts';
import { readBrat } from './brat.ts';
import type { FoundArticle } from './found.ts';
import { scriptsIn } from './html.ts';
import { articlesIn } from './news-article.ts';

/** Records of our own export, or articles found in a file from outside. */
export interface Read {
  readonly records: readonly ExportRecord[];
  readonly articles: readonly FoundArticle[];
  /** A line about each thing in the file that is neither. */
  readonly left: readonly string[];
}

/** @throws Refusal if the file cannot be imported. */
export function readInput(path: string): Read {
  if (!existsSync(path)) throw new Refusal(`There is no file "${path}".`);
  if (isFolder(path)) return recordsOnly(readTables(path));
  const fail = failing(path);
  const extension = extname(path).toLowerCase();
  switch (extension) {
    case '.ann':
    case '.txt':
      return { records: [], articles: [readPair(path.slice(0, -extension.length))], left: [] };
    case '.ndjson':
    case '.jsonl':
      return recordsOnly(check(readNdjson(readText(path), fail), fail));
    case '.nq':
    case '.nquads':
      return recordsOnly(check(readNQuads(readText(path), fail), fail));
    case '.csv':
      return fail('A table alone is not enough. Give the folder of all tables of the export.');
    default:
      return readDocument(path, fail);
  }
}

type Fail = (says: string) => never;

function failing(path: string): Fail {
  return (says) => {
    throw new Refusal(`${path}: ${says}`);
  };
}

/** The most that Node can hold as one string. */
const LONGEST_BYTES = 500_000_000;

function readText(path: string): string {
  const bytes = readFileSync(path);
  const fail = failing(path);
  if (bytes.length > LONGEST_BYTES) fail(`The file has ${bytes.length} bytes; the most is ${LONGEST_BYTES}.`);
  if (bytes.includes(0) || !isUtf8(bytes))
    fail('The file is not UTF-8 text. If it has another encoding, convert it first.');
  return bytes.toString('utf8');
}

function readTables(folder: string): ExportRecord[] {
  const tables = readdirSync(folder).filter((name) => isRecordType(basename(name, '.csv')) && name.endsWith('.csv'));
  if (tables.length === 0) {
    throw new Refusal(`The folder "${folder}" has no tables of an export. Give files, or the folder of an export.`);
  }
  return tables.flatMap((name) => {
    const fail = failing(join(folder, name));
    return check(readCsv(basename(name, '.csv'), readText(join(folder, name)).replace(/^\ufeff/, ''), fail), fail);
  });
}

function readPair(stem: string): FoundArticle {
  for (const extension of ['.txt', '.ann']) {
    if (!existsSync(stem + extension)) {
      throw new Refusal(
        `"${stem}${extension}" is missing: brat keeps the text in a .txt file and its annotations beside it in an .ann file.`,
      );
    }
  }
  const article = readBrat(readText(`${stem}.txt`), readText(`${stem}.ann`), `${stem}.ann`);
  if (article.text === '') throw new Refusal(`${stem}.txt: The text is empty.`);
  return article;
}

function readDocument(path: string, fail: Fail): Read {
  const text = readText(path)
    .replace(/^\ufeff/, '')
    .trim();
  if (text === '') return fail('The file is empty.');
  const isPage = text.startsWith('<');
  const documents = isPage ? scriptsIn(text) : [text];
  if (documents.length === 0) return fail('The page has no <script type="application/ld+json">.');
  const parsed: unknown[] = [];
  const left: string[] = [];
  for (const document of documents) {
    try {
      parsed.push(JSON.parse(document));
    } catch (error) {
      left.push(`This is not JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const [only] = parsed;
  const [sick] = left;
  // A page may have scripts for other things than its article, and one of them may be broken.
  if (only === undefined && sick !== undefined) return fail(sick);
  if (isOwnJsonLd(only)) return recordsOnly(check(readJsonLd(only), fail));

  const found = articlesIn(parsed);
  if (found.articles.length === 0 && found.left.length > 0)
    return fail('The article has no text: "articleBody" is missing or empty.');
  if (found.articles.length === 0) {
    const others = left.map((says) => ` One of its scripts could not be read. ${says}`);
    return fail(`The file has no NewsArticle or other schema.org article.${others.join('')}`);
  }
  return {
    records: [],
    articles: found.articles,
    left: [...left.map((says) => `a script of ${path}. ${says}`), ...found.left],
  };
}

function recordsOnly(records: readonly ExportRecord[]): Read {
  return { records, articles: [], left: [] };
}

function describeType(type: unknown): string {
  if (type === null) return 'has no type';
  return typeof type === 'string'
    ? `has an unknown type: ${JSON.stringify(type).slice(0, 60)}`
    : 'has a type that is not text';
}

/** Checks each record against the definition that exports use, since a file may have been changed after its export. */
function check(values: readonly unknown[], fail: Fail): ExportRecord[] {
  if (values.length === 0) fail('The file has no records.');
  const records = values.map((value, index): ExportRecord => {
    const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : null;
    if (!isRecordType(type)) return fail(`Record ${index + 1} ${describeType(type)}.`);
    const { data, error } = RECORDS[type].safeParse(value);
    if (data !== undefined) return data;
    const [issue] = error.issues;
    return fail(`Record ${index + 1}, of type ${type}, at "${issue?.path.join('.')}": ${issue?.message}.`);
  });
  return records.sort((a, b) => ('number' in a ? a.number : -1) - ('number' in b ? b.number : -1));
}
