import { escaped, isPrintable } from './terminal.ts';

/** The command that shows an editor the proposals of a file, ready to copy. */

/** @param path the file as shown: relative to the working directory, in a folder of the corpus. */
export function reviewCommand(path: string): string {
  const parts = path.split('/');
  const folder = parts.slice(0, -2).join('/') || '.';
  // `review` does not accept "..": the path is then relative to the corpus.
  const file = parts.includes('..') ? parts.slice(-2).join('/') : path;
  const corpus = folder === DEFAULT_CORPUS ? '' : ` --corpus ${shellWord(folder)}`;
  return `npm run data -- review ${shellWord(file)}${corpus}`;
}

const DEFAULT_CORPUS = 'data/corpus';

/** The word in quotation marks if a shell needs them; invisible characters are escaped for Bash and Zsh. */
export function shellWord(word: string): string {
  if (/^[\w./-]+$/.test(word)) return word;
  if (isPrintable(word)) return `'${word.replaceAll("'", "'\\''")}'`;
  const plain = word.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `$'${plain.replace(/./gsu, (one) => (isPrintable(one) ? one : escaped(one)))}'`;
}
