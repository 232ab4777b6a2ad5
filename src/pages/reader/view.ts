/** A page for readers: the answer to one operation, at an address of its own, in the form that the caller prefers. */
import type { ExecutionResult } from 'graphql';
import type { Slug } from '../../../data/model.ts';
import { isSlug } from '../../../data/slug.ts';
import { publicError } from '../../../schema/errors.ts';
import type { Representation } from '../../graphql/use-answer.ts';
import type { Warning } from '../../graphql/use-warnings.ts';
import type { AnswerGraphql } from '../../graphql/yoga.ts';
import { preferredMediaType } from '../../http/accept.ts';
import { askOperation } from '../../http/api-endpoint.ts';
import { answerNothingHere, answerThrown } from '../../http/error-response.ts';
import { type Exchange, originOf, respond, setHeader } from '../../http/exchange.ts';
import { preferredLanguage } from '../../http/language.ts';
import { statusOfFailure } from '../../http/status.ts';
import type { Settings } from '../../settings.ts';
import type { Link } from '../failure-page.tsx';
import { type Page, writePage } from '../layout.tsx';
import { toMarkdown } from '../machine/markdown.ts';
import { failureForm, PAGE_HEADERS, PAGE_TYPE } from '../respond-page.ts';
import type { Site } from '../site.ts';
import type { Retired } from './answer.ts';

export type Variables = Readonly<Record<string, unknown>>;

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
  readonly variables: Variables;
  /** The text of the operation that was asked. */
  readonly text: string;
}

export interface View<Answer> {
  /** The name of its operation in `src/operations/`. */
  readonly operation: string;
  /** The variables of its address, besides the language. Throws the public error if there are none that make sense. */
  readonly variables: (exchange: Exchange) => Variables;
  /** Variables to ask with instead, if the answer turns out to cost too much. */
  readonly lighter?: Variables;
  /** The address that asks the same better, if there is one, such as by slug where a name was given. */
  readonly elsewhere?: (answer: Answer, reading: Reading) => string | null;
  /** Null if what the address names is not there. */
  readonly read: (answer: Answer, reading: Reading) => Page | null;
}

/** The forms of a page; the first if the caller has no preference. */
const FORMS = ['text/html', 'application/ld+json', 'text/markdown', 'application/json'] as const;
type Form = (typeof FORMS)[number];

/** Makes the handler of a view's address. */
export function openViews(answer: AnswerGraphql, settings: Settings, texts: Readonly<Record<string, string>>) {
  return <Answer>(view: View<Answer>) => {
    const text = texts[view.operation] ?? '';
    return async (exchange: Exchange): Promise<Response> => {
      const form = preferredMediaType(exchange.req.header('Accept'), FORMS);
      if (form === null) throw publicError('NOT_ACCEPTABLE', `Accept allows none of ${FORMS.join(', ')}. Add one.`);
      const language = preferredLanguage(exchange.req.header('Accept-Language'));
      const variables = { ...view.variables(exchange), language };
      const origin = originOf(exchange);
      const { pathname, search, searchParams: parameters } = new URL(exchange.req.url);
      const reading = { site: exchange.get('site'), origin, language, path: pathname, parameters, variables, text };
      const ask = (reading: Reading) =>
        askOperation(exchange, answer, text, reading.variables, represent(view, form, reading, settings));
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
const TYPES: Readonly<Record<Form, string>> = {
  'text/html': PAGE_TYPE,
  'application/ld+json': 'application/ld+json; charset=utf-8',
  'text/markdown': 'text/markdown; charset=utf-8',
  'application/json': 'application/json; charset=utf-8',
};

function represent<Answer>(view: View<Answer>, form: Form, reading: Reading, { maxAge }: Settings): Representation {
  let page: Page | null = null;
  return {
    contentType: TYPES[form],
    statusOf: statusOfFailure,
    isPlain: false,
    instead(exchange, result) {
      // We wrote the document, and an answer without errors has its shape.
      const instead = view.elsewhere?.(result.data as Answer, reading) ?? null;
      if (instead !== null) return redirect(exchange, 302, instead, maxAge.page);
      page = view.read(result.data as Answer, reading);
      const elsewhere = answerElsewhere(exchange, result, page && (page.address ?? reading.path), maxAge.page);
      if (page === null || elsewhere !== null) return elsewhere;
      return form === 'application/ld+json' && !page.linkedData ? answerNoData(exchange) : null;
    },
    write: (result) => (page === null ? '' : write(page, form, reading.site, result)),
    headers: () => (form === 'text/html' ? { ...PAGE_HEADERS, ...VARY } : VARY),
    ...(form === 'text/html' && { failure: failureForm(reading.site) }),
    ...(form !== 'application/json' && form !== 'text/html' && { failure: JSON_FAILURE }),
  };
}

/**
 * The answer if a thing is not where it was asked for: a redirect if it has moved, 410 if it was withdrawn, 404 if it
 * never was. Null if it is here.
 *
 * @param address its path; null if the answer does not have it.
 * @param pathAt the path of what was asked, by that of the thing; null if such a thing has it nowhere.
 */
export function answerElsewhere(
  exchange: Exchange,
  result: ExecutionResult,
  address: string | null,
  maxAgeSeconds: number,
  pathAt: (address: string) => string | null = (same) => same,
): Response | null {
  const { retired = null } = result.data as { readonly retired?: Retired | null };
  const now = address ?? retired?.replacedBy?.url ?? null;
  const path = now === null ? null : pathAt(now);
  const { pathname, search } = new URL(exchange.req.url);
  if (path !== null && path !== pathname) return redirect(exchange, 301, path + search, maxAgeSeconds);
  if (address !== null) return null;
  if (retired !== null) return answerThrown(publicError('GONE', retired.reason), exchange);
  return answerNothingHere(exchange, nearest(exchange, result));
}

export const JSON_FAILURE: Representation = {
  contentType: TYPES['application/json'],
  statusOf: statusOfFailure,
  isPlain: false,
  write: (result) => JSON.stringify(result),
};

function write(page: Page, form: Form, site: Site, result: ExecutionResult): string {
  switch (form) {
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

/** 301: what moved has its new address for good. 302: a name may be another's as well tomorrow. */
function redirect(exchange: Exchange, status: 301 | 302, location: string, maxAgeSeconds: number): Response {
  setHeader(exchange, 'Location', location);
  setHeader(exchange, 'Cache-Control', `public, max-age=${maxAgeSeconds}`);
  return respond(exchange, status, null);
}

function answerNoData(exchange: Exchange): Response {
  return answerThrown(publicError('NOT_ACCEPTABLE', 'This page is a list, and has no form in JSON-LD.'), exchange);
}

/** What may have been meant by a slug that names nothing: see `graphql/use-warnings.ts`. */
function nearest(exchange: Exchange, { extensions }: ExecutionResult): readonly Link[] {
  const warnings = (extensions?.warnings ?? []) as readonly Warning[];
  const [, folder = ''] = exchange.req.path.split('/');
  return (warnings[0]?.nearest ?? []).map((slug) => ({ address: `/${folder}/${slug}`, name: slug }));
}

/** The slug in the address of a thing. Throws `NOT_FOUND` if it is malformed. */
export function slugIn(exchange: Exchange): { readonly slug: Slug } {
  const slug = exchange.req.param('slug') ?? '';
  if (!isSlug(slug)) throw publicError('NOT_FOUND', 'There is nothing at this address.');
  return { slug };
}
