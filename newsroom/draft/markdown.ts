/** Markdown: the words of a text without its marks, as CommonMark reads them. */
import { type Node, Parser } from 'commonmark';

/** The words of a text, and whether they begin with a heading of the first level. */
export interface Unmarked {
  readonly words: string;
  readonly isHeaded: boolean;
}

/** The text with a blank line between blocks, and a line for each item of a list. Images and comments are left out. */
export function readMarkdown(text: string): Unmarked {
  let words = '';
  let isHeaded = false;
  let last: Node | null = null;
  const counts = new Map<Node, number>();
  // Not recursive: blocks may be nested deeper than the stack allows.
  const walker = new Parser().parse(guarded(withoutTags(withoutHidden(text)))).walker();
  for (let step = walker.next(); step !== null; step = walker.next()) {
    const { node, entering } = step;
    const list = node.type === 'item' ? node.parent : null;
    if (list !== null && entering) counts.set(list, (counts.get(list) ?? -1) + 1);
    if (!entering || !LEAVES.has(node.type)) continue;
    const block = node.literal ?? joinLines(linesOf(node));
    if (node.isContainer) walker.resumeAt(node, false);
    if (block.trim() === '') continue;
    words += `${last === null ? '' : isInList(last, node) ? '\n' : '\n\n'}${numberOf(node, counts)}${block}`;
    if (last === null) isHeaded = node.type === 'heading' && node.level === 1;
    last = node;
  }
  return { words, isHeaded };
}

const LEAVES: ReadonlySet<string> = new Set(['paragraph', 'heading', 'code_block', 'html_block']);

/** Whether both are items of a list without blank lines. */
function isInList(one: Node, other: Node): boolean {
  const list = other.parent?.parent ?? null;
  return list !== null && one.parent?.parent === list && list.type === 'list' && list.listTight;
}

/** The number of the item that begins with the block: "1956. The mill burned" is a list for Markdown, too. */
function numberOf(block: Node, counts: ReadonlyMap<Node, number>): string {
  const list = block.parent?.firstChild === block ? block.parent.parent : null;
  if (list === null || list.type !== 'list' || list.listType !== 'ordered') return '';
  return `${list.listStart + (counts.get(list) ?? 0)}${list.listDelimiter === ')' ? ')' : '.'} `;
}

interface Line {
  text: string;
  /** Whether the author ended it, and not only the editor's program. */
  isHard: boolean;
}

/** The lines of a paragraph or a heading. */
function linesOf(block: Node): Line[] {
  const lines: Line[] = [{ text: '', isHard: true }];
  const walker = block.walker();
  for (let step = walker.next(); step !== null; step = walker.next()) {
    const { node, entering } = step;
    const line = lines.at(-1);
    if (!entering || line === undefined) continue;
    if (node.type === 'image') walker.resumeAt(node, false);
    else if (node.type === 'softbreak' || node.type === 'linebreak') {
      line.isHard = node.type === 'linebreak';
      lines.push({ text: '', isHard: true });
    } else if (node.type !== 'paragraph' && node.type !== 'heading') line.text += node.literal ?? '';
  }
  return lines;
}

/** Joins the lines of a wrapped paragraph. A short line, such as a headline or a byline, stays a line of its own. */
function joinLines(lines: readonly Line[]): string {
  return lines
    .map(({ text, isHard }, index) => {
      const next = lines[index + 1]?.text;
      if (next === undefined) return text;
      const isWrapped = !isHard && (text.length > LONGEST_OWN || /^\p{Ll}/u.test(next));
      return `${text}${isWrapped ? ' ' : '\n'}`;
    })
    .join('');
}

const LONGEST_OWN = 50;

/** The text without comments, scripts and styles. One that is not closed stays: what it hides might be the article. */
function withoutHidden(text: string): string {
  let kept = '';
  let at = 0;
  for (;;) {
    const opening = searchFrom(/<!--|<(script|style)(?=[\s>])/gi, text, at);
    const closing =
      opening === null
        ? null
        : searchFrom(opening[1] === undefined ? /-->/g : /<\/(?:script|style)\s*>/gi, text, opening.index);
    if (opening === null || closing === null) return kept + text.slice(at);
    kept += text.slice(at, opening.index);
    at = closing.index + closing[0].length;
  }
}

function searchFrom(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The text without tags: those that begin or end a block become blank lines, so that what they hold is Markdown. */
function withoutTags(text: string): string {
  return text.replace(/<\/?([a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>/gi, (_, name: string) =>
    name.toLowerCase() === 'br' ? '\\\n' : BLOCKS.test(name) ? '\n\n' : '',
  );
}

const BLOCKS = /^(?:p|div|h[1-6]|li|ul|ol|blockquote|figure|figcaption|section|article|header|footer|table|tr|hr)$/i;

/** Escapes the characters that only look like the beginning of a link or of a declaration. */
function guarded(text: string): string {
  // For each such beginning the parser reads the rest of its paragraph.
  return withoutOpenBrackets(text.replace(/<(?=[?!])/g, '\\<').replace(NO_LINK, ']\\('));
}

/** The text with brackets that nothing closes as plain characters, if there are so many: each link would look at them all. */
function withoutOpenBrackets(text: string): string {
  const open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/\\.|[[\]]/g)) {
    if (mark === '[') open.push(index);
    else if (mark === ']') open.pop();
  }
  if (open.length <= MOST_OPEN) return text;
  return open
    .map((at, number) => `\\${text.slice(at, open[number + 1])}`)
    .reduce((all, part) => all + part, text.slice(0, open[0]));
}

const MOST_OPEN = 100;

const DESTINATION = String.raw`<[^<>\n]{0,2000}>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,500}\)){0,2000}`;
const TITLE = String.raw`"[^"]{0,500}"|'[^']{0,500}'|\([^()]{0,500}\)`;
const NO_LINK = new RegExp(String.raw`\]\((?!\s{0,9}(?:${DESTINATION})(?:\s{1,9}(?:${TITLE}))?\s{0,9}\))`, 'g');
