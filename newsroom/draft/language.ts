/** Languages: detects the language of a text, as a BCP 47 tag. */
import { franc } from 'franc-min';

/** The language of the text; `und` if it cannot be detected. */
export function languageOf(text: string): string {
  // Letters that Russian has and related languages lack; the library takes short Russian texts for Ukrainian.
  if (/[ыэё]/i.test(text) && !/[іїєґўәғқңөұү]/i.test(text)) return 'ru';
  const [tag = UNKNOWN] = Intl.getCanonicalLocales(franc(text.slice(0, 4000)));
  // For short texts the library guesses, and common words are more reliable.
  const isShort = text.length < SHORT;
  if (isShort && (text.match(ENGLISH) ?? []).length > text.length / 100) return 'en';
  return tag;
}

const UNKNOWN = 'und';
/** Common words that identify a text too short for the library. */
const ENGLISH = /\b(?:the|and|said|says|with|from|was|were|has|that|this)\b/gi;
const SHORT = 400;

/** The name of the language, in English. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}
