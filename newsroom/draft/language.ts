/** Languages: detects the language of a text, as a BCP 47 tag. */
import { franc } from 'franc-min';
import { readDictionary } from './name/dictionary.ts';

/** The language in which most of the text is written, apart from what it quotes; `und` if it cannot be detected. */
export function languageOf(text: string): string {
  const beginning = text.slice(0, READ);
  const told = beginning.replace(QUOTED, ' ');
  const sample = inOneScript(told.trim().length >= ENOUGH ? told : beginning);
  const share = shareOfEnglish(sample);
  if (share >= MOST_ENGLISH) return 'en';
  // Letters that Russian has and related languages lack; the library takes short Russian texts for Ukrainian.
  if (/[ыэё]/i.test(sample) && !/[іїєґўәғқңөұү]/i.test(sample)) return 'ru';
  const [tag = UNKNOWN] = Intl.getCanonicalLocales(franc(sample));
  // For short texts the library guesses.
  return tag === 'en' && share < LEAST_ENGLISH && sample.length < SHORT ? UNKNOWN : tag;
}

const UNKNOWN = 'und';
const READ = 4000;
const SHORT = 400;
/** A text with less outside its quotations is one of them. */
const ENOUGH = 30;
const QUOTED = /“[^”\n]*”|«[^»\n]*»|„[^“”\n]*[“”]|"[^"\n]*"/g;

/** News in English has more of the words in the dictionary than this, news in other languages fewer. */
const MOST_ENGLISH = 0.6;
const LEAST_ENGLISH = 0.5;

/** The words of the text in the script of most of its letters: a name in another script is no sign of a language. */
function inOneScript(text: string): string {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const others = text.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0;
  return text.replace(latin >= others ? /(?!\p{Script=Latin})\p{L}+/gu : /\p{Script=Latin}+/gu, ' ');
}

/** How many of the words are in the English dictionary; words with a capital count only if there are no others. */
function shareOfEnglish(text: string): number {
  const words = text.match(/(?<![\p{L}\p{M}])[\p{L}\p{M}]+(?:[’'][\p{L}]+)?/gu) ?? [];
  const lower = words.filter((word) => /^\p{Ll}/u.test(word));
  const counted = (lower.length > 0 ? lower : words).map((word) => word.toLowerCase().replace(/[’'].*$/, ''));
  const { isOrdinary } = readDictionary();
  return counted.filter(isOrdinary).length / Math.max(1, counted.length);
}

/** The name of the language, in English. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}
