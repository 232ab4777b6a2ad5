/** Pages: the scripts of an HTML document that hold JSON-LD, found in one pass however the tags are broken. */

/** The content of each `<script type="application/ld+json">` that is closed. */
export function scriptsIn(html: string): string[] {
  const scripts: string[] = [];
  OPENING.lastIndex = 0;
  for (let tag = OPENING.exec(html); tag !== null; tag = OPENING.exec(html)) {
    const end = endOfTag(html, OPENING.lastIndex);
    if (end === -1) break;
    CLOSING.lastIndex = end + 1;
    const close = CLOSING.exec(html);
    // What is not closed is no script, and nor is one behind it.
    if (close === null) break;
    if (TYPE.test(html.slice(OPENING.lastIndex, end))) scripts.push(html.slice(end + 1, close.index));
    OPENING.lastIndex = CLOSING.lastIndex;
  }
  return scripts;
}

const OPENING = /<script(?=[\s/>])/gi;
const CLOSING = /<\/script(?=[\s/>])/gi;
const TYPE =
  /(?:^|[\s/])type\s*=\s*(?:"application\/ld\+json"|'application\/ld\+json'|application\/ld\+json(?![^\s/>]))/i;

/** Where the tag ends: at the first ">" outside of quotation marks; -1 where it does not. */
function endOfTag(html: string, from: number): number {
  let quotation = '';
  for (let at = from; at < html.length; at++) {
    const character = html[at] ?? '';
    if (quotation === '' && character === '>') return at;
    if (character === quotation) quotation = '';
    // A mark opens a value behind an equals sign only; elsewhere it is a letter of a name.
    else if (quotation === '' && (character === '"' || character === "'") && /=\s*$/.test(html.slice(at - 2, at))) {
      quotation = character;
    }
  }
  return -1;
}
