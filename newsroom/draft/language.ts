/** Languages: which one a text is in, as a BCP 47 tag. */
import { franc } from 'franc-min';

/** The language of the text; `und` where its words do not tell. */
export function languageOf(text: string): string {
  // Letters that Russian has and its neighbours have not; of short texts the library takes it for Ukrainian.
  if (/[ыэё]/i.test(text) && !/[іїєґўәғқңөұү]/i.test(text)) return 'ru';
  const [tag = UNKNOWN] = Intl.getCanonicalLocales(franc(text.slice(0, 4000)));
  // Of a short text the library guesses: common words tell more.
  const isShort = text.length < SHORT;
  if (isShort && (text.match(ENGLISH) ?? []).length > text.length / 100) return 'en';
  return tag;
}

const UNKNOWN = 'und';
/** Words enough to know a text by that is too short for the library. */
const ENGLISH = /\b(?:the|and|said|says|with|from|was|were|has|that|this)\b/gi;
const SHORT = 400;

/** The name of the language, in English. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}
