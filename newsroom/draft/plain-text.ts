/** Plain texts: an article as somebody hands it in, read and tidied without a change to its words. */
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { Refusal } from '../../data/compile/index.ts';

/** No article is longer: a book, or not a text at all. */
const MOST_BYTES = 250_000;

/**
 * The text of the file, as a corpus keeps it: lines end with a line feed, none has space at its ends, the blank head and
 * tail are gone, and so are the marks of Markdown around headings, emphasis and links.
 *
 * @throws Refusal where there is no text: a folder, nothing, other bytes than UTF-8, more than an article.
 */
export function readPlainText(file: string): string {
  const status = statSync(file);
  if (status.isDirectory()) throw new Refusal(`"${file}" is a folder. Give the text files in it: ${file}/*.txt.`);
  if (!status.isFile()) throw new Refusal(`"${file}" is no file of text.`);
  if (status.size > MOST_BYTES) {
    throw new Refusal(
      `"${file}" has ${(status.size / 1000).toFixed(0)} kB; an article has at most ${MOST_BYTES / 1000} kB, some forty thousand words. Give each article as a file of its own.`,
    );
  }
  const bytes = readFileSync(file);
  if (!isUtf8(bytes))
    throw new Refusal(`"${file}" is not UTF-8. Save it as UTF-8; if it is no text, give another file.`);
  const text = bytes.toString('utf8');
  if (text.includes('\0')) throw new Refusal(`"${file}" is no text: it has null characters in it.`);
  const tidied = /\.(md|markdown)$/i.test(file) ? tidy(withoutMarkdown(text)) : tidy(text);
  if (!/[\p{L}\p{N}]/u.test(tidied)) throw new Refusal(`"${file}" has no words in it.`);
  return tidied;
}

/** Lines without space at their ends, and with one space between words; no blank lines before and behind all. */
function tidy(text: string): string {
  return (
    text
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
      // Tabs, no-break and typographic spaces hide words from whoever looks for them.
      .replace(/[^\S\n]+/g, ' ')
      // No letters: what steers a terminal steers it also where the text is shown.
      .replace(/[^\P{Cc}\n]/gu, '')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

function withoutMarkdown(text: string): string {
  return (
    text
      .replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
      .replace(/^#{1,6}[^\S\n]+(.*)$/gm, (_, heading: string) => withoutClosing(heading))
      .replace(/^>[^\S\n]?/gm, '')
      .replace(/^[^\S\n]*([-*_])([^\S\n]*\1){2,}[^\S\n]*$/gm, '')
      // Up to the next mark that opens one, or to as far as nobody sets in bold: what never closes is not read to its end.
      .replace(/!\[[^[\]\n]*\]\([^)[\n]*\)/g, '')
      .replace(/\[([^[\]\n]+)\]\([^)[\n]*\)/g, '$1')
      .replace(/(\*\*|__)(?=\S)([^\n]{0,2000}?\S)\1/g, '$2')
      .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*?\S)\*(?![\p{L}\p{N}*])/gu, '$1')
      .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]*?\S)_(?![\p{L}\p{N}_])/gu, '$1')
  );
}

/** A heading without the signs that close it. */
function withoutClosing(heading: string): string {
  const words = heading.trimEnd();
  let end = words.length;
  while (words[end - 1] === '#') end--;
  return words.slice(0, end).trimEnd();
}
