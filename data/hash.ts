/** Hashes of texts: a quick one for tables and short names, and SHA-256, which names documents and answers. */

/** Two hashes of 32 bits, FNV-1a and a multiplicative one, over the UTF-16 units, mixed. The first is never 0. */
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

/** A number from 0 to just under 1 that the text determines, spread evenly over texts. */
export function shareOf(text: string): number {
  return hashesOf(text)[1] / 2 ** 32;
}

function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  return mixed ^ (mixed >>> 15);
}

/** SHA-256 in hexadecimal digits. Half of a surrogate pair is hashed as U+FFFD, as it would be sent. */
export async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
