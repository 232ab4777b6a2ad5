/** A quick hash of a text, for tables and short names. Not for security: two texts with the same hash are easy to make. */

/** FNV-1a and a multiplicative hash over the UTF-16 units, mixed: two of 32 bits each, the first of them never 0. */
export function hashesOf(text: string): readonly [number, number] {
  let first = 0x811c9dc5;
  let second = 0x9e3779b9;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second + unit, 0x85ebca6b) ^ (second >>> 13);
  }
  return [(mix(first) | 1) >>> 0, mix(second) >>> 0];
}

function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  return mixed ^ (mixed >>> 15);
}
