/** Titled names: finds where a title in a run ends and the name begins. */

import { ORGANIZATION_HEADS, PLACE_HEADS } from './organization-word.ts';
import {
  isCourtesy,
  isDemonym,
  isGivenName,
  isInitialLetter,
  isNameWord,
  isOrdinary,
  isRole,
  listedAt,
  type Reading,
  type Stretch,
} from './reading.ts';

export interface Titled {
  /** The words of the title; empty if it is only a courtesy title. */
  readonly title: Stretch;
  /** Null if the title is alone. */
  readonly name: Stretch | null;
  /** The other names in the title: "State Department", "the United States". */
  readonly parts: readonly Stretch[];
  /** Whether its last word can only be a title. */
  readonly isCertain: boolean;
}

/** The title of the run and the name after it; null if the run has no title. */
export function findTitled(reading: Reading, from: number, to: number): Titled | null {
  const role = lastRole(reading, from, to);
  if (role === null) return null;
  const isConnected = /^(of|for|to)$/.test(reading.words[role + 1]?.text ?? '') && role + 2 < to;
  const begin = isConnected ? afterComplement(reading, role + 2, to) : role + 1;
  const name = nameBetween(
    reading,
    begin,
    to,
    isCourtesy(reading.words[role]),
    CERTAIN.test(reading.words[role]?.folded ?? ''),
  );
  if (name === null && !isConnected && role + 1 < to) return null;
  const head: Stretch[] = role > from ? [{ from, to: roleStart(reading, from, role) }] : [];
  const complement: Stretch[] = isConnected ? [{ from: role + 2, to: name?.from ?? to }] : [];
  return {
    title: { from, to: name?.from ?? to },
    name,
    parts: [...head, ...complement].filter((part) => part.from < part.to),
    isCertain: isCourtesy(reading.words[role]) || CERTAIN.test(reading.words[role]?.folded ?? ''),
  };
}

const CERTAIN =
  /^(president|minister|chancellor|senator|governor|mayor|king|queen|prince|princess|professor|judge|sergeant|colonel|spokes.*)$/;

/** The last role that has something after it, or the one that ends the run. */
function lastRole(reading: Reading, from: number, to: number): number | null {
  for (let at = to - 1; at >= from; at--) {
    const word = reading.words[at];
    if (!isRole(word) || (!isNameWord(word) && !isCourtesy(word))) continue;
    // "Stephen King", "Tim Cook": the last word of a name is not a title.
    if (at === to - 1 && at > from && looksGiven(reading, at - 1)) continue;
    // "National Guard" is a body.
    if (at === to - 1 && at > from && ORGANIZATION_HEADS.has(word?.folded ?? '')) return null;
    // "Judge Judy", "Prince", but "Father Brown" keeps its title.
    if (at > from && isRole(reading.words[at - 1]) && at === to - 1 && isCourtesy(reading.words[at - 1])) continue;
    if (isGivenName(reading, word) && at > from && !isCourtesy(word)) continue;
    return at;
  }
  return null;
}

function looksGiven(reading: Reading, at: number): boolean {
  return (isGivenName(reading, reading.words[at]) && !isRole(reading.words[at])) || isInitialLetter(reading.words[at]);
}

/** "Prime Minister": the start of the title, with the words before the role that name nothing. */
function roleStart(reading: Reading, from: number, role: number): number {
  let at = role;
  while (at > from && (isRole(reading.words[at - 1]) || ADJECTIVES.test(reading.words[at - 1]?.folded ?? ''))) at--;
  return at;
}

const ADJECTIVES =
  /^(prime|vice|deputy|foreign|interior|home|shadow|acting|former|presidential|chief|executive|assistant|associate|senior|general|first|special|press|emeritus|defen[cs]e|finance|health|environment|education|justice)$/;

/** The start of the name after "Minister of": a given name, or the word after the last ordinary word or listed place. */
function afterComplement(reading: Reading, from: number, to: number): number {
  let begin = reading.words[from]?.text === 'the' ? from + 1 : from;
  begin = listedAt(reading, begin)?.to ?? begin + 1;
  let name = to;
  for (let at = begin; at < to; at++) {
    const listed = listedAt(reading, at);
    if (isGivenName(reading, reading.words[at]) && at + 1 < to && listed === null) return at;
    if (listed !== null && listed.to < to) {
      at = listed.to - 1;
      name = to;
      continue;
    }
    const word = reading.words[at];
    if (!isNameWord(word) || isOrdinary(reading, word) || isDemonym(reading, word) || listed !== null) name = to;
    else if (name === to) name = at;
  }
  return name;
}

/** The name between two words; null if they are not a name. */
function nameBetween(reading: Reading, from: number, to: number, isSure: boolean, isCertain: boolean): Stretch | null {
  const words = reading.words.slice(from, to);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined || words.length > 6 || /^(of|for|to|on|at)$/.test(first.text))
    return null;
  if (words.some(({ text }) => /^(of|for|on|against|and|&)$/.test(text))) return null;
  if (isSure) return { from, to };
  if (listedAt(reading, from)?.to === to || isDemonym(reading, first)) return null;
  if (
    words.length > 1 &&
    (ORGANIZATION_HEADS.has(last.folded) || PLACE_HEADS.has(last.folded)) &&
    !isGivenName(reading, first)
  )
    return null;
  if (isGivenName(reading, first)) return { from, to };
  if (isCertain && words.length === 1 && !ORGANIZATION_HEADS.has(last.folded)) return { from, to };
  const isWord = words.every((word) => isOrdinary(reading, word) && !reading.dictionary.isProper(word.text));
  return isWord || ORGANIZATION_HEADS.has(last.folded) ? null : { from, to };
}
