/** Words as the index has them: each with the other spellings by which it is found. Readers' words have none. */
import { type Word, words } from '../../fold.ts';

export interface SpelledWord extends Word {
  readonly also: readonly string[];
}

/**
 * The words of a text, also spelled
 * - without what an apostrophe joins to them: `Élysée` in `l’Élysée`, `Connor` in `O’Connor`;
 * - as the single letters of initials: `J` and `K` in `J.K.`;
 * - joined, where hyphens or spaces after initials part them: `reelected` for the first word of `re-elected`;
 * - without the first syllable of Korean, which in a name is the family: `철수` in `김철수`.
 */
export function spelledWords(text: string): SpelledWord[] {
  const found = words(text);
  const also = found.map(({ folded, utf16Start, utf16End }) => {
    const parts = partsOf(text.slice(utf16Start, utf16End));
    return parts.flatMap((part) => words(part).map((word) => word.folded)).filter((part) => part !== folded);
  });
  let from = 0;
  for (let to = 1; to <= found.length; to++) {
    if (isJoined(text, found[to - 1], found[to])) continue;
    const joined = to - from < 2 ? '' : joinWords(found.slice(from, to));
    if (joined !== '') also[from]?.push(joined);
    from = to;
  }
  return found.map((word, index) => ({ ...word, also: [...new Set(also[index])] }));
}

function partsOf(word: string): string[] {
  if (/^[a-z]*$/i.test(word)) return [];
  const afterApostrophes = [...word.matchAll(/['’‘]/g)].map(({ index }) => word.slice(index + 1));
  const letters = word.includes('.') ? word.split('.') : [];
  const syllables = HANGUL.exec(word.normalize('NFC'))?.slice(1) ?? [];
  return [...afterApostrophes.filter((rest) => !NO_WORD.test(rest)), ...letters, ...syllables];
}

/** What an apostrophe joins to an English word: "we’ll". */
const NO_WORD = /^(?:.|ll|re|ve)$/iu;
const HANGUL = /^[가-힣]([가-힣]{2,})$/;

function isJoined(text: string, before: Word | undefined, after: Word | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const between = text.slice(before.utf16End, after.utf16Start);
  if (/^[-‐‑]$/.test(between)) return true;
  return /^\.[ \u00a0]$/.test(between) && INITIALS.test(text.slice(before.utf16End - 1, after.utf16End + 1));
}

const INITIALS = /^\p{L}\.[ \u00a0]\p{L}\.$/u;
/** Nobody types more as one word. */
const LONGEST_JOINED = 40;

/** Empty if no letter is among them, as in a date: nobody leaves out its hyphens. */
function joinWords(parts: readonly Word[]): string {
  const joined = parts.map(({ folded }) => folded).join('');
  return joined.length <= LONGEST_JOINED && /\p{L}/u.test(joined) ? joined : '';
}
