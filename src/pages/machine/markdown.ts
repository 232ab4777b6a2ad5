/**
 * A page as Markdown (CommonMark 0.31, with the tables of GitHub), for programs that read text: the content of `main`,
 * without what is for eyes and hands only.
 */

/** Elements that are left out with everything in them. */
const SKIPPED = /^(?:svg|form|script|style|template)$/;
/** What has no meaning without eyes or hands: drawings, and boxes to tick. */
const HANDS = /aria-hidden="true"|class="(?:facets|narrow)"/;
const VOID = /^(?:br|hr|img|input|meta|link|wbr)$/;
const INLINE = /^(?:a|abbr|b|bdi|bdo|cite|code|del|em|i|ins|mark|q|s|small|span|strong|sub|sup|time|u)$/;

/** An element that is not closed yet, and what is written of it so far. */
interface Open {
  readonly tag: string;
  readonly attributes: string;
  readonly isSkipped: boolean;
  /** Whether its text is code, which nothing is escaped in. */
  readonly isCode: boolean;
  text: string;
  /** Its items or cells so far. */
  count: number;
}

/** @param html a page that this site wrote, so that it is well formed: each element is closed and each `<` escaped. */
export function toMarkdown(html: string): string {
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? html;
  const root: Open = { tag: 'main', attributes: '', isSkipped: false, isCode: false, text: '', count: 0 };
  const open = [root];
  for (const [, end, tag, attributes = '', text = ''] of main.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g)) {
    const inner = open.at(-1) ?? root;
    if (tag === undefined) append(inner, inner.isCode ? decoded(text) : escaped(decoded(text)));
    else if (end !== '') {
      open.pop();
      const outer = open.at(-1) ?? root;
      if (!inner.isSkipped) append(outer, written(inner, outer));
    } else if (VOID.test(tag) || attributes.endsWith('/')) {
      if (tag === 'br') append(inner, '\\\n');
    } else {
      const isSkipped = inner.isSkipped || SKIPPED.test(tag) || HANDS.test(attributes);
      const isCode = inner.isCode || tag === 'code' || tag === 'pre';
      open.push({ tag, attributes, isSkipped, isCode, text: '', count: 0 });
    }
  }
  return `${root.text
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** A block never begins with a space, nor does a line: four of them would make it code. */
function append(into: Open, text: string): void {
  if (text.startsWith('\n')) into.text = into.text.trimEnd() + text;
  else if (into.isCode) into.text += text;
  else into.text += /\s$/.test(into.text) || (into.text === '' && !INLINE.test(into.tag)) ? text.trimStart() : text;
}

function written(element: Open, outer: Open): string {
  const { tag, attributes, text } = element;
  const content = text.trim();
  if (content === '') return '';
  if (/^h[1-6]$/.test(tag)) return `\n\n${'#'.repeat(Number(tag[1]))} ${content}\n\n`;
  switch (tag) {
    case 'a':
      return link(content, decoded(/ href="([^"]*)"/.exec(attributes)?.[1] ?? ''), outer);
    case 'mark':
    case 'strong':
    case 'b':
      return text.replace(content, () => `**${content}**`);
    case 'del':
      return text.replace(content, () => `~~${content}~~`);
    // Markdown has no mark of its own for what was added.
    case 'ins':
      return text.replace(content, () => `<ins>${content}</ins>`);
    case 'em':
    case 'i':
    case 'cite':
      return text.replace(content, () => `*${content}*`);
    case 'code':
      return outer.isCode ? text : fenced(content, 1, '');
    case 'pre':
      return `\n\n${fenced(text.replace(/\n$/, ''), 3, '\n')}\n\n`;
    case 'blockquote':
      return `\n\n${content.replaceAll(/^/gm, '> ')}\n\n`;
    case 'li':
      outer.count += 1;
      return item(outer.tag === 'ol' ? `${/ value="(\d+)"/.exec(attributes)?.[1] ?? outer.count}.` : '-', content);
    case 'dt':
      return `\n\n**${content}**\n\n`;
    case 'dd':
      return item('-', content);
    case 'td':
    case 'th':
      outer.count += 1;
      return `| ${content.replaceAll(/\s+/g, ' ')} `;
    case 'tr':
      outer.count = element.count;
      return `\n${content} |\n`;
    case 'thead':
      return `\n${content}\n${'| --- '.repeat(element.count)}|\n`;
    case 'tbody':
      return `\n${content}\n`;
    case 'span':
      return spanned(element, outer);
    default:
      return INLINE.test(tag) ? text : `\n\n${content}\n\n`;
  }
}

/**
 * Where a style sheet separates parts, Markdown gets a dash or a dot. The classes are those of `reader/parts.tsx` and
 * `reader/quotation.tsx`.
 */
function spanned({ attributes, text }: Open, outer: Open): string {
  const content = text.trim();
  const isFirst = /(?:^|\n)\s*$/.test(outer.text);
  if (outer.attributes.includes('class="credits"')) return isFirst ? content : ` · ${content}`;
  if (attributes.includes('class="credits"')) return isFirst ? content : ` – ${content}`;
  return /class="(?:speaker|source|note|count)"/.test(attributes) ? ` ${content}` : text;
}

/**
 * The number of a note stands in brackets, and not at all where its list has it. An address with a whole query in it is
 * for a browser.
 */
function link(content: string, address: string, outer: Open): string {
  if (address.startsWith('/graphql?')) return '';
  if (address.startsWith('#')) return outer.tag === 'li' ? '' : `\\[${content}\\]`;
  const destination = address.replaceAll(/[<>\\\s]/g, encodeURIComponent).replaceAll(/&(?=#?\w+;)/g, '\\&');
  return `[${content}](${/[()]/.test(destination) ? `<${destination}>` : destination})`;
}

function item(marker: string, content: string): string {
  return `\n${marker} ${content.replaceAll('\n', `\n${' '.repeat(marker.length + 1)}`)}\n`;
}

/** Code between more backticks than it has in a row. */
function fenced(code: string, least: number, edge: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest >= least ? longest + 1 : least);
  const space = edge === '' && longest > 0 ? ' ' : edge;
  return fence + space + code + space + fence;
}

/**
 * A text that stays text: what begins emphasis, links, code, elements, entities and cells anywhere, and what begins a
 * list or underlines a heading at its start. An exclamation mark at the end would make a link an image.
 */
function escaped(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]<>&#~|]/g, '\\$&')
    .replace(/^( ?\d*)([-+=.)])/, '$1\\$2')
    .replace(/!$/, '\\!');
}

/** The entities that Hono writes. */
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

function decoded(html: string): string {
  return html.replaceAll(/&(lt|gt|quot|#39|amp);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
