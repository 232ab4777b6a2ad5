import { escaped, isPrintable } from './terminal.ts';

/** The command that shows an editor the proposals of a file, as it can be copied. */

/** @param path the file as it is shown: from the working directory on, in a folder of the corpus. */
export function reviewCommand(path: string): string {
  const parts = path.split('/');
  const folder = parts.slice(0, -2).join('/') || '.';
  // `review` takes no "..": then the path is given from the corpus on.
  const file = parts.includes('..') ? parts.slice(-2).join('/') : path;
  const corpus = folder === DEFAULT_CORPUS ? '' : ` --corpus ${shellWord(folder)}`;
  return `npm run data -- review ${shellWord(file)}${corpus}`;
}

const DEFAULT_CORPUS = 'data/corpus';

/** In quotation marks where a shell would read it otherwise; what is not seen is escaped as Bash and Zsh have it. */
export function shellWord(word: string): string {
  if (/^[\w./-]+$/.test(word)) return word;
  if (isPrintable(word)) return `'${word.replaceAll("'", "'\\''")}'`;
  const plain = word.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `$'${plain.replace(/./gsu, (one) => (isPrintable(one) ? one : escaped(one)))}'`;
}
