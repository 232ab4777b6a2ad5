/** Authors: the names in a line that credits those who wrote an article. */
import { KNOWN_ORGANIZATIONS, ORGANIZATION_HEADS, SURNAME_HEADS } from './draft/name/organization-word.ts';
import { PARTICLES } from './draft/name/stop-word.ts';
import type { Range } from './draft/sentence.ts';

/** An author, with the place of the name in the line. */
export interface Author extends Range {
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
  const [credit = ''] = CREDIT.exec(line) ?? [];
  const whole = named(line, credit.length, line.length);
  if (type === 'Organization') return [{ ...whole, type }];
  const parts = partsOf(line, credit.length);
  if (parts.length > 1 && isPersonal(parts[0]?.name ?? ''))
    return parts.map((part) => ({ ...part, type: typeOf(part.name, null) }));
  return [{ ...whole, type: typeOf(whole.name, type) }];
}

const CREDITED = String.raw`(?:(?:written|writing|reported|reporting|posted|published|story|report|words|text)\s+)?by\b:?|(?:authors?|text|words|автор|müəllif)\s*:`;
const CREDIT = new RegExp(String.raw`^(?:${CREDITED})\s*`, 'i');
/** The same in a line of a text, where only a capital letter shows that a name follows. */
export const CREDIT_IN_TEXT = new RegExp(String.raw`^(?:\(|[—–-]+ ?)?(?:${CREDITED}) ?(?=\p{Lu})`, 'iu');

/** Not before the end of a name: "Ann Lee, Jr." */
const BETWEEN = /\s*(?:,(?!\s*(?:[JS]r|I{2,3}|IV)\b)|[;|&\n])\s*(?:(?:and|with)\s+)?|\s+(?:and|with|və|и)\s+/gu;

function partsOf(line: string, from: number): Omit<Author, 'type'>[] {
  const parts: Omit<Author, 'type'>[] = [];
  let start = from;
  for (const { index, 0: between } of line.slice(from).matchAll(BETWEEN)) {
    parts.push(named(line, start, from + index));
    start = from + index + between.length;
  }
  return [...parts, named(line, start, line.length)].filter(({ name }) => name !== '');
}

function named(line: string, from: number, to: number): Omit<Author, 'type'> {
  const words = line.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  const name = words.trim();
  return { name, start, end: start + name.length };
}

function typeOf(name: string, given: Author['type']): Author['type'] {
  if (isOrganization(name, given)) return 'Organization';
  return isPersonal(name) || (given === 'Person' && !CREDITS_NOBODY.test(name)) ? 'Person' : null;
}

const CREDITS_NOBODY =
  /\b(?:admin|contributors?|correspondents?|desk|editors?|newsroom|reporters?|staff|team|writers?)$/i;

/** Whether the words are written as the name of a person: two to five, and none that stands for an office. */
export function isPersonal(name: string): boolean {
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
