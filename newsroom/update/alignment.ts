/** Alignment: where the words of the old text are in the new one. It proposes, and decides nothing. */
import { compareTexts } from '../../data/compile/index.ts';
import type { Range } from '../draft/sentence.ts';

export interface Alignment {
  /** The range of the new text that has taken the place of this range of the old one; it may be empty. */
  move(range: Range): Range;
  /** The ranges of the new text that the old one does not have. */
  readonly added: readonly Range[];
}

interface Piece {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly old: Range;
  readonly now: Range;
}

export function align(before: string, after: string): Alignment {
  const pieces: Piece[] = [];
  let old = 0;
  let now = 0;
  for (const { added, removed, value } of compareTexts(before, after)) {
    const oldEnd = added ? old : old + value.length;
    const nowEnd = removed ? now : now + value.length;
    const kind = added ? 'added' : removed ? 'removed' : 'kept';
    pieces.push({ kind, old: { start: old, end: oldEnd }, now: { start: now, end: nowEnd } });
    [old, now] = [oldEnd, nowEnd];
  }

  const startOf = (at: number): number => {
    const piece = pieces.find(({ kind, old: range }) => kind !== 'added' && at >= range.start && at < range.end);
    if (piece === undefined) return now;
    return piece.kind === 'kept' ? piece.now.start + at - piece.old.start : piece.now.start;
  };
  const endOf = (at: number): number => {
    const index = pieces.findIndex(({ kind, old: range }) => kind !== 'added' && at > range.start && at <= range.end);
    const piece = pieces[index];
    if (piece === undefined) return 0;
    if (piece.kind === 'kept') return piece.now.start + at - piece.old.start;
    // What stands instead of removed words follows them.
    const next = pieces[index + 1];
    return next?.kind === 'added' ? next.now.end : piece.now.end;
  };
  return {
    move({ start, end }) {
      const from = startOf(start);
      return { start: from, end: Math.max(from, endOf(end)) };
    },
    added: pieces.filter(({ kind }) => kind === 'added').map(({ now: range }) => range),
  };
}
