/** Authors: the names in the line in which a publisher credits those who wrote an article. */
import { KNOWN_ORGANIZATIONS, ORGANIZATION_HEADS, SURNAME_HEADS } from '../draft/name/organization-word.ts';
import { PARTICLES } from '../draft/name/stop-word.ts';

export interface Author {
  readonly name: string;
  /** Null for words that credit nobody by name: "Staff". */
  readonly type: 'Person' | 'Organization' | null;
}

/**
 * The authors in a line such as "By Ann Lee and Bob Ray, Larkford Courier". The line is split only if it begins with a
 * person: "Press and Media Agency" is one organization.
 *
 * @param type what the publisher calls the author; null if it only gives the words.
 */
export function readAuthors(line: string, type: Author['type']): Author[] {
  const credited = line.replace(CREDIT, '').trim();
  if (type === 'Organization') return [{ name: credited, type }];
  const parts = credited.split(BETWEEN).filter((part) => part !== '');
  if (parts.length > 1 && isPersonal(parts[0] ?? '')) return parts.map((name) => ({ name, type: typeOf(name, null) }));
  return [{ name: credited, type: typeOf(credited, type) }];
}

const CREDIT =
  /^(?:(?:(?:written|reported|story|report|words|text)\s+)?by\b:?|(?:authors?|text|автор|müəllif)\s*:)\s*/i;
/** Not before the end of a name: "Ann Lee, Jr." */
const BETWEEN = /\s*(?:,(?!\s*(?:[JS]r|I{2,3}|IV)\b)|[;|&\n])\s*(?:(?:and|with)\s+)?|\s+(?:and|with|və|и)\s+/u;

function typeOf(name: string, given: Author['type']): Author['type'] {
  if (isOrganization(name, given)) return 'Organization';
  return isPersonal(name) || (given === 'Person' && !CREDITS_NOBODY.test(name)) ? 'Person' : null;
}

const CREDITS_NOBODY =
  /\b(?:admin|contributors?|correspondents?|desk|editors?|newsroom|reporters?|staff|team|writers?)$/i;

/** Two to five words that are written as in names. */
function isPersonal(name: string): boolean {
  const words = name.split(/\s+/);
  if (words.length < 2 || words.length > 5 || CREDITS_NOBODY.test(name) || isOrganization(name, null)) return false;
  return words.every((word) => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) || PARTICLES.has(word));
}

function isOrganization(name: string, given: Author['type']): boolean {
  if (KNOWN_ORGANIZATIONS.includes(name)) return true;
  const words = name.toLowerCase().split(/\s+/);
  const end = words.findIndex((word, index) => index > 0 && /^(?:of|for|on|at|in)$/.test(word));
  const head = (end === -1 ? words.at(-1) : words[end - 1]) ?? '';
  // Two words may be a given name and a surname: "Sam Church".
  const isName = words.length === 2 && (given === 'Person' || SURNAME_HEADS.has(head));
  return ORGANIZATION_HEADS.has(head) && !isName;
}
