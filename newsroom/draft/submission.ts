/** Submissions: an article as it is handed in, with what its file says about it above the text. */
import { Refusal } from '../../data/compile/index.ts';
import { normalize } from '../normal-text.ts';
import { endsOf, LONGEST_LINE } from './byline.ts';
import { type Given, isAddress, separateFrontMatter } from './front-matter.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';

export interface Submission {
  /**
   * The text as a corpus keeps it, without front matter and marks of Markdown. A title and authors that only the front
   * matter has stand at its head.
   */
  readonly text: string;
  readonly given: Given;
  /** A line about each thing that a draft cannot hold. */
  readonly left: readonly string[];
}

/**
 * Reads the file of an article.
 *
 * @throws Refusal if it is not the text of an article, or its front matter cannot be read.
 */
export function readSubmission(file: string): Submission {
  const { body, given, left } = separateFrontMatter(readPlainText(file), file);
  const { address, rest } = separateAddress(body);
  const { words, isHeaded } = /\.(md|markdown)$/i.test(file) ? readMarkdown(rest) : { words: rest, isHeaded: false };
  const bare = normalize(words).text;
  if (!/[\p{L}\p{N}]/u.test(bare)) throw new Refusal(`"${file}" has no words.`);
  const headline = bare.split('\n', 1)[0] ?? '';
  const isOtherTitle = isHeaded && given.title !== null && given.title !== headline;
  const title = isHeaded || given.title === headline ? null : given.title;
  return {
    text: normalize(withHead(bare, title, missingAuthors(bare, given))).text,
    given: { ...given, url: given.url ?? address },
    left: [
      ...left,
      ...(isOtherTitle ? [`the title of the front matter, since the text has a headline: ${given.title}`] : []),
      ...(given.url !== null && address !== null && given.url !== address ? [`the address above: ${address}`] : []),
    ],
  };
}

/** The address of the article, if it stands in a line above the text. */
function separateAddress(body: string): { address: string | null; rest: string } {
  const found = /^\s*(?:(?:url|link|source): *)?<?(https?:\/\/[^\s<>]+)>?[^\S\n]*(?:\n|$)/i.exec(body);
  const address = found?.[1] ?? '';
  return found !== null && isAddress(address)
    ? { address, rest: body.slice(found[0].length) }
    : { address: null, rest: body };
}

/** The authors of the front matter whom no short line at either end of the text names. */
function missingAuthors(text: string, { authors }: Given): string[] {
  const { head, tail } = endsOf(text);
  const lines = [...head, ...tail]
    .filter(({ start, end }) => end - start <= LONGEST_LINE)
    .map(({ start, end }) => text.slice(start, end).toLowerCase());
  return authors.filter((author) => !lines.some((line) => line.includes(author.toLowerCase())));
}

function withHead(text: string, title: string | null, authors: readonly string[]): string {
  if (title === null && authors.length === 0) return text;
  const [headline, rest] = title === null ? [text.split('\n', 1)[0] ?? '', null] : [title, text];
  const body = rest ?? text.slice(headline.length);
  return `${headline}\n\n${authors.map((author) => `${author}\n`).join('')}\n${body}`;
}
