/** A text from outside in the form of the corpus: verbatim, but for its marks of machines. */

export interface NormalText {
  readonly text: string;
  /** Where a UTF-16 position of the text as it came lies now. */
  readonly at: (position: number) => number;
}

/** Without control characters, with line feeds alone, without blank lines before and white space behind. */
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

/** For each position, how much is left of what stands before it: counted once for all. */
function lengthsBefore(text: string): Uint32Array {
  const lengths = new Uint32Array(text.length + 1);
  let dropped = 0;
  let from = 0;
  for (const { 0: one, index } of text.matchAll(DROPPED)) {
    for (let at = from; at <= index; at++) lengths[at] = at - dropped;
    // Behind a carriage return alone its line feed is there already.
    if (one.length === 2) lengths[index + 1] = index + 1 - dropped;
    from = index + one.length;
    dropped += one === '\r' ? 0 : 1;
    lengths[from] = from - dropped;
  }
  for (let at = from; at <= text.length; at++) lengths[at] = at - dropped;
  return lengths;
}
