/** The numbered notes beside an article: each thing said and each report of an event, in the order of the text. */
import type { Article, Place, ReportedInArticle, SaidInArticle, Segment } from './answer.ts';

export type Note = {
  /** From 1. */
  readonly number: number;
  readonly places: readonly Place[];
} & (
  | { readonly kind: 'said'; readonly of: SaidInArticle; readonly as: SaidInArticle['quotes']['nodes'][number] }
  | {
      readonly kind: 'event';
      readonly of: ReportedInArticle;
      readonly as: ReportedInArticle['reports']['nodes'][number];
    }
);

/** The notes of one kind. */
export type NoteOf<Kind extends Note['kind']> = Extract<Note, { readonly kind: Kind }>;

/**
 * The most notes that light up together with their words, because a style sheet has a rule for each: as many as
 * `src/operations/article-page.graphql` can have.
 */
export const MOST_LIGHTS = 260;

export function notesOf({ statements, events }: Article): readonly Note[] {
  const said = statements.nodes.flatMap((of) =>
    of.quotes.nodes.map((as) => ({ kind: 'said' as const, of, as, places: as.content })),
  );
  const reported = events.nodes.flatMap((of) =>
    of.reports.nodes.map((as) => ({ kind: 'event' as const, of, as, places: as.evidence })),
  );
  return [...said, ...reported]
    .toSorted((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))
    .map((note, at) => ({ ...note, number: at + 1 }));
}

function startOf({ places }: Pick<Note, 'places'>): number {
  return Math.min(...places.map(({ start }) => start));
}

function endOf({ places }: Pick<Note, 'places'>): number {
  return Math.max(...places.map(({ end }) => end));
}

/** A piece of the text under the notes whose words it belongs to, the longest first. */
export interface Piece {
  readonly text: string;
  readonly notes: readonly Note[];
  /** The notes whose words end with this piece. */
  readonly ending: readonly Note[];
  /** The notes whose words begin with it. */
  readonly beginning: readonly Note[];
}

export interface Block {
  readonly number: number;
  readonly pieces: readonly Piece[];
  /** The notes whose words begin in this paragraph. */
  readonly notes: readonly Note[];
}

/** The paragraphs of the text, cut where a note's words begin and end. */
export function blocksOf(segments: readonly Segment[], notes: readonly Note[]): readonly Block[] {
  const byPlace = new Map<string, Note[]>();
  for (const note of notes) {
    for (const place of note.places) {
      const key = keyOf(note.of.slug, place);
      byPlace.set(key, [...(byPlace.get(key) ?? []), note]);
    }
  }
  const blocks = new Map<number, Piece[]>();
  for (const { text, paragraph, start, end, marks } of segments) {
    // What separates paragraphs; a space between two marked sentences is text.
    if (/^\s*\n\s*$/.test(text) && marks.length === 0) continue;
    const over = marks.flatMap((mark) =>
      (byPlace.get(keyOf(mark.target.slug, mark)) ?? []).map((note) => ({ note, mark })),
    );
    over.sort((a, b) => a.mark.start - b.mark.start || b.mark.end - a.mark.end || a.note.number - b.note.number);
    const piece = {
      text,
      notes: over.map(({ note }) => note),
      beginning: over.filter(({ note }) => startOf(note) === start).map(({ note }) => note),
      ending: over.filter(({ note }) => endOf(note) === end).map(({ note }) => note),
    };
    const block = blocks.get(paragraph);
    if (block) block.push(piece);
    else blocks.set(paragraph, [piece]);
  }
  return [...blocks].map(([number, pieces]) => ({
    number,
    pieces,
    notes: pieces.flatMap(({ beginning }) => beginning),
  }));
}

function keyOf(slug: string, { start, end }: Place): string {
  return `${slug} ${start} ${end}`;
}
