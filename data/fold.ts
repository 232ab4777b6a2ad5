/**
 * Defines words for every store and every list of names: case and diacritics are folded, so that `huseyn`, `HÜSEYN` and
 * `Hüseyn` are one word.
 */

/**
 * Letters that Unicode does not decompose, and what people type for them; the Greek sigma of a word's end; and what
 * Persian writes for Arabic kaf and yeh. The Arabic tatweel only makes a word longer.
 */
const UNDECOMPOSED: { readonly [letter: string]: string } = {
  ə: 'e',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'k',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
  ک: 'ك',
  ی: 'ي',
  ى: 'ي',
  ـ: '',
};
const UNDECOMPOSED_LETTER = new RegExp(`[${Object.keys(UNDECOMPOSED).join('')}]`, 'g');
const COMBINING_MARK = /\p{M}/gu;
const DIGIT = /[\p{Nd}--[0-9]]/gv;
const ASCII = /^[\0-\x7f]*$/;

/** The text with case, diacritics, compatibility forms (`ﬁ`, full width) and the script of digits folded away. */
export function fold(text: string): string {
  // Most words are plain: this shortcut takes a third of the time.
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(COMBINING_MARK, '')
    .toLowerCase()
    .replace(UNDECOMPOSED_LETTER, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(DIGIT, digitValue);
}

/** In every script the digits from 0 to 9 follow each other; right before a 0 there is at most another whole set. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return `${(code - first) % 10}`;
}

/** A folded word and its place, in UTF-16 code units of the text. */
export interface Word {
  readonly folded: string;
  readonly utf16Start: number;
  readonly utf16End: number;
}

const LETTER = String.raw`[\p{L}\p{M}\p{N}]`;
/** A character of a script without spaces, but no digit, as part of a regular expression. */
export const WITHOUT_SPACES = String.raw`[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]--\p{Nd}]`;
const SPACED = `[${LETTER}--${WITHOUT_SPACES}]`;
const UNSPACED = `[${LETTER}&&${WITHOUT_SPACES}]`;
/** Characters that are not shown and do not end a word: soft hyphens, spaces of no width, joiners. */
const UNSEEN = `[\\p{DI}--${LETTER}]`;
const ONE_LETTER = `[\\p{L}--${WITHOUT_SPACES}]`;
/** "U.S": letters with full stops between them, whose word is the same as without these. */
const INITIALS = `${ONE_LETTER}(?:\\.${ONE_LETTER}(?!${SPACED}))+`;
/**
 * A run of characters of a script without spaces, a word, or an emoji. An apostrophe inside a word belongs to it, unless
 * it is that of an English genitive: `Putin’s` contains the word `Putin`, or no phrase could end there.
 */
const WORD = new RegExp(
  `(${UNSPACED}+(?:${UNSEEN}+${UNSPACED}+)*)|(?:${INITIALS}|${SPACED}+)(?:(?:['’‘](?![sS](?!${SPACED}))|${UNSEEN}+)${SPACED}+)*|\\p{EPres}`,
  'gv',
);
const PLAIN = /^[a-z0-9]*$/;
/** Characters that a folded word drops: apostrophes, even those that are letters, and what `½` and `⒈` decompose to. */
const NO_PART_OF_A_WORD = /[^\p{L}\p{N}\p{EPres}]|[ʻʼ]/gu;

/**
 * The words of a text in order: runs of letters, marks and digits. In a script without spaces, each character forms a
 * word with the next one, and the last of a run is a word alone: `北京市` is `北京`, `京市` and `市`. So a search for any
 * part of it finds it, and nobody needs to know where its words end.
 */
export function words(text: string): Word[] {
  const places = scanPlaces(text, 0, text.length);
  if (places === null) return matchWords(text);
  return places.map(({ utf16Start, utf16End }) => {
    return { folded: foldWord(text.slice(utf16Start, utf16End)), utf16Start, utf16End };
  });
}

function matchWords(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    if (match[1] !== undefined) {
      pushPairs(found, match[1], match.index);
      continue;
    }
    const folded = foldWord(match[0]);
    if (folded !== '') found.push({ folded, utf16Start: match.index, utf16End: match.index + match[0].length });
  }
  return found;
}

/** The places of the words in a part of a text, by the same rules but without the folded words: a tenth of the cost. */
export function wordPlaces(text: string, from = 0, to = text.length): WordPlace[] {
  return scanPlaces(text, from, to) ?? matchPlaces(text.slice(from, to)).map((word) => moved(word, from));
}

type WordPlace = Omit<Word, 'folded'>;

function matchPlaces(text: string): WordPlace[] {
  const found: WordPlace[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word, run] = match;
    if (run !== undefined) found.push(...words(run).map((one) => moved(one, match.index)));
    else if (BEGINS_A_WORD.test(word) || foldWord(word) !== '') {
      found.push({ utf16Start: match.index, utf16End: match.index + word.length });
    }
  }
  return found;
}

