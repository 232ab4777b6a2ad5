/**
 * Writes the elements of a page. Hono's own `toString` gives the same text and takes a third more CPU, components and
 * encoding included: it looks up the names of elements and attributes several times, copies the properties of every
 * component, and can wait for components.
 */
import type { Child, JSXNode } from 'hono/jsx';
import { withoutDirections } from './wording.ts';

/** The same as `String(element)`, for the elements and attributes that our pages use. */
export function writeElement(element: Child): string {
  if (typeof element === 'string') return escaped(element);
  if (element === null || element === undefined || typeof element === 'boolean') return '';
  if (typeof element === 'number') return `${element}`;
  if (Array.isArray(element)) return writeAll(element);
  if (element instanceof Promise) throw new TypeError(ASYNCHRONOUS);
  // What `raw` makes is a String, and escaped.
  return 'tag' in element ? writeNode(element) : String(element);
}

const ASYNCHRONOUS =
  'A component of a page returned a promise. Pages are written at once: select the data in the operation and pass it in.';

/** An element, a component or a fragment. */
function writeNode(node: JSXNode): string {
  const { tag, props, children } = node;
  if (tag === '') return writeAll(children);
  if (typeof tag === 'function') return writeElement(tag.call(null, props));
  // What is in a head means something else to Hono than elsewhere, and it wraps that.
  if (tag === 'head') return String(node);
  let html = `<${tag}`;
  for (const name in props) {
    if (name !== 'children') html += writeAttribute(name, props[name]);
  }
  if (children.length === 0 && VOID.has(tag)) return `${html}/>`;
  // The end of the element would close what a name leaves open, instead of the element.
  if (tag === 'bdi') return `${html}>${withoutDirections(writeAll(children))}</bdi>`;
  // It wraps the children of a drawing too, for names such as `strokeWidth`; pages write SVG's own names.
  return `${html}>${tag === 'svg' ? writeElement(props.children) : writeAll(children)}</${tag}>`;
}

function writeAll(children: readonly Child[]): string {
  let html = '';
  for (const child of children) html += writeElement(child);
  return html;
}

/** A boolean attribute is there or not (HTML, 2.3.2); any other is left out only if it has no value. */
function writeAttribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return ` ${name}="${escaped(value)}"`;
  if (typeof value === 'number') return ` ${name}="${value}"`;
  if (typeof value === 'boolean' && BOOLEAN.has(name)) return value ? ` ${name}=""` : '';
  if (typeof value === 'object' || typeof value === 'function') throw new TypeError(`Attribute ${name} is no text.`);
  return ` ${name}="${escaped(String(value))}"`;
}

const VOID: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
/** Those that pages have. */
const BOOLEAN: ReadonlySet<string> = new Set([
  'autofocus',
  'checked',
  'disabled',
  'hidden',
  'multiple',
  'open',
  'readonly',
  'required',
  'reversed',
  'selected',
]);

const SPECIAL = /[&<>'"]/;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replaceAll(/[&<>'"]/g, (character) => ENTITIES[character] ?? character) : text;
}
