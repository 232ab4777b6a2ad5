/** Near keys: what two words share that differ by one letter, in a time that grows with their length and not its square. */

/**
 * Numbers for the words, and for them without each of their letters in turn: two that differ by one letter more, less or
 * other share one of these. Numbers and not the words, which would take the square of their length. Two that differ by
 * more may share one by chance: compare them.
 */
export function nearKeys(words: string): number[] {
  const [first, second] = [hashesOf(words, 1_000_003), hashesOf(words, 8_191)];
  return [...new Set(first.map((hash, index) => hash * MODULUS + (second[index] ?? 0)))];
}

/** Whether one letter more, less or other is all that tells them apart. */
export function differByOne(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let before = 0;
  while (before < one.length && one[before] === other[before]) before++;
  const [rest, otherRest] = [one.slice(before), other.slice(before)];
  if (rest.length === otherRest.length) return rest.slice(1) === otherRest.slice(1);
  return rest.length > otherRest.length ? rest.slice(1) === otherRest : rest === otherRest.slice(1);
}

/** A prime of which the square, and two numbers below it beside each other, are exact in a number. */
const MODULUS = 67_108_859;

/** Polynomial hashes (Karp and Rabin): of the whole, and of what is left without each letter. */
function hashesOf(words: string, base: number): number[] {
  const powers = [1];
  const before = [0];
  for (let at = 0; at < words.length; at++) {
    powers.push(((powers[at] ?? 0) * base) % MODULUS);
    before.push(((before[at] ?? 0) * base + words.charCodeAt(at)) % MODULUS);
  }
  const whole = before[words.length] ?? 0;
  const hashes = [whole];
  for (let at = 0; at < words.length; at++) {
    const moved = powers[words.length - at - 1] ?? 0;
    const behind = (whole - (((before[at + 1] ?? 0) * moved) % MODULUS) + MODULUS) % MODULUS;
    hashes.push((((before[at] ?? 0) * moved) % MODULUS) + behind);
  }
  return hashes.map((hash) => hash % MODULUS);
}
