/** Sum: a number in each row, with which a reader checks that the row is as published. */

/** The content of a row without its sum. */
export interface Content {
  readonly kind: string;
  /** The slug, or the name of something long. */
  readonly name: string;
  /** The id of a thing, or the number of the part. */
  readonly number: number;
  /** The number of parts. */
  readonly parts: number;
  /** The name of the next row, if rows are chained; null for the last, and for other rows. */
  readonly next: string | null;
  readonly body: string;
}

/** The sum of a row. It includes the edition, so that a row of another corpus is noticed too. */
export function sumOfRow(edition: string, { kind, name, number, parts, next, body }: Content): number {
  return sumOf([JSON.stringify([edition, kind, name, number, parts, next]), body]);
}

/** What is stored about the corpus on a side and readers need. */
export interface KnownOfSide {
  readonly name: string;
  readonly edition: string;
  readonly layout: number;
  readonly version: string;
  /** JSON of a `CorpusSummary`. */
  readonly summary: string;
}

export function sumOfSide({ name, edition, layout, version, summary }: KnownOfSide): number {
  return sumOf([JSON.stringify([name, edition, layout, version]), summary]);
}

/**
 * A hash of 53 bits, which a JavaScript number holds, after cyrb53 (public domain). It protects against accidents, not
 * against attacks. Changing one character always changes it. `crypto.subtle` would need a promise for every row; this
 * takes a millisecond for a million characters. Each half takes every other character, since in a single one each
 * multiplication would wait for the one before.
 */
export function sumOf(texts: readonly string[]): number {
  let even = 0xdeadbeef;
  let odd = 0x41c6ce57;
  for (const text of texts) {
    const last = text.length - 1;
    for (let index = 0; index < last; index += 2) {
      even = Math.imul(even ^ text.charCodeAt(index), 0x9e3779b1);
      odd = Math.imul(odd ^ text.charCodeAt(index + 1), 0x5f356495);
    }
    if (last % 2 === 0) even = Math.imul(even ^ text.charCodeAt(last), 0x9e3779b1);
  }
  even = Math.imul(even ^ (even >>> 16), 0x85ebca6b) ^ Math.imul(odd ^ (odd >>> 13), 0xc2b2ae35);
  odd = Math.imul(odd ^ (odd >>> 16), 0x85ebca6b) ^ Math.imul(even ^ (even >>> 13), 0xc2b2ae35);
  return 2 ** 32 * (odd & 0x1fffff) + (even >>> 0);
}
