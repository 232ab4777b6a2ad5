/** The mentions that have to be written: the compiler adds those that speakers and participants imply. */
import type { ExportRecord, Words } from '../export/record.ts';

/** For each thing that one article names, the words that name it and that nothing else implies. */
export function mentionsToWrite(said: readonly ExportRecord[]): Map<string, Words[]> {
  const mentions = said.filter((record) => record.type === 'Mention');
  const implied = Map.groupBy(said.flatMap(impliedBy), ({ agent }) => agent);
  const written = new Map<string, Words[]>();
  for (const [slug, all] of Map.groupBy(mentions, ({ of }) => of)) {
    const spans = all.map(({ evidence }) => evidence);
    const others = (implied.get(slug) ?? []).map(({ evidence }) => evidence);
    const words = spans.filter((span) => !isImplied(span, spans, others));
    if (words.length > 0) written.set(slug, words);
  }
  return written;
}

interface Implied {
  readonly agent: string;
  readonly evidence: Words;
}

function impliedBy(record: ExportRecord): Implied[] {
  if (record.type === 'Quote') return [...record.speakers, ...record.addressees];
  if (record.type !== 'EventReport') return [];
  const own = record.participants.filter(
    ({ evidence }) => JSON.stringify(evidence) !== JSON.stringify(record.evidence),
  );
  return own.flatMap(({ agent, evidence }) => evidence.map((one) => ({ agent, evidence: one })));
}

/**
 * Whether a record implies the mention. A name inside longer words that name a speaker is not implied: if it were left
 * out, the compiler would take the longer words as the mention.
 */
function isImplied(span: Words, mentions: readonly Words[], implied: readonly Words[]): boolean {
  if (!implied.some((other) => isSame(other, span))) return false;
  return !implied.some((other) => meet(other, span) && !mentions.some((mention) => isSame(mention, other)));
}

function isSame(a: Words, b: Words): boolean {
  return a.start === b.start && a.end === b.end;
}

function meet(a: Words, b: Words): boolean {
  return a.start < b.end && b.start < a.end;
}
