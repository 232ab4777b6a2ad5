/** Slugs made from names in any script. */
import anyAscii from 'any-ascii';

const LONGEST = 80;

/**
 * The name in words of a to z and digits, joined by hyphens: `Əliyev` is `eliyev`, `Ильич` is `ilich`, and a possessive
 * is one word, `general’s` is `generals`. At most 80 characters, cut between two words if it has two. Null if no such
 * character is left. `con` is `con-1`: Windows cannot have a file `con.yaml`.
 */
export function slugOf(name: string): string | null {
  const words = name.normalize('NFC').replace(/['’]s(?![\p{L}\p{N}])/gu, 's');
  const ascii = words.replace(/[^\0-\x7f‘’]/gu, toAscii);
  const slug = ascii
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (RESERVED.test(slug)) return `${slug}-1`;
  return slug === '' ? null : cutAtWord(slug);
}

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Drops the apostrophes that stand for a soft sign or an ayin: they do not end a word. */
function toAscii(letter: string): string {
  return anyAscii(letter).replace(/['"`]/g, '');
}

function cutAtWord(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const end = slug.lastIndexOf('-', LONGEST);
  return slug.slice(0, end === -1 ? LONGEST : end);
}
