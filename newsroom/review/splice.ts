/** Splicing YAML: removes or sets one value, and leaves every other byte of the file as its editor wrote it. */
import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type Plain, printYaml, printYamlList } from '../print-yaml.ts';

/** Field names and list positions that lead to a value. */
export type Way = readonly (string | number)[];

/** Removes the field or list item, with its whole lines if it has its own, and its parent if that is then empty. */
export function removeAt(yaml: string, way: Way): string {
  const spot = findSpot(yaml, way);
  if (spot === null) return yaml;
  if (spot.parent.items.length === 1 && way.length > 1) return removeAt(yaml, way.slice(0, -1));
  return spot.parent.flow === true ? removeFromFlow(yaml, spot) : removeFromBlock(yaml, spot);
}

/** Sets the value of the field, or of a list item that is a word. Adds the field if it is missing. */
export function setAt(yaml: string, way: Way, value: Plain): string {
  const spot = findSpot(yaml, way);
  const name = way.at(-1);
  if (spot === null) return typeof name === 'string' ? addField(yaml, way.slice(0, -1), name, value) : yaml;
  const end = endOf(yaml, spot.parent, spot.index);
  if (isSeq(spot.parent) || spot.parent.flow === true) {
    const [start] = rangeOf(isSeq(spot.parent) ? spot.parent.items[spot.index] : spot.parent.items[spot.index]?.value);
    return replace(yaml, start, end, printInline(value));
  }
  const start = startOf(spot.parent, spot.index);
  return replace(yaml, start, end, printField(String(name), value, columnOf(yaml, start)));
}

/** Adds the values to the end of the list. */
export function appendAt(yaml: string, way: Way, values: readonly Plain[]): string {
  return values.reduce<string>((text, value) => appendOne(text, way, value), yaml);
}

/** Adds a field right after another one, which has a value of one line. */
export function addAfter(yaml: string, way: Way, name: string, value: Plain): string {
  const spot = findSpot(yaml, way);
  if (spot === null) return yaml;
  const end = endOf(yaml, spot.parent, spot.index);
  if (spot.parent.flow === true) return replace(yaml, end, end, `, ${name}: ${printInline(value)}`);
  const column = columnOf(yaml, startOf(spot.parent, spot.index));
  const lineEnd = lineEndAt(yaml, end);
  return replace(yaml, lineEnd, lineEnd, `\n${' '.repeat(column)}${printField(name, value, column)}`);
}

/** Renames the field. */
export function renameAt(yaml: string, way: Way, name: string): string {
  const spot = findSpot(yaml, way);
  if (spot === null || isSeq(spot.parent)) return yaml;
  const [start, end] = rangeOf(spot.parent.items[spot.index]?.key);
  return replace(yaml, start, end, name);
}

/** Replaces the field's value with the value of its inner field: `{ names: x, draft: y }` becomes `x`. */
export function unwrapAt(yaml: string, way: Way, inner: string): string {
  const outer = findSpot(yaml, way);
  const kept = findSpot(yaml, [...way, inner]);
  if (outer === null || kept === null || isSeq(outer.parent) || isSeq(kept.parent)) return yaml;
  const [, keyEnd] = rangeOf(outer.parent.items[outer.index]?.key);
  const value = kept.parent.items[kept.index]?.value;
  const [start] = rangeOf(value);
  const isBlock = isCollection(value) && value.flow !== true;
  // A block list keeps its lines and its indentation.
  const from = isBlock ? yaml.lastIndexOf('\n', start) : start;
  const words = yaml.slice(from, endOf(yaml, kept.parent, kept.index));
  return replace(yaml, keyEnd, endOf(yaml, outer.parent, outer.index), `:${isBlock ? '' : ' '}${words}`);
}

/** The lines of the value, without their common indentation. */
export function sourceAt(yaml: string, way: Way): string {
  const { start, end } = stretchOf(yaml, way);
  const indent = ' '.repeat(columnOf(yaml, start));
  return `${yaml.slice(start, end).replaceAll(`\n${indent}`, '\n')}\n`;
}

