/** JSON-LD 1.1 with its context inside, so that a reader has nothing to load. */
import { fromNode, isNode, type Node, toNodes } from './node.ts';
import type { ExportRecord } from './record.ts';
import { printContext, VOCABULARY } from './vocabulary.ts';

/** One document, in pieces. What an article says is the named graph inside the article's node. */
export function printJsonLd(records: readonly ExportRecord[]): string[] {
  const { entities, said } = toNodes(records);
  const graph = entities.map((node, index) => {
    const inner = said.get(String(node.id));
    const whole = inner === undefined ? node : { ...node, '@graph': inner };
    return `${index === 0 ? '' : ','}\n${JSON.stringify(whole, null, 1)}`;
  });
  return [`{"@context": ${JSON.stringify(printContext(), null, 1)},\n"@graph": [`, ...graph, '\n]}\n'];
}

/** Whether `printJsonLd` wrote the document: its context then names our own vocabulary. */
export function isOwnJsonLd(document: unknown): document is Node {
  const context = isNode(document) ? document['@context'] : null;
  return (
    isNode(context) && Object.values(context).some((term) => typeof term === 'string' && term.startsWith(VOCABULARY))
  );
}

/** The records of such a document, unchecked. */
export function readJsonLd(document: Node): unknown[] {
  const graph: unknown = document['@graph'];
  return (Array.isArray(graph) ? graph : [])
    .filter(isNode)
    .flatMap(({ '@graph': said, ...node }) => [
      fromNode(node),
      ...(Array.isArray(said) ? said : []).filter(isNode).map(fromNode),
    ]);
}
