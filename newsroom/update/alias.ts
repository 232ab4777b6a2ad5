/** Aliases: written out where an item with one is going to be moved or edited by itself. */
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Plain } from '../print-yaml.ts';
import { valueAt } from '../review/reference.ts';
import { setAt, sourceAt, type Way } from '../review/splice.ts';

/** The YAML with every alias written out, if one of these parts has an alias or the value of one. */
export function writeOutAliases(yaml: string, parts: readonly Way[]): string {
  const isConcerned = parts.some((way) => /(^|[\s[{,])[&*][^\s,[\]{}]+/m.test(sourceAt(yaml, way)));
  if (!isConcerned) return yaml;
  const document = parseDocument(yaml, { schema: 'core', logLevel: 'silent' });
  const found = aliasesIn(document.contents, []);
  const value: unknown = document.toJS({ maxAliasCount: 1000 });
  const out = found.reduce((text, way) => setAt(text, way, valueAt(value, way) as Plain), yaml);
  // What no alias refers to any more needs no mark.
  return found.length === 0
    ? out
    : out.replaceAll(/(?<=[:-] )&[\w-]+(?: (?=\S)|(?=\n))/g, '').replaceAll(/: +\n/g, ':\n');
}

function aliasesIn(node: unknown, way: Way): Way[] {
  if (isAlias(node)) return [way];
  if (isSeq(node)) return node.items.flatMap((item, index) => aliasesIn(item, [...way, index]));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => (isScalar(key) ? aliasesIn(value, [...way, String(key.value)]) : []));
}
