/** A text from outside in the form of the corpus: verbatim, but for its marks of machines. */

export interface NormalText {
  readonly text: string;
  /** Where a UTF-16 position of the text as it came lies now. */
  readonly at: (position: number) => number;
}

/** Without control characters, with line feeds alone, without blank lines before and white space behind. */
export function normalize(given: string): NormalText {
  const whole = given.toWellFormed();
  const unified = unify(whole);
  const start = /^(?:[^\S\n]*\n)*/.exec(unified)?.[0].length ?? 0;
  const text = unified.slice(start).trimEnd();
  return {
    text,
    at: (position) => Math.min(text.length, Math.max(0, unify(whole.slice(0, position)).length - start)),
  };
}

function unify(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');
}
