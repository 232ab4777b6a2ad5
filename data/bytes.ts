/** Bytes: variable-length integers (LEB128), sorted lists by the gaps between their numbers, and small things as JSON. */

/** Bytes that grow as they are written. */
export class ByteWriter {
  #bytes = new Uint8Array(64);
  #length = 0;

  /** A whole number from 0 to 2^53 - 1: seven bits a byte, the lowest first. */
  varint(value: number): this {
    let rest = value;
    while (rest > 0x7f) {
      this.#byte((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    return this.#byte(rest);
  }

  /** Bytes as they are, without their length: the reader must know it. */
  raw(bytes: Uint8Array): this {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  /** The length of a text in UTF-8, then its bytes. */
  text(text: string): this {
    const bytes = ENCODER.encode(text);
    return this.varint(bytes.length).raw(bytes);
  }

  /** Numbers in rising order: their count, then each as the gap from the one before. */
  list(numbers: ArrayLike<number>): this {
    this.varint(numbers.length);
    let last = 0;
    for (let index = 0; index < numbers.length; index++) {
      const number = numbers[index] ?? 0;
      this.varint(number - last);
      last = number;
    }
    return this;
  }

  get length(): number {
    return this.#length;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  /** What was written so far, until more is written. */
  written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** What was written since the last time, so that one writer serves for many small runs of bytes. */
  take(): Uint8Array {
    const taken = this.finish();
    this.#length = 0;
    return taken;
  }

  #byte(value: number): this {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
    return this;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

/** All these bytes in one run. */
export function joinBytes(parts: Iterable<Uint8Array>): Uint8Array {
  const all = [...parts];
  const joined = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of all) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Reads what a `ByteWriter` wrote, in the same order. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get at(): number {
    return this.#at;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  varint(): number {
    const first = this.#bytes[this.#at++];
    // Most numbers are small: this early return makes records a third quicker to read.
    if (first !== undefined && first < 0x80) return first;
    this.#at--;
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new Error('The bytes end within a number.');
      if (byte < 0x80) return value + byte * scale;
      value += (byte & 0x7f) * scale;
      scale *= 0x80;
    }
  }

  raw(length: number): Uint8Array {
    const bytes = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return bytes;
  }

  text(): string {
    return DECODER.decode(this.raw(this.varint()));
  }

  list(): Uint32Array {
    const numbers = new Uint32Array(this.varint());
    let last = 0;
    for (let index = 0; index < numbers.length; index++) {
      last += this.varint();
      numbers[index] = last;
    }
    return numbers;
  }
}

/** A small thing as JSON. */
export function jsonBytes(value: unknown): Uint8Array {
  return ENCODER.encode(JSON.stringify(value));
}

export function readJson<T>(bytes: Uint8Array): T {
  return JSON.parse(DECODER.decode(bytes));
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/** Maps whole numbers of either sign to numbers without a sign; small ones stay small. */
export function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

export function unzigzag(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}
