/** Gold: texts that people marked, from a file of JSON lines. */
import { readFileSync } from 'node:fs';

/** A text and what people marked in it; positions are UTF-16 units. */
export interface MarkedText {
  readonly id: string;
  /** Of publication, as EDTF; null where nobody knows. */
  readonly date: string | null;
  readonly text: string;
  readonly quotes: readonly MarkedQuote[];
  readonly dates: readonly { readonly span: Span; readonly edtf: string | null }[];
  readonly entities: readonly { readonly span: Span; readonly type: string; readonly named: boolean }[];
}

export type Span = readonly [start: number, end: number];

export interface MarkedQuote {
  readonly content: readonly Span[];
  readonly source: readonly Span[];
  readonly kind: 'direct' | 'mixed' | 'indirect';
  /** Whether a verb of saying gives it; else it is no speech, and neither wanted nor wrong. */
  readonly speechCue: boolean;
}

/** Reads a file with a marked text a line. */
export function readMarked(file: string): MarkedText[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line): MarkedText => JSON.parse(line));
}
