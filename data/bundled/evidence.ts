/** Evidence of a bundle: its words are cut out of the bytes of the article's text when they are asked for. */
import type { Evidence, Slug } from '../model.ts';
import { CONTEXT_LENGTH } from '../text.ts';
import type { StoredEvidence } from './value.ts';

/** What evidence needs of the bundle. */
export interface Texts {
  readonly slugOf: (articleNumber: number) => Slug;
  readonly bytesOf: (articleNumber: number) => Uint8Array;
}

/** A code point has at most four bytes in UTF-8, so this many hold enough of them. */
const CONTEXT_BYTES = 4 * CONTEXT_LENGTH;
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

export class BundledEvidence implements Evidence {
  readonly type = 'Evidence';
  readonly start: number;
  readonly end: number;
  readonly utf16Start: number;
  readonly utf16End: number;
  readonly paragraph: number;
  readonly #stored: StoredEvidence;
  readonly #texts: Texts;

  constructor(stored: StoredEvidence, texts: Texts) {
    this.start = stored.start;
    this.end = stored.end;
    this.utf16Start = stored.utf16Start;
    this.utf16End = stored.utf16End;
    this.paragraph = stored.paragraph;
    this.#stored = stored;
    this.#texts = texts;
  }

  get article(): Slug {
    return this.#texts.slugOf(this.#stored.articleNumber);
  }

  get exact(): string {
    return DECODER.decode(this.#bytes.subarray(this.#stored.byteStart, this.#stored.byteEnd));
  }

  get prefix(): string {
    const end = this.#stored.byteStart;
    const before = DECODER.decode(this.#bytes.subarray(this.#characterStart(end - CONTEXT_BYTES), end));
    const characters = [...before];
    return characters.slice(Math.max(0, characters.length - CONTEXT_LENGTH)).join('');
  }

  get suffix(): string {
    const start = this.#stored.byteEnd;
    // A character broken at the end of the window lies behind the last one that is wanted.
    const behind = DECODER.decode(this.#bytes.subarray(start, start + CONTEXT_BYTES));
    return [...behind].slice(0, CONTEXT_LENGTH).join('');
  }

  get #bytes(): Uint8Array {
    return this.#texts.bytesOf(this.#stored.articleNumber);
  }

  /** The next byte that begins a character. */
  #characterStart(at: number): number {
    let start = Math.max(0, at);
    while (((this.#bytes[start] ?? 0) & 0xc0) === 0x80) start++;
    return start;
  }
}
