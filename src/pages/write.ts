/**
 * Writes the tree of a page as text. Hono's own `toString` gives the same; it looks up each name of an element and of an
 * attribute several times, and copies the properties of each component.
 */
import type { Child } from 'hono/jsx';

/** An element, a component or a fragment of Hono. */
type Node = Exclude<Child, string | number | boolean | null | undefined | Promise<string> | readonly unknown[]>;

/** The same as `String(node)`. No component may be asynchronous. */
export function writeNode(node: Node): string {
  const { tag, props, children } = node;
  if (tag === '') return writeAll(children);
  if (typeof tag === 'function') return write(tag.call(null, props));
  // Inside these two, Hono knows some elements and attributes by other names.
  if (tag === 'head' || tag === 'svg') return String(node);
  let html = `<${tag}`;
  for (const name in props) {
    if (name !== 'children') html += writeAttribute(name, props[name]);
  }
  if (children.length === 0 && VOID.has(tag)) return `${html}/>`;
  return `${html}>${writeAll(children)}</${tag}>`;
}

function writeAll(children: readonly Child[]): string {
  let html = '';
  for (const child of children) html += write(child);
  return html;
}

function write(child: Child): string {
  if (typeof child === 'string') return escape(child);
  if (child === null || child === undefined || typeof child === 'boolean') return '';
  if (typeof child === 'number') return `${child}`;
  if (Array.isArray(child)) return writeAll(child);
  if (child instanceof Promise) throw new TypeError('A component of a page is asynchronous.');
  // What `raw` makes is a String, and escaped.
  return 'tag' in child ? writeNode(child) : String(child);
}

/** HTML 2.3.2 has boolean attributes; others are left out only if they are null. */
function writeAttribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return ` ${name}="${escape(value)}"`;
  if (typeof value === 'number') return ` ${name}="${value}"`;
  if (typeof value === 'boolean' && BOOLEAN.has(name)) return value ? ` ${name}=""` : '';
  return ` ${name}="${escape(String(value))}"`;
}

const VOID: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const BOOLEAN: ReadonlySet<string> = new Set(['autofocus', 'checked', 'disabled', 'hidden', 'multiple', 'open', 'readonly', 'required', 'reversed', 'selected']);

const SPECIAL = /[&<>'"]/;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' };

function escape(text: string): string {
  return SPECIAL.test(text) ? text.replaceAll(/[&<>'"]/g, (character) => ENTITIES[character] ?? character) : text;
}
