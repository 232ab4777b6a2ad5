/** Decoding a piece of the index once: its bytes never change, so what they say is kept as long as they are. */

/** How many times larger what is decoded of a piece may be than its bytes: it is kept as long as these, and weighs with them. */
export const DECODED_GROWS = 5;

/** A decoder that remembers. A source that keeps a piece hands out the same bytes again, and they are known by identity. */
export function once<T>(decode: (bytes: Uint8Array) => T): (bytes: Uint8Array) => T {
  const known = new WeakMap<Uint8Array, { readonly value: T }>();
  return (bytes) => {
    const found = known.get(bytes);
    if (found !== undefined) return found.value;
    const value = decode(bytes);
    known.set(bytes, { value });
    return value;
  };
}
