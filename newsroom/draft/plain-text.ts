/** Plain texts: the file of an article as it stands. */
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { Refusal } from '../../data/compile/index.ts';

/** Anything longer is a book, or not a text at all. */
const MOST_BYTES = 250_000;

/** What is no text, but might be given for one, by its first characters; and what to do with it. */
const KINDS: readonly (readonly [beginning: RegExp, kind: string])[] = [
  [
    /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|\?xml)\b/i,
    'a web page. Import it if it has JSON-LD (npm run data -- import PAGE), or save its words as text.',
  ],
  [/^%PDF-/, 'a PDF. Save its words as text in UTF-8.'],
  [
    /^\{\\rtf|^PK\p{Cc}{2}|^\xd0\xcf\p{Cc}\xe0/u,
    'a document of a word processor, or an archive. Save its words as text in UTF-8.',
  ],
  [/^(?:# yaml-language-server:|digest: ['"]?sha256:)/, 'a file of a corpus. Give the text of an article.'],
];
const LONGEST_BEGINNING = 200;

/**
 * The text of the file; its lines end with a line feed.
 *
 * @throws Refusal if it is not the text of an article: no file, a folder, bytes that are not UTF-8, or too long.
 */
export function readPlainText(file: string): string {
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === undefined) throw new Refusal(`There is no file "${file}". Give the path of a text file.`);
  if (status.isDirectory()) throw new Refusal(`"${file}" is a folder. Give the text files in it: ${file}/*.txt.`);
  if (!status.isFile()) throw new Refusal(`"${file}" is not a regular file. Give a text file.`);
  if (status.size > MOST_BYTES) {
    throw new Refusal(
      `"${file}" has ${(status.size / 1000).toFixed(0)} kB; an article has at most ${MOST_BYTES / 1000} kB, about forty thousand words. Give each article in its own file.`,
    );
  }
  const bytes = readFileSync(file);
  const [, kind] = KINDS.find(([beginning]) => beginning.test(bytes.toString('latin1', 0, LONGEST_BEGINNING))) ?? [];
  if (kind !== undefined) throw new Refusal(`"${file}" is ${kind}`);
  if (!isUtf8(bytes))
    throw new Refusal(`"${file}" is not UTF-8. Save it as UTF-8; if it is not text, give another file.`);
  const text = bytes.toString('utf8');
  if (text.includes('\0')) throw new Refusal(`"${file}" is not text: it contains null characters.`);
  return text.replace(/^\uFEFF/, '').replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n');
}
