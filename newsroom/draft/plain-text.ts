/** Plain texts: the file of an article. */
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { Refusal } from '../../data/compile/index.ts';

/** Anything longer is a book, or not a text at all. */
const MOST_BYTES = 250_000;

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
  if (!isUtf8(bytes))
    throw new Refusal(`"${file}" is not UTF-8. Save it as UTF-8; if it is not text, give another file.`);
  const text = bytes.toString('utf8');
  if (text.includes('\0')) throw new Refusal(`"${file}" is not text: it contains null characters.`);
  return text.replace(/^\uFEFF/, '').replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n');
}
