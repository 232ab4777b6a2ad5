/** Near keys: keys that two words share if they differ by one letter, made in time linear in their length. */

/**
 * Hashes of the words, and of the words without each of their letters in turn. Two words that differ by one added,
 * missing or changed letter share one of these. Hashes rather than the words themselves, which would take the square of
 * their length. Others may share one by chance, so compare the words.
 */
export function nearKeys(words: string): number[] {
  const [first, second] = [hashesOf(words, 1_000_003), hashesOf(words, 8_191)];
  return [...new Set(first.map((hash, index) => hash * MODULUS + (second[index] ?? 0)))];
}

/** Whether the two differ by exactly one added, missing or changed letter. */
export function differByOne(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let before = 0;
  while (before < one.length && one[before] === other[before]) before++;
  const [rest, otherRest] = [one.slice(before), other.slice(before)];
  if (rest.length === otherRest.length) return rest.slice(1) === otherRest.slice(1);
  return rest.length > otherRest.length ? rest.slice(1) === otherRest : rest === otherRest.slice(1);
}

/** A prime whose square is exact in a number, as is a pair of hashes below it packed into one number. */
const MODULUS = 67_108_859;

/** Polynomial hashes (Karp and Rabin) of the whole, and of the whole without each letter. */
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
    const after = (whole - (((before[at + 1] ?? 0) * moved) % MODULUS) + MODULUS) % MODULUS;
    hashes.push((((before[at] ?? 0) * moved) % MODULUS) + after);
  }
  return hashes.map((hash) => hash % MODULUS);
}
