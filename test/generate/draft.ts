/** A text while it is written, and the quotes that point into it once it is done. */
import type { Anchor, Anchors } from '../../data/compile/authored-part.ts';
import type { Language } from './language.ts';

/** A stretch of the text, in UTF-16 units, half open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Draft {
  /** UTF-16 units so far. */
  readonly length: () => number;
  readonly text: () => string;
  /** Appends exactly this. */
  readonly write: (words: string) => Span;
  /** Appends a word or name, after a space if it needs one; the span excludes the space. */
  readonly word: (words: string) => Span;
  /** Appends the space that the next word needs, if any. */
  readonly space: () => void;
  /** The next word begins with a capital. */
  readonly capitalize: () => void;
}

/** An empty text of the language. */
export function openDraft({ tag, space }: Language): Draft {
  let text = '';
  let last = '\n';
  let wantsCapital = false;

  const write = (words: string): Span => {
    const start = text.length;
    text += words;
    last = words.at(-1) ?? last;
    return { start, end: text.length };
  };
  const separate = (): void => {
    if (!NEEDS_NO_SPACE.includes(last)) write(space);
  };
  return {
    length: () => text.length,
    text: () => text,
    write,
    space: separate,
    word(words) {
      separate();
      const shown = wantsCapital ? capital(words, tag) : words;
      wantsCapital = false;
      return write(shown);
    },
    capitalize() {
      wantsCapital = true;
    },
  };
}

const NEEDS_NO_SPACE = ' \n“„«([';

function capital(words: string, tag: string): string {
  const [first = ''] = words;
  return first.toLocaleUpperCase(tag) + words.slice(first.length);
}

/** Turns a span into the quote that stands for it. */
export type Quote = (span: Span) => Anchor;

/**
 * The shortest quote for each span of a finished text: the words alone where the text has them once, also within longer
 * words, and else with as much as it takes of what stands before them, or behind.
 */
export function openQuotes(text: string): Quote {
  return ({ start, end }) => {
    const quote = text.slice(start, end);
    if (standsOnce(quote, text)) return quote;
    for (const length of CONTEXT_LENGTHS) {
      const prefix = text.slice(wordStart(text, start - length), start);
      if (prefix !== '' && standsOnce(prefix + quote, text)) return { quote, prefix };
      const suffix = text.slice(end, wordEnd(text, end + length));
      if (suffix !== '' && standsOnce(quote + suffix, text)) return { quote, suffix };
    }
    throw new Error(`The words "${quote}" cannot be told from others by what stands around them.`);
  };
}

/** Several spans, or one. */
export function quoteAll(spans: readonly Span[], quote: Quote): Anchors {
  const [first, ...more] = spans;
  return first !== undefined && more.length === 0 ? quote(first) : spans.map(quote);
}

const CONTEXT_LENGTHS = [2, 8, 16, 32, 64, 128, 1000];

function standsOnce(words: string, text: string): boolean {
  const first = text.indexOf(words);
  return first !== -1 && text.indexOf(words, first + 1) === -1;
}

/** Where the word begins that stands there; where words are not parted, only no character is cut in two. */
function wordStart(text: string, at: number): number {
  const from = Math.max(0, at);
  const start = text.lastIndexOf(' ', from) + 1;
  return from - start < LONGEST_WORD ? start : wholeCharacter(text, from);
}

function wordEnd(text: string, at: number): number {
  const to = Math.min(text.length, at);
  const end = text.indexOf(' ', to);
  return end !== -1 && end - to < LONGEST_WORD ? end : wholeCharacter(text, to);
}

const LONGEST_WORD = 40;

/** The position, or the next one if it would cut a surrogate pair in two. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 ? at + 1 : at;
}
