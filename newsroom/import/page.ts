/** The JSON-LD scripts of an HTML page, found in one pass even if tags are malformed. */

/** The content of each `<script type="application/ld+json">` that is closed. */
export function scriptsIn(html: string): string[] {
  const scripts: string[] = [];
  OPENING.lastIndex = 0;
  for (let tag = OPENING.exec(html); tag !== null; tag = OPENING.exec(html)) {
    const end = endOfTag(html, OPENING.lastIndex);
    if (end === -1) break;
    CLOSING.lastIndex = end + 1;
    const close = CLOSING.exec(html);
    // Without a closing tag, neither this nor anything after it is a script.
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

/** The position of the first ">" outside quotation marks, which ends the tag; -1 if there is none. */
function endOfTag(html: string, from: number): number {
  let quotation = '';
  for (let at = from; at < html.length; at++) {
    const character = html[at] ?? '';
    if (quotation === '' && character === '>') return at;
    if (character === quotation) quotation = '';
    // A quotation mark opens a value only after an equals sign; elsewhere it is part of a name.
    else if (quotation === '' && (character === '"' || character === "'") && /=\s*$/.test(html.slice(at - 2, at))) {
      quotation = character;
    }
  }
  return -1;
}
