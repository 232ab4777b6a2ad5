/** Languages: which one a text is in, as a BCP 47 tag. */
import { franc } from 'franc-min';

/** The language of the text; `und` where its words do not tell. */
export function languageOf(text: string): string {
  const code = franc(text.slice(0, 4000));
  try {
    return Intl.getCanonicalLocales(code)[0] ?? 'und';
  } catch {
    return 'und';
  }
}

/** The name of the language, in English. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}
