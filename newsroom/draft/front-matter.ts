/** Front matter: what the file of a text says about it, in YAML between two lines of hyphens above its words. */
import { parseDocument } from 'yaml';
import { frontMatter, Refusal, readEdtf } from '../../data/compile/index.ts';
import { findDates } from './date/find.ts';

/** What is given with a text. Unknown is null, or empty for authors. */
export interface Given {
  readonly title: string | null;
  readonly authors: readonly string[];
  /** EDTF. */
  readonly published: string | null;
  /** A BCP 47 tag. */
  readonly language: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly agency: string | null;
}

export const NOTHING_GIVEN: Given = {
  title: null,
  authors: [],
  published: null,
  language: null,
  url: null,
  publisher: null,
  agency: null,
};

/** A text without its front matter. `left` has a line about each field that a draft cannot hold. */
export interface Separated {
  readonly body: string;
  readonly given: Given;
  readonly left: readonly string[];
}

/**
 * Separates the text from its front matter, if it has any: a first line `---`, then a field.
 *
 * @throws Refusal if the front matter is not YAML.
 */
export function separateFrontMatter(text: string, file: string): Separated {
  if (/^\+\+\+[^\S\n]*\n[\w-]+[^\S\n]*=/.test(text)) {
    throw new Refusal(`"${file}": its front matter is TOML. Write it as YAML between two lines "---", or remove it.`);
  }
  const found = /^---[^\S\n]*\n(?=[\w-]+[^\S\n]*:)([\s\S]*?\n)(?:---|\.\.\.)[^\S\n]*(?:\n|$)/.exec(text);
  if (found === null) return { body: text, given: NOTHING_GIVEN, left: [] };
  const document = parseDocument(found[1] ?? '', { logLevel: 'silent', schema: 'failsafe' });
  const [error] = document.errors;
  if (error !== undefined) {
    const [says = ''] = error.message.split('\n');
    throw new Refusal(`"${file}": its front matter is not YAML: ${says.replace(/:$/, '')}. Correct it, or remove it.`);
  }
  return { body: text.slice(found[0].length), ...readFields(document.toJS()) };
}

type Field = keyof Given;

const NAMES: ReadonlyMap<string, Field> = new Map([
  ['title', 'title'],
  ['headline', 'title'],
  ['author', 'authors'],
  ['authors', 'authors'],
  ['byline', 'authors'],
  ['date', 'published'],
  ['published', 'published'],
  ['datepublished', 'published'],
  ['language', 'language'],
  ['lang', 'language'],
  ['url', 'url'],
  ['link', 'url'],
  ['canonicalurl', 'url'],
  ['sourceurl', 'url'],
  ['originalurl', 'url'],
  ['publisher', 'publisher'],
  ['source', 'publisher'],
  ['agency', 'agency'],
]);

function readFields(fields: Readonly<Record<string, unknown>>): Pick<Separated, 'given' | 'left'> {
  let given = NOTHING_GIVEN;
  const left: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    const words = wordsOf(value);
    if (words?.length === 0) continue;
    const field = NAMES.get(name.toLowerCase().replace(/[_-]/g, ''));
    const isTwice = field !== undefined && given[field] !== NOTHING_GIVEN[field];
    const read = field === undefined || words === null || isTwice ? null : readField(field, words);
    if (read !== null) given = { ...given, ...read };
    else left.push(`the field "${name}" of the front matter: ${words === null ? 'it has fields' : words.join(', ')}`);
  }
  return { given, left };
}

/** The words of a value, which may be a list or have a name; null if it has other fields. */
function wordsOf(value: unknown): string[] | null {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.replace(/\s+/g, ' ').trim()];
  if (Array.isArray(value)) {
    const all = value.map(wordsOf);
    return all.includes(null) ? null : all.flatMap((words) => words ?? []);
  }
  const { name } = (value ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' ? wordsOf(name) : null;
}

/** Null if the value is none of the field. */
function readField(field: Field, words: readonly string[]): Partial<Given> | null {
  if (field === 'authors') return { authors: words };
  const [value = '', ...others] = words;
  if (others.length > 0) return null;
  // "source" may be a name or an address.
  if (field === 'publisher' && isAddress(value)) return { url: value };
  const read = field === 'published' ? dayOf(value) : field === 'language' ? tagOf(value) : value;
  if (read === null || (field === 'url' && !isAddress(value))) return null;
  return { [field]: read };
}

/** The day that the words give, as EDTF: a date may be written as a timestamp, or in words. */
function dayOf(value: string): string | null {
  const day = /^\d{4}-\d\d-\d\d(?=[T ]|$)/.exec(value)?.[0] ?? value;
  if (!('says' in readEdtf(day))) return day;
  const [date] = findDates(value, null);
  return date !== undefined && date.inferred.length === 0 ? date.edtf : null;
}

/** A language that exists: "english" has the form of a tag, too. */
function tagOf(value: string): string | null {
  const tag = value.replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** Whether the words are the address of a page, as a corpus takes it. */
export function isAddress(words: string): boolean {
  return frontMatter.shape.url.safeParse(words).success;
}
