/** The English dictionary: whether a capitalised word is an ordinary one, or known only as a name. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** An English dictionary. */
export interface Dictionary {
  /** Whether the word, in lower case, is an ordinary English word or a form of one. */
  isOrdinary(lower: string): boolean;
  /** Whether the word itself, and not only a form of another, is an entry in lower case: "nice", not "wales". */
  isEntry(lower: string): boolean;
  /** Whether the dictionary has the word with a capital: "Mark", "Moscow". */
  isProper(word: string): boolean;
}

let loaded: Dictionary | null = null;

/** The dictionary, read on the first call. */
export function readDictionary(): Dictionary {
  loaded ??= load();
  return loaded;
}

function load(): Dictionary {
  // The package exports only a module that reads both its files on import.
  const folder = join(createRequire(import.meta.url).resolve('dictionary-en'), '..');
  const words = new Set<string>();
  for (const line of readFileSync(join(folder, 'index.dic'), 'utf8').split('\n')) {
    const slash = line.indexOf('/');
    words.add(slash === -1 ? line : line.slice(0, slash));
  }
  return {
    isOrdinary: (lower) => words.has(lower) || stems(lower).some((stem) => stem.length > 2 && words.has(stem)),
    isEntry: (lower) => words.has(lower),
    isProper: (word) => words.has(word) && word !== word.toLowerCase(),
  };
}

/** The possible dictionary entries of an inflected word. */
function stems(lower: string): string[] {
  if (lower.endsWith('ies')) return [`${lower.slice(0, -3)}y`, lower.slice(0, -1)];
  if (lower.endsWith('es')) return [lower.slice(0, -1), lower.slice(0, -2)];
  if (lower.endsWith('s')) return [lower.slice(0, -1)];
  if (lower.endsWith('ied')) return [`${lower.slice(0, -3)}y`];
  if (lower.endsWith('ed')) return [lower.slice(0, -1), lower.slice(0, -2)];
  if (lower.endsWith('ing')) return [lower.slice(0, -3), `${lower.slice(0, -3)}e`];
  if (lower.endsWith('ers')) return [lower.slice(0, -3), lower.slice(0, -2)];
  if (lower.endsWith('ly')) return [lower.slice(0, -2)];
  return lower.endsWith('er') ? [lower.slice(0, -2), lower.slice(0, -1)] : [];
}
