/** Web addresses in a form for comparison: addresses that a browser fetches alike are equal. */

/**
 * The address without its fragment and a slash at its end, its host in lower case and the rest as WHATWG's URL Standard
 * writes it; null if it is not a web address.
 */
export function comparableUrl(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  const path = url.pathname.endsWith('/') ? url.pathname.slice(0, -1) : url.pathname;
  return `${url.protocol}//${url.host}${path}${url.search}`;
}
