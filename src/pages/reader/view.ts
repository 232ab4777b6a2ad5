/** A page for readers: the answer to one operation, at an address of its own, in the form that the caller prefers. */
import type { ExecutionResult } from 'graphql';
import { publicError } from '../../../schema/errors.ts';
import type { Variables } from '../../api/variables.ts';
import type { Representation } from '../../graphql/use-answer.ts';
import type { AnswerGraphql } from '../../graphql/yoga.ts';
import { preferredMediaType } from '../../http/accept.ts';
import { askOperation, textOf } from '../../http/api-endpoint.ts';
import { type Exchange, originOf } from '../../http/exchange.ts';
import { preferredLanguage } from '../../http/language.ts';
import { statusOfFailure } from '../../http/status.ts';
import type { Settings } from '../../settings.ts';
import { answerElsewhere, redirect } from '../elsewhere.ts';
import { type Page, writePage } from '../layout.tsx';
import { toMarkdown } from '../machine/markdown.ts';
import { failureForm, JSON_FAILURE, JSON_TYPE, PAGE_HEADERS, PAGE_TYPE } from '../respond-page.ts';
import type { Site } from '../site.ts';

/** What a page is written for, besides the answer. */
export interface Reading {
  readonly site: Site;
  /** Scheme, host and port, for addresses that must be absolute. */
  readonly origin: string;
  /** A BCP 47 tag, for dates and numbers. */
  readonly language: string;
  /** With the slash at its end, if it has one. */
  readonly path: string;
  readonly parameters: URLSearchParams;
  /** The name of the operation that was asked, and its text. */
  readonly operation: string;
  readonly text: string;
  readonly variables: Variables;
}

/** What a page asks, and how it is made from the answer. */
export interface View<Answer> {
  /** The name of its operation in `src/operations/`. */
  readonly operation: string;
  /** Whether the page describes a thing, so that it has `linkedData` and can be had as JSON-LD alone. */
  readonly hasLinkedData?: boolean;
  /** The variables of its address, besides the language. Throws the public error if there are none that make sense. */
  readonly variables: (exchange: Exchange) => Variables;
  /** Variables to ask with instead, if the answer turns out to cost too much. */
  readonly lighter?: Variables;
  /** The address that asks the same better, if there is one, such as by slug where a name was given. */
  readonly elsewhere?: (answer: Answer, reading: Reading) => string | null;
  /** Null if what the address names is not there. */
  readonly read: (answer: Answer, reading: Reading) => Page | null;
  /** Whether it is another page tomorrow, so that no cache may keep it as long as others. */
  readonly isOfToday?: boolean;
}

/** The forms of every page; the first if the caller has no preference. */
const MEDIA_TYPES = ['text/html', 'text/markdown', 'application/json'] as const;
/** Those of a page that describes a thing. */
const WITH_LINKED_DATA = ['text/html', 'application/ld+json', 'text/markdown', 'application/json'] as const;
type MediaType = (typeof WITH_LINKED_DATA)[number];

/** Makes the handler of a view's address. Throws if there is no such operation. */
export function openViews(answer: AnswerGraphql, settings: Settings, texts: Readonly<Record<string, string>>) {
  return <Answer>(view: View<Answer>) => {
    const { operation, hasLinkedData = false } = view;
    const text = textOf(texts, operation);
    const offered: readonly MediaType[] = hasLinkedData ? WITH_LINKED_DATA : MEDIA_TYPES;
    return async (exchange: Exchange): Promise<Response> => {
      const mediaType = preferredMediaType(exchange.req.header('Accept'), offered);
      if (mediaType === null) {
        throw publicError('NOT_ACCEPTABLE', `Accept allows none of ${offered.join(', ')}. Add one of them.`);
      }
      const language = preferredLanguage(exchange.req.header('Accept-Language'));
      const variables = { ...view.variables(exchange), language };
      const origin = originOf(exchange);
      const { pathname, search, searchParams: parameters } = new URL(exchange.req.url);
      const site = exchange.get('site');
      const reading = { site, origin, language, path: pathname, parameters, operation, text, variables };
      const ask = (reading: Reading) =>
        askOperation(exchange, answer, text, reading.variables, represent(view, mediaType, reading, settings));
      let response = await ask(reading);
      const { facts } = exchange.var;
      if (view.lighter !== undefined && facts.errorCodes.includes('QUERY_TOO_EXPENSIVE')) {
        facts.errorCodes = [];
        response = await ask({ ...reading, variables: { ...variables, ...view.lighter } });
      }
      const dependsOn = exchange.get('dependsOn');
      if (dependsOn !== undefined) exchange.set('dependsOn', [...dependsOn, origin, pathname + search]);
      return response;
    };
  };
}

const VARY = { Vary: 'Accept, Accept-Language' };
const CONTENT_TYPES: Readonly<Record<MediaType, string>> = {
  'text/html': PAGE_TYPE,
  'application/ld+json': 'application/ld+json; charset=utf-8',
  'text/markdown': 'text/markdown; charset=utf-8',
  'application/json': JSON_TYPE,
};

function represent<Answer>(
  view: View<Answer>,
  mediaType: MediaType,
  reading: Reading,
  { maxAge }: Settings,
): Representation {
  let page: Page | null = null;
  return {
    contentType: CONTENT_TYPES[mediaType],
    statusOf: statusOfFailure,
    isPlain: false,
    instead(exchange, result) {
      // We wrote the document, and an answer without errors has its shape.
      const instead = view.elsewhere?.(result.data as Answer, reading) ?? null;
      if (instead !== null) return redirect(exchange, 302, instead, maxAge.page);
      page = view.read(result.data as Answer, reading);
      return answerElsewhere(exchange, result, page && (page.address ?? reading.path), maxAge.page);
    },
    write: (result) => (page === null ? '' : write(page, mediaType, reading.site, result)),
    headers: () => ({
      ...VARY,
      ...(mediaType === 'text/html' && PAGE_HEADERS),
      ...(view.isOfToday && { 'Cache-Control': `public, max-age=${maxAge.page}` }),
    }),
    ...(mediaType === 'text/html' && { failure: failureForm(reading.site) }),
    ...(mediaType !== 'text/html' && mediaType !== 'application/json' && { failure: JSON_FAILURE }),
  };
}

function write(page: Page, mediaType: MediaType, site: Site, result: ExecutionResult): string {
  switch (mediaType) {
    case 'text/html':
      return writePage(site, page);
    case 'application/ld+json':
      return JSON.stringify(page.linkedData);
    case 'text/markdown':
      return toMarkdown(writePage(site, page));
    case 'application/json':
      return JSON.stringify(result);
  }
}
