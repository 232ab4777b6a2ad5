/** What all documents of JSON-LD write in the same way: names, manners of saying, articles. */
import type { Polarity, StatementKind, Voice } from '../../../data/model.ts';
import type { Asserted, Linked, Publication, Speaking } from '../reader/answer.ts';
import { exactDay } from './exact-day.ts';
import type { Data } from './json-ld.ts';

/** How a document of this site names things. */
export function open(origin: string) {
  const address = ({ url }: { readonly url: string }) => origin + url;
  const name = ({ name: words, url }: Linked | { readonly name: string; readonly url?: undefined }): Data => ({
    '@type': url === undefined ? 'Organization' : typeOf(url),
    '@id': url === undefined ? null : origin + url,
    name: words,
  });
  return {
    address,
    name,
    thing: (one: { readonly url: string }): Data => ({ '@id': address(one), url: address(one) }),
    /** How an article has a statement. A speaker whom it does not name itself is only said to be one. */
    said(as: Asserted & { readonly kind: StatementKind } & { readonly speakers: readonly Speaking[] }): Data {
      const speakers = as.speakers.map(({ agent }) => name(agent));
      const role = isQuoted(as.kind) ? 'spokenByCharacter' : 'author';
      return {
        '@type': isQuoted(as.kind) ? 'Quotation' : 'Claim',
        ...manner(as),
        [as.voice === 'ARTICLE' ? role : 'dateline:speakers']: speakers,
        'dateline:kind': as.kind,
      };
    },
  };
}

/** Nothing for what an article says plainly. */
export function manner({ voice, polarity, certainty }: Asserted): Data {
  return {
    'dateline:voice': unless<Voice>(voice, 'ARTICLE'),
    'dateline:polarity': unless<Polarity>(polarity, 'AFFIRMED'),
    'dateline:certainty': certainty && unless(certainty, 'UNSPECIFIED'),
  };
}

function unless<T extends string>(value: T, usual: T): T | null {
  return value === usual ? null : value;
}

export function publication({ headline, url, language, published, publisher }: Publication, origin: string): Data {
  const { name, thing } = open(origin);
  return {
    '@type': 'NewsArticle',
    ...thing({ url }),
    headline,
    inLanguage: language,
    datePublished: exactDay(published ?? null),
    publisher: publisher && name(publisher),
  };
}

/** Whether an article says it itself, without doubt: only this may stand as a fact. */
export function isPlain({ voice, polarity, certainty }: Asserted): boolean {
  const isSure = certainty === null || certainty === 'CERTAIN' || certainty === 'UNSPECIFIED';
  return voice === 'ARTICLE' && polarity === 'AFFIRMED' && isSure;
}

export function isQuoted(kind: StatementKind): boolean {
  return kind === 'DIRECT_QUOTE' || kind === 'MIXED_QUOTE';
}

/** People whom articles leave unnamed: no organization, and schema.org has no other word for several. */
export const GROUP = 'dateline:Group';
const TYPES: Readonly<Record<string, string>> = {
  people: 'Person',
  organizations: 'Organization',
  groups: GROUP,
  places: 'Place',
  events: 'Event',
};

function typeOf(url: string): string {
  return TYPES[url.split('/')[1] ?? ''] ?? 'Thing';
}
