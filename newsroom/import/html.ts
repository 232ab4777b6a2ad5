/** HTML: the JSON-LD scripts of a page, and the words of a text that a publisher gives with tags or character references. */
import { Parser } from 'htmlparser2';

/** The content of each `<script type="application/ld+json">` that is closed. */
export function scriptsIn(html: string): string[] {
  const scripts: string[] = [];
  let open: string | null = null;
  new Parser({
    onopentag(name, { type = '' }) {
      open = name === 'script' && JSON_LD.test(type) ? '' : null;
    },
    ontext(text) {
      if (open !== null) open += text;
    },
    onclosetag(_, isImplied) {
      if (open !== null && !isImplied) scripts.push(open);
      open = null;
    },
  }).end(html);
  return scripts;
}

const JSON_LD = /^\s*application\/ld\+json\s*(?:;|$)/i;

/**
 * The text without tags, with the characters that are meant by `&ldquo;`, `&#8217;` and the like. Each block of HTML is a
 * paragraph. Markup that is escaped once more (`&lt;p&gt;`, `&amp;nbsp;`) is read too, as many publishers send that.
 */
export function plainText(given: string): string {
  if (!/[&<]/.test(given)) return given;
  const text = isHtml(given) ? given : withoutReferences(given);
  return withoutReferences(isHtml(text) ? withoutTags(text) : text);
}

/** An end tag, or a tag that has none: an address between angle brackets is text. */
function isHtml(text: string): boolean {
  return /<\/[a-z][a-z0-9]*\s*>|<(?:br|hr|img|p)(?=[\s/>])|<!--/i.test(text);
}

/** Without the parser's leniency: it would also read a reference that has no semicolon, as in "?page=1&copy=2". */
function withoutReferences(text: string): string {
  return text.includes('&') ? withoutTags(text.replace(/&(?!#?\w+;)/g, '&amp;').replaceAll('<', '&lt;')) : text;
}

function withoutTags(html: string): string {
  const isInBlocks = HAS_BLOCK.test(html);
  const parts: string[] = [];
  let hidden = 0;
  const part = (name: string) => {
    if (BLOCK.test(name)) parts.push('\n\n');
    else if (name === 'td' || name === 'th') parts.push(' ');
  };
  new Parser({
    onopentag(name) {
      if (HIDDEN.test(name)) hidden++;
      else if (name === 'br') parts.push('\n');
      else part(name);
    },
    ontext(text) {
      if (hidden > 0) return;
      // In HTML a line break is a space, but a blank line is left by those who put tags into plain text.
      parts.push(isInBlocks ? text.replace(/[^\S\n]*\n\s*/g, (run) => (BLANK_LINE.test(run) ? '\n\n' : ' ')) : text);
    },
    onclosetag(name) {
      if (HIDDEN.test(name)) hidden--;
      else part(name);
    },
  }).end(html);
  return parts.join('');
}

const BLANK_LINE = /\n[^\S\n]*\n/;
const BLOCK_NAME =
  'address|article|aside|blockquote|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|table|tr|ul';
const BLOCK = new RegExp(`^(?:${BLOCK_NAME})$`);
const HAS_BLOCK = new RegExp(`<(?:br|${BLOCK_NAME})(?=[\\s/>])`, 'i');
/** Elements whose content is no text of the page. */
const HIDDEN = /^(?:iframe|script|style|svg|template|title)$/;
