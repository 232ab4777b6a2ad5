/** The text of an article in a bundle: each part is decoded once, when first needed. */
import type { ArticleText, EntityType, Mark, Slug, Span } from '../model.ts';
import { unpackMarks, unpackParagraphs } from './marks.ts';

/** `slugOf` gives the slug of the thing with a type and number, for the targets of the marks. */
export class BundledText implements ArticleText {
  readonly of: Slug;
  readonly #text: Uint8Array;
  readonly #marks: Uint8Array;
  readonly #slugOf: (type: EntityType, number: number) => Slug;
  #decoded: string | null = null;
  #paragraphs: readonly Span[] | null = null;
  #unpackedMarks: readonly Mark[] | null = null;

  constructor(of: Slug, text: Uint8Array, marks: Uint8Array, slugOf: (type: EntityType, number: number) => Slug) {
    this.of = of;
    this.#text = text;
    this.#marks = marks;
    this.#slugOf = slugOf;
  }

  get text(): string {
    this.#decoded ??= DECODER.decode(this.#text);
    return this.#decoded;
  }

  get paragraphs(): readonly Span[] {
    this.#paragraphs ??= unpackParagraphs(this.#marks);
    return this.#paragraphs;
  }

  /** Unpacked separately, because each mark reads the record of its target, and a snippet needs no marks. */
  get marks(): readonly Mark[] {
    this.#unpackedMarks ??= unpackMarks(this.#marks, this.#slugOf);
    return this.#unpackedMarks;
  }
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
