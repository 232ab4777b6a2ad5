/** Plain texts: an article as it is handed in, read and tidied without changing its words. */
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { Refusal } from '../../data/compile/index.ts';
import { normalize } from '../normal-text.ts';

/** Anything longer is a book, or not a text at all. */
const MOST_BYTES = 250_000;

/**
 * The text of the file, as a corpus keeps it: lines end with a line feed and have no space at their ends; blank lines at
 * the start and end, and Markdown marks of headings, emphasis and links, are removed.
 *
 * @throws Refusal if it is not the text of an article: no file, a folder, an empty file, bytes that are not UTF-8, or too long.
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
  const { text: tidied } = normalize(/\.(md|markdown)$/i.test(file) ? withoutMarkdown(text) : text);
  if (!/[\p{L}\p{N}]/u.test(tidied)) throw new Refusal(`"${file}" has no words.`);
  return tidied;
}

function withoutMarkdown(text: string): string {
  return (
    text
      .replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
      .replace(/^#{1,6}[^\S\n]+(.*)$/gm, (_, heading: string) => withoutClosing(heading))
      .replace(/^>[^\S\n]?/gm, '')
      .replace(/^[^\S\n]*([-*_])([^\S\n]*\1){2,}[^\S\n]*$/gm, '')
      // Each pattern stops at the next opening mark or at a greatest length, so that an unclosed mark is not read to the end.
      .replace(/!\[[^[\]\n]*\]\([^)[\n]*\)/g, '')
      .replace(/\[([^[\]\n]+)\]\([^)[\n]*\)/g, '$1')
      .replace(/(\*\*|__)(?=\S)([^\n]{0,2000}?\S)\1/g, '$2')
      .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*?\S)\*(?![\p{L}\p{N}*])/gu, '$1')
      .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]*?\S)_(?![\p{L}\p{N}_])/gu, '$1')
  );
}

/** A heading without its closing signs. */
function withoutClosing(heading: string): string {
  const words = heading.trimEnd();
  let end = words.length;
  while (words[end - 1] === '#') end--;
  return words.slice(0, end).trimEnd();
}
