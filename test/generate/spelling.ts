/** Names in other letters: Cyrillic for Latin, and the ASCII of slugs. */

/** The name as a paper in Cyrillic letters would write it. */
export function toCyrillic(name: string): string {
  return name.replace(/dzh|zh|ch|sh|th|sz|cz|\p{L}/giu, (letters) => {
    const cyrillic = CYRILLIC[letters.toLowerCase()] ?? CYRILLIC[toAscii(letters.toLowerCase())] ?? letters;
    const isCapital = letters.charAt(0) !== letters.charAt(0).toLowerCase();
    return isCapital ? cyrillic.charAt(0).toUpperCase() + cyrillic.slice(1) : cyrillic;
  });
}

/** Small letters a to z and hyphens: the words of a slug. */
export function toSlug(name: string): string {
  return toAscii(name.toLowerCase())
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function toAscii(text: string): string {
  return text
    .replace(/[əıł]/g, (letter) => ASCII[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

const ASCII: Readonly<Record<string, string>> = { ə: 'e', ı: 'i', ł: 'l' };

const CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'б',
  c: 'к',
  ch: 'ч',
  cz: 'ч',
  ç: 'ч',
  d: 'д',
  dzh: 'дж',
  e: 'е',
  ə: 'э',
  f: 'ф',
  g: 'г',
  h: 'х',
  i: 'и',
  ı: 'ы',
  j: 'й',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  ö: 'ё',
  p: 'п',
  q: 'к',
  r: 'р',
  s: 'с',
  sh: 'ш',
  sz: 'ш',
  ş: 'ш',
  t: 'т',
  th: 'т',
  u: 'у',
  ü: 'ю',
  v: 'в',
  w: 'в',
  x: 'х',
  y: 'ы',
  z: 'з',
  zh: 'ж',
  ż: 'ж',
};
