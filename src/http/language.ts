/** Which language dates and numbers are written in: RFC 9110, 12.5.4, and RFC 4647, 3.4. */
import { DATE_LANGUAGES } from '../../data/date-words.ts';
import { parameter, readQuality } from './accept.ts';

/** If the caller wants none of the languages with words for vague dates. */
const DEFAULT_LANGUAGE = 'en';
/** The regions whose readers expect another order or other numbers than the rest of their language. */
const REGIONAL: ReadonlySet<string> = new Set(['en-US', 'de-CH', 'fr-CA']);
/** No browser sends more; the rest is ignored. */
const READ_RANGES = 20;

/** The language that the caller prefers among those with words for every kind of date. Few, so that caches work. */
export function preferredLanguage(acceptLanguage: string | undefined): string {
  if (acceptLanguage === undefined) return DEFAULT_LANGUAGE;
  const ranges = acceptLanguage.slice(0, 1000).split(',', READ_RANGES).map(readRange);
  ranges.sort((a, b) => b.quality - a.quality);
  for (const { tag, quality } of ranges) {
    const [language = '', region = ''] = tag.split('-');
    if (quality === 0 || !DATE_LANGUAGES.has(language)) continue;
    const regional = `${language}-${region.toUpperCase()}`;
    return REGIONAL.has(regional) ? regional : language;
  }
  return DEFAULT_LANGUAGE;
}

function readRange(text: string): { readonly tag: string; readonly quality: number } {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  return { tag, quality: readQuality(parameter(parameters, 'q')) };
}
