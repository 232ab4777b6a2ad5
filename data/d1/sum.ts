/** Sum: a number that a row carries, by which a reader sees that it is as it was published. */

/** What a row holds, but for its sum. */
export interface Content {
  readonly kind: string;
  /** The slug, or the name of something long. */
  readonly name: string;
  /** The id of a thing, or the number of the part. */
  readonly number: number;
  /** How many parts there are. */
  readonly parts: number;
  /** The name of the row that follows, where rows follow each other; null where none does. */
  readonly next: string | null;
  readonly body: string;
}

/** The sum of a row. The edition is part of it, so that a row of another corpus is noticed too. */
export function sumOfRow(edition: string, { kind, name, number, parts, next, body }: Content): number {
  return sumOf([JSON.stringify([edition, kind, name, number, parts, next]), body]);
}

/** What is known of a corpus on a side, and what a reader needs of it. */
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
 * 53 bits of hash, which a JavaScript number holds: after cyrb53 (public domain), and made for accidents, not against
 * who means it. Changing one character always changes it. `crypto.subtle` would make a promise of every row; this takes
 * a millisecond for a million characters. Each half takes every other character, since of one half alone each
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
