/** Acronyms: whether initials stand for an organization or for something else: a thing, an illness, a format. */
import { KNOWN_ACRONYMS, NO_ORGANIZATION } from './organization-word.ts';
import { isRole, isSaying, isStopWord, placesOf, type Reading } from './reading.ts';
import { STOP_WORDS } from './stop-word.ts';

/** Whether the letters of this word stand for a body. */
export function isAcronym(reading: Reading, at: number, letters: string): boolean {
  const hasArticle = reading.words[at - 1]?.folded === 'the';
  const before = reading.words[at - 1];
  const next = reading.words[at + 1];
  if (next?.text === '$' || before?.text === '@' || before?.text === '#') return false;
  if (NO_ORGANIZATION.has(letters) || /\d$/.test(letters)) return false;
  if (KNOWN_ACRONYMS.has(letters)) return true;
  if (explainsOther(reading, at) || isModifier(reading, at)) return false;
  if (isIntroduced(reading, at)) return true;
  if (STOP_WORDS.has(letters.toLowerCase())) return hasArticle && reading.words[at + 1]?.isCapital !== true;
  if (reading.dictionary.isOrdinary(letters.toLowerCase()))
    return letters.length > 2 && (hasArticle || isAgain(reading, at));
  return letters.length > 2 || hasArticle;
}

/** "iodine deficiency disorder (IDD)": initials of ordinary words. */
function explainsOther(reading: Reading, at: number): boolean {
  const introduced = placesOf(reading, reading.words[at]).find((place) => reading.words[place - 1]?.text === '(');
  return introduced !== undefined && reading.words[introduced - 2]?.isCapital === false;
}

/** "World Health Organization (WHO)": whether the text has the initials in parentheses after a name that begins so. */
function isIntroduced(reading: Reading, at: number): boolean {
  const { words } = reading;
  const introduced = placesOf(reading, words[at]).find((place) => words[place - 1]?.text === '(');
  if (introduced === undefined) return false;
  const name = words.slice(Math.max(0, introduced - 10), introduced - 1);
  return (
    name.at(-1)?.isCapital === true && name.some(({ text, isCapital }) => isCapital && text[0] === words[at]?.text[0])
  );
}

/** "the ICI system": whether the initials are always before an ordinary noun, unlike those of a body. */
function isModifier(reading: Reading, at: number): boolean {
  return placesOf(reading, reading.words[at]).every((place) => {
    const next = reading.words[place + 1];
    if (next === undefined || next.isMark || next.isCapital || next.isTitled) return false;
    if (isStopWord(next) || isRole(next) || isSaying(next)) return false;
    return !/(ed|s|ly)$/.test(next.text) && !/^(employee|worker|staff|force|leader|unit)/.test(next.text);
  });
}

/** Whether the same initials occur elsewhere among words that are not all in capitals. */
function isAgain(reading: Reading, at: number): boolean {
  return placesOf(reading, reading.words[at]).some(
    (place) => place !== at && reading.words[place + 1]?.isCapital !== true,
  );
}
