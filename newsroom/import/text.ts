/** A text from outside as the corpus keeps it: verbatim, without control characters. */

export interface NormalText {
  readonly text: string;
  /** The position in this text of a UTF-16 position in the given text. */
  readonly at: (position: number) => number;
}

/** The text without control characters, with line feeds only, without blank lines at its start or white space at its end. */
export function normalize(given: string): NormalText {
  const whole = given.toWellFormed();
  const unified = whole.replace(DROPPED, (dropped) => (dropped.startsWith('\r') ? '\n' : ''));
  const start = /^(?:[^\S\n]*\n)*/.exec(unified)?.[0].length ?? 0;
  const text = unified.slice(start).trimEnd();
  let ends: Uint32Array | null = null;
  return {
    text,
    at(position) {
      ends ??= lengthsBefore(whole);
      return Math.min(text.length, Math.max(0, (ends[position] ?? unified.length) - start));
    },
  };
}

/** A byte order mark, each line break that is not a line feed, and control characters. */
const DROPPED = /^\ufeff|\r\n?|[^\P{Cc}\n\t]/gu;

/** For each position, the length of the text before it once dropped characters are removed. */
function lengthsBefore(text: string): Uint32Array {
  const lengths = new Uint32Array(text.length + 1);
  let dropped = 0;
  let from = 0;
  for (const { 0: one, index } of text.matchAll(DROPPED)) {
    for (let at = from; at <= index; at++) lengths[at] = at - dropped;
    // The pair becomes one line feed, which already counts between the two.
    if (one.length === 2) lengths[index + 1] = index + 1 - dropped;
    from = index + one.length;
    dropped += one === '\r' ? 0 : 1;
    lengths[from] = from - dropped;
  }
  for (let at = from; at <= text.length; at++) lengths[at] = at - dropped;
  return lengths;
}
