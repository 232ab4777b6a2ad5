// A browser without scripts: requests pages, and finds the links in them.

import { expect } from 'vitest';
import { assetAddressOf } from '../harness.ts';

const POLICY =
  "default-src 'none'; frame-ancestors 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'";

/** The Accept header of Firefox when somebody opens an address. */
export const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

export interface Opened {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

export async function open(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Opened> {
  const response = await fetch(address, { headers: { Accept: BROWSER, ...headers }, redirect: 'manual' });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

/** The addresses that a page leads to or loads, in order. */
export function linksOf(html: string): readonly string[] {
  return [...html.matchAll(/ (?:href|src|action)="([^"]*)"/g)].map(([, link = '']) => withoutEntities(link));
}

/** The text of a page, without its tags. */
export function textOf(html: string): string {
  return withoutEntities(html.replaceAll(/<[^>]*>/g, '')).replaceAll(/\s+/g, ' ');
}

function withoutEntities(html: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return html.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => named[name] ?? '');
}

/** A page without its JSON-LD, which no browser runs. */
export function withoutData(html: string): string {
  return html.replaceAll(/<script type="application\/ld\+json">[^<]*<\/script>/g, '');
}

/** Expects a page as this site has them: it loads nothing from elsewhere, and has landmarks and one heading. */
export function expectPage(headers: Headers, html: string): void {
  expect(headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
  expect(headers.get('Content-Security-Policy')).toBe(POLICY);
  expect(headers.get('Vary')).toMatch(/^Accept(, Accept-Language)?$/);
  expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  for (const landmark of ['<header class="masthead"', '<nav aria-label="Site"', '<main id="main-content"', '<footer']) {
    expect(html.split(landmark)).toHaveLength(2);
  }
  expect(html.match(/<h1/g)).toHaveLength(1);
  // Without the values of attributes: a title may be about `onerror=`.
  expect(withoutData(html).replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<script|<style|<[^>]* (?:style|on[a-z]+)=/);
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
}

/** A link, and the page that it is on. */
interface Found {
  readonly link: string;
  readonly from: string;
}

/** How many pages are requested at once. */
const AT_ONCE = 12;

/** Follows every link from the first page on, and lists those that do not answer 200, or whose anchor is missing. */
export async function brokenLinks(origin: string, first = '/'): Promise<{ seen: number; broken: readonly string[] }> {
  const pages = new Map<string, Opened>();
  const found: Found[] = [];
  let waiting: readonly Found[] = [{ link: first, from: '' }];
  while (waiting.length > 0) {
    found.push(...waiting);
    const addresses = [...new Set(waiting.map(({ link, from }) => addressIn(origin, link, from)))].filter(
      (address) => address !== null && !pages.has(address),
    ) as readonly string[];
    const links: Found[] = [];
    for (let at = 0; at < addresses.length; at += AT_ONCE) {
      const opened = addresses.slice(at, at + AT_ONCE).map(async (address) => {
        const page = await follow(origin, address);
        pages.set(address, page);
        if (isPage(address, page)) for (const link of new Set(linksOf(page.html))) links.push({ link, from: address });
      });
      await Promise.all(opened);
    }
    waiting = links;
  }
  return { seen: pages.size, broken: found.flatMap((one) => complaintOf(origin, one, pages)) };
}

function complaintOf(origin: string, { link, from }: Found, pages: ReadonlyMap<string, Opened>): readonly string[] {
  const page = pages.get(addressIn(origin, link, from) ?? '');
  if (page === undefined) return [];
  if (page.status !== 200) return [`${page.status}: ${link} in ${from}`];
  const anchor = decodeURIComponent(new URL(link, origin + from).hash.slice(1));
  return anchor === '' || page.html.includes(` id="${anchor}"`) ? [] : [`no anchor: ${link} in ${from}`];
}

/** The path and query of an address of this site; null for other sites. */
function addressIn(origin: string, link: string, from = '/'): string | null {
  const url = new URL(link, origin + from);
  return url.origin === origin ? url.pathname + url.search : null;
}

function isPage(address: string, { headers }: Opened): boolean {
  return headers.get('Content-Type')?.startsWith('text/html') === true && !address.startsWith('/graphql');
}

/** Opens an address and follows its redirect, which leads to GraphiQL: the links there are not followed. */
async function follow(origin: string, address: string): Promise<Opened> {
  const page = await open(assetAddressOf(address) ?? origin + address);
  const location = page.headers.get('Location');
  return location === null ? page : { ...(await open(new URL(location, origin).href)), html: '' };
}
