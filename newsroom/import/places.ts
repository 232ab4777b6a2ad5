/** Converts places counted in code points to UTF-16 positions. */

export interface Places {
  /** The UTF-16 position after this many code points; null beyond the text. */
  readonly utf16: (codePoints: number) => number | null;
  readonly length: number;
}

export function openPlaces(text: string): Places {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) starts.push(at);
  starts.push(text.length);
  return { utf16: (codePoints) => starts[codePoints] ?? null, length: starts.length - 1 };
}
