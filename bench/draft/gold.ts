/** Gold: texts that people marked, from a file of JSON lines. */
import { readFileSync } from 'node:fs';

/** A text and the marks of people in it; positions are in UTF-16 units. */
export interface MarkedText {
  readonly id: string;
  /** The date of publication, as EDTF; null if it is unknown. */
  readonly date: string | null;
  readonly text: string;
  readonly quotes: readonly MarkedQuote[];
  readonly dates: readonly { readonly span: Span; readonly edtf: string | null }[];
  readonly entities: readonly { readonly span: Span; readonly type: string; readonly named: boolean }[];
  /** The words that tell of each event; null if nobody marked events. */
  readonly events: readonly { readonly span: Span; readonly kind: string }[] | null;
}

export type Span = readonly [start: number, end: number];

export interface MarkedQuote {
  readonly content: readonly Span[];
  /** Empty where people marked no source. */
  readonly source: readonly Span[];
  readonly kind: 'direct' | 'mixed' | 'indirect';
  /** Whether it has a verb of saying. Without one it is not speech, and counts neither way. */
  readonly speechCue: boolean;
}

/** Reads a file with one marked text per line; a text without marks of a kind has none of them. */
export function readMarked(file: string): MarkedText[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => marked(JSON.parse(line)));
}

type Line = Pick<MarkedText, 'id' | 'text'> & {
  readonly date?: string | null;
  readonly quotes?: readonly (Omit<MarkedQuote, 'source'> & { readonly source?: readonly Span[] | null })[] | null;
  readonly dates?: MarkedText['dates'] | null;
  readonly entities?: MarkedText['entities'] | null;
  readonly events?: MarkedText['events'];
};

function marked({ id, text, date, quotes, dates, entities, events }: Line): MarkedText {
  return {
    id,
    text,
    date: date ?? null,
    quotes: (quotes ?? []).map((quote) => ({ ...quote, source: quote.source ?? [] })),
    dates: dates ?? [],
    entities: entities ?? [],
    events: events ?? null,
  };
}
