/** XML 1.0 for feeds, sitemaps and oEmbed. */

/** The first line of every document. */
export const XML_START = '<?xml version="1.0" encoding="utf-8"?>\n';

/** An element with text or, already written, other elements in it. */
export function element(name: string, content: string, attributes: Readonly<Record<string, string>> = {}): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${inXml(value)}"`);
  const start = `<${name}${written.join('')}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** A text with its signs as references. What XML forbids even as a reference (2.2) becomes U+FFFD. */
export function inXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r\x7f-\x9f])[\p{Cc}\ufffe\uffff]/gu, '\ufffd')
    .replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll('\r', '&#13;');
}