/** The same unit by unit, which is several times as fast; null if the text has units other than those below. */
function scanPlaces(text: string, from: number, end: number): WordPlace[] | null {
  const found: WordPlace[] = [];
  for (let at = from; at < end; ) {
    const first = sortOf(text.charCodeAt(at));
    if (first === OTHER) return null;
    const utf16Start = at++;
    if (first === NO_LETTER) continue;
    for (; at < end; at++) {
      const sort = sortOf(text.charCodeAt(at));
      if (sort === OTHER) return null;
      if (sort === NO_LETTER && !joinsLetters(text, at, end) && !joinsInitials(text, utf16Start, at, end)) break;
    }
    if (first === LETTER_OF_WORD || foldWord(text.slice(utf16Start, at)) !== '')
      found.push({ utf16Start, utf16End: at });
  }
  return found;
}

/** Whether this is an apostrophe inside a word, and not that of an English genitive. */
function joinsLetters(text: string, at: number, end: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit !== APOSTROPHE && unit !== RIGHT_QUOTE && unit !== LEFT_QUOTE) return false;
  if (at + 1 >= end || !isLetter(text.charCodeAt(at + 1))) return false;
  const isGenitive = /[sS]/.test(text.charAt(at + 1)) && !(at + 2 < end && isLetter(text.charCodeAt(at + 2)));
  return !isGenitive;
}

/** Whether this is a full stop between two letters that stand alone. */
function joinsInitials(text: string, start: number, at: number, end: number): boolean {
  const isAlone = at - start === 1 || text.charAt(at - 2) === '.';
  return isAlone && BEGINS_WITH_INITIALS.test(text.slice(at - 1, Math.min(end, at + 3)));
}

const BEGINS_WITH_INITIALS = new RegExp(`^${INITIALS}`, 'v');
const APOSTROPHE = 0x27;
const LEFT_QUOTE = 0x2018;
const RIGHT_QUOTE = 0x2019;

function isLetter(unit: number): boolean {
  const sort = sortOf(unit);
  return sort === LETTER_OF_WORD || sort === LETTER_OR_MARK;
}

/** Kinds of UTF-16 units. `LETTER_OR_MARK` may fold to nothing; `OTHER` needs a closer look. */
const NO_LETTER = 0;
const LETTER_OF_WORD = 1;
const LETTER_OR_MARK = 2;
const OTHER = 3;

/** Latin, Greek and Cyrillic letters and their marks come before this unit. */
const SCANNED_UP_TO = 0x530;
/** From here on there is only punctuation. */
const PUNCTUATION_FROM = 0x2000;
const PUNCTUATION_TO = 0x2070;
let sorts: Uint8Array | null = null;

function sortOf(unit: number): number {
  if (unit >= PUNCTUATION_TO) return OTHER;
  sorts ??= Uint8Array.from({ length: PUNCTUATION_TO }, (_, code) => sortUnit(code));
  return sorts[unit] as number;
}

function sortUnit(code: number): number {
  const character = String.fromCharCode(code);
  if ((code >= SCANNED_UP_TO && code < PUNCTUATION_FROM) || NOT_SCANNED.test(character)) return OTHER;
  if (!ONE_SPACED.test(character)) return NO_LETTER;
  return BEGINS_A_WORD.test(character) ? LETTER_OF_WORD : LETTER_OR_MARK;
}

const NOT_SCANNED = new RegExp(`${UNSPACED}|${UNSEEN}`, 'v');
const ONE_SPACED = new RegExp(SPACED, 'v');

/** Letters that never fold to nothing: Latin, and Cyrillic without its combining marks. Most letters are of these. */
const BEGINS_A_WORD = /^[A-Za-z0-9À-ɏЀ-ҁҊ-ӿ]/;

function moved({ utf16Start, utf16End }: WordPlace, by: number): WordPlace {
  return { utf16Start: utf16Start + by, utf16End: utf16End + by };
}

function foldWord(word: string): string {
  const folded = fold(word);
  return PLAIN.test(folded) ? folded : folded.replace(NO_PART_OF_A_WORD, '');
}

function pushPairs(found: Word[], run: string, utf16Start: number): void {
  const characters = foldedCharacters(run, utf16Start);
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1];
    found.push(
      next === undefined
        ? character
        : { ...character, folded: character.folded + next.folded, utf16End: next.utf16End },
    );
  }
}

/** The characters of a run, each with the marks after it, which fold to nothing. */
function foldedCharacters(run: string, utf16Start: number): Word[] {
  const characters: Word[] = [];
  let at = utf16Start;
  for (const character of run) {
    const folded = foldWord(character);
    const last = characters.at(-1);
    const utf16End = at + character.length;
    if (folded !== '') characters.push({ folded, utf16Start: at, utf16End });
    else if (last !== undefined) characters[characters.length - 1] = { ...last, utf16End };
    at = utf16End;
  }
  return characters;
}