/** Replaces the lines of the value. */
export function replaceSource(yaml: string, way: Way, source: string): string {
  const { start, end } = stretchOf(yaml, way);
  const indent = ' '.repeat(columnOf(yaml, start));
  return replace(yaml, start, end, source.trimEnd().replace(/\n(?=[^\n])/g, `\n${indent}`));
}

/** The start and end of the value, without the comments and blank lines that follow it. */
export function stretchOf(yaml: string, way: Way): { start: number; end: number } {
  const spot = findSpot(yaml, way);
  if (spot === null) return { start: 0, end: yaml.trimEnd().length };
  const item = spot.parent.items[spot.index];
  const [start] = rangeOf(isSeq(spot.parent) ? item : spot.parent.items[spot.index]?.value);
  return { start, end: endOf(yaml, spot.parent, spot.index) };
}

interface Spot {
  readonly parent: YAMLMap | YAMLSeq;
  readonly index: number;
}

function findSpot(yaml: string, way: Way): Spot | null {
  const document = parseDocument(yaml, { prettyErrors: false, keepSourceTokens: true, logLevel: 'silent' });
  let node: unknown = document.contents;
  let spot: Spot | null = null;
  for (const step of way) {
    if (isMap(node)) {
      const index = node.items.findIndex(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (index === -1) return null;
      spot = { parent: node, index };
      node = node.items[index]?.value;
    } else if (isSeq(node)) {
      if (node.items[Number(step)] === undefined) return null;
      spot = { parent: node, index: Number(step) };
      node = node.items[Number(step)];
    } else return null;
  }
  return spot;
}

function rangeOf(node: unknown): [start: number, end: number] {
  const [start, end] = (isNode(node) ? node.range : null) ?? [0, 0];
  return [start, end];
}

/** The start of the field, or of the hyphen before a list item. */
function startOf(parent: YAMLMap | YAMLSeq, index: number): number {
  if (isMap(parent)) return rangeOf(parent.items[index]?.key)[0];
  const token = parent.srcToken;
  const marks = token?.type === 'block-seq' ? token.items[index]?.start : undefined;
  return marks?.find(({ type }) => type === 'seq-item-ind')?.offset ?? rangeOf(parent.items[index])[0];
}

/** The end of the value. The library includes comments and line breaks after a block; here they belong to what follows. */
function endOf(yaml: string, parent: YAMLMap | YAMLSeq, index: number): number {
  const item: unknown = parent.items[index];
  const value: unknown = isMap(parent) ? parent.items[index]?.value : item;
  if (isCollection(value) && value.flow !== true && value.items.length > 0 && (isMap(value) || isSeq(value))) {
    return endOf(yaml, value, value.items.length - 1);
  }
  const [, keyEnd] = isMap(parent) ? rangeOf((item as Pair).key) : [0, 0];
  let [, end] = rangeOf(value);
  if (end <= keyEnd) end = yaml.indexOf(':', keyEnd) + 1;
  while (/\s/.test(yaml[end - 1] ?? '')) end--;
  return end;
}

function removeFromFlow(yaml: string, { parent, index }: Spot): string {
  const isLast = index === parent.items.length - 1;
  return isLast
    ? replace(yaml, endOf(yaml, parent, index - 1), endOf(yaml, parent, index), '')
    : replace(yaml, startOf(parent, index), startOf(parent, index + 1), '');
}

function removeFromBlock(yaml: string, { parent, index }: Spot): string {
  const start = startOf(parent, index);
  const lineStart = yaml.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = lineEndAt(yaml, endOf(yaml, parent, index));
  if (yaml.slice(lineStart, start).trim() === '') return removeLines(yaml, lineStart, lineEnd + 1);
  // The first field after a list item's hyphen: the next field takes its place, unless a comment comes between.
  const next = startOf(parent, index + 1);
  if (yaml.slice(lineEnd, next).includes('#')) return yaml.slice(0, start).trimEnd() + yaml.slice(lineEnd);
  return replace(yaml, start, next, '');
}

/** Removes the lines, and the blank lines after them if there are blank lines before them too. */
function removeLines(yaml: string, from: number, to: number): string {
  const before = yaml.slice(0, from);
  const after = yaml.slice(to);
  if (after.trim() === '') return before.replace(/\n\s*$/, '\n');
  return /(^|\n[ \t]*\n|:[ \t]*\n)$/.test(before) ? before + after.replace(/^([ \t]*\n)+/, '') : before + after;
}

function addField(yaml: string, way: Way, name: string, value: Plain): string {
  const spot = findSpot(yaml, [...way, 'draft']) ?? lastFieldOf(yaml, way);
  if (spot === null && way.length > 0) return yaml;
  if (spot === null) return `${yaml.replace(/\n?$/, '\n')}${printField(name, value, 0)}\n`;
  const { parent, index } = spot;
  const end = endOf(yaml, parent, index);
  if (parent.flow === true) return replace(yaml, end, end, `, ${name}: ${printInline(value)}`);
  const start = startOf(parent, index);
  const column = columnOf(yaml, start);
  const indent = ' '.repeat(column);
  const key = isMap(parent) ? parent.items[index]?.key : null;
  if (isScalar(key) && key.value === 'draft') {
    return replace(yaml, start, start, `${printField(name, value, column)}\n${indent}`);
  }
  const lineEnd = lineEndAt(yaml, end);
  return replace(yaml, lineEnd, lineEnd, `\n${indent}${printField(name, value, column)}`);
}

function appendOne(yaml: string, way: Way, value: Plain): string {
  const spot = lastItemOf(yaml, way);
  if (spot === null) return yaml;
  const { parent, index } = spot;
  const end = endOf(yaml, parent, index);
  if (parent.flow === true) return replace(yaml, end, end, `, ${printInline(value)}`);
  const indent = ' '.repeat(columnOf(yaml, startOf(parent, index)));
  const lineEnd = lineEndAt(yaml, end);
  const printed = isFields(value) ? printYamlList([value]).trimEnd() : `- ${printInline(value)}`;
  return replace(yaml, lineEnd, lineEnd, `\n${indent}${printed.replaceAll('\n', `\n${indent}`)}`);
}

function isFields(value: Plain): value is { readonly [field: string]: Plain } {
  return typeof value === 'object' && !Array.isArray(value);
}

function lastItemOf(yaml: string, way: Way): Spot | null {
  for (let index = 0, last: Spot | null = null; ; index++) {
    const spot = findSpot(yaml, [...way, index]);
    if (spot === null || !isSeq(spot.parent)) return last;
    last = spot;
  }
}

function lastFieldOf(yaml: string, way: Way): Spot | null {
  const { contents } = parseDocument(yaml, { prettyErrors: false, keepSourceTokens: true, logLevel: 'silent' });
  const spot = findSpot(yaml, way);
  const item =
    spot === null
      ? contents
      : isSeq(spot.parent)
        ? spot.parent.items[spot.index]
        : spot.parent.items[spot.index]?.value;
  return isMap(item) ? { parent: item, index: item.items.length - 1 } : null;
}

function printField(name: string, value: Plain, column: number): string {
  return printYaml({ [name]: value })
    .trimEnd()
    .replaceAll('\n', `\n${' '.repeat(column)}`);
}

/** The value on one line; objects and lists as JSON, which YAML reads too. */
function printInline(value: Plain): string {
  return typeof value === 'object' ? JSON.stringify(value) : printField('x', value, 0).slice('x: '.length);
}

function columnOf(yaml: string, at: number): number {
  return at - (yaml.lastIndexOf('\n', at - 1) + 1);
}

function lineEndAt(yaml: string, at: number): number {
  const found = yaml.indexOf('\n', at);
  return found === -1 ? yaml.length : found;
}

function replace(text: string, start: number, end: number, words: string): string {
  return text.slice(0, start) + words + text.slice(end);
}
