/** Texts from outside as the corpus keeps them: verbatim but for white space and control characters. */

export interface NormalText {
  readonly text: string;
  /** The position in this text of a UTF-16 position in the given text. */
  readonly at: (position: number) => number;
}

/**
 * The text with single spaces between words, no space at the ends of lines, at most one blank line between two lines and
 * none at either end. Control characters and byte order marks are dropped; a lone surrogate becomes U+FFFD.
 */
export function normalize(given: string): NormalText {
  const whole = given.toWellFormed();
  const runs: Run[] = [];
  let text = '';
  let from = 0;
  for (const { 0: run, index } of whole.matchAll(RUN)) {
    text += whole.slice(from, index);
    from = index + run.length;
    const isEdge = index === 0 || from === whole.length;
    const shown = isEdge ? '' : spaceFor(run);
    if (shown !== run)
      runs.push({ start: index, end: from, newStart: text.length, newEnd: text.length + shown.length });
    text += shown;
  }
  text += whole.slice(from);
  let positions: Uint32Array | null = null;
  return {
    text,
    at(position) {
      positions ??= newPositions(whole.length, runs);
      return positions[Math.min(position, whole.length)] ?? text.length;
    },
  };
}

/** A run of white space and dropped characters, here and in the new text. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly newStart: number;
  readonly newEnd: number;
}

const RUN = /[\s\p{Cc}]+/gu;
const LINE_BREAK = /\r\n?|[\n\u0085\u2028\u2029]/g;

function spaceFor(run: string): string {
  if (run === ' ') return run;
  const breaks = run.match(LINE_BREAK)?.length ?? 0;
  if (breaks > 0) return breaks === 1 ? '\n' : '\n\n';
  // A byte order mark counts as white space in JavaScript, but parts no word.
  return /[^\S\ufeff]/.test(run) ? ' ' : '';
}

/** For each position in the given text, the position in the new one. */
function newPositions(length: number, runs: readonly Run[]): Uint32Array {
  const positions = new Uint32Array(length + 1);
  let from = 0;
  let moved = 0;
  for (const { start, end, newStart, newEnd } of runs) {
    for (let at = from; at < start; at++) positions[at] = at - moved;
    for (let at = start; at < end; at++) positions[at] = Math.min(newStart + at - start, newEnd);
    moved = end - newEnd;
    from = end;
  }
  for (let at = from; at <= length; at++) positions[at] = at - moved;
  return positions;
}
