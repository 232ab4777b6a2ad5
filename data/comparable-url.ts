/** Addresses as they are compared: those that a browser would fetch alike are one. */

/**
 * The address without its fragment and a slash at its end, its host in small letters and the rest as WHATWG's URL
 * Standard writes it; null for what is no address of the web.
 */
export function comparableUrl(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  const path = url.pathname.endsWith('/') ? url.pathname.slice(0, -1) : url.pathname;
  return `${url.protocol}//${url.host}${path}${url.search}`;
}
