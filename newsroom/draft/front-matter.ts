/** Front matter: what the file of a text says about it, in YAML between two lines of hyphens above its words. */
import {
  frontMatter,
  lineAt,
  type Path,
  type Problem,
  Refusal,
  readEdtf,
  readYaml,
  type YamlSource,
} from '../../data/compile/index.ts';
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
 * @throws Refusal if the front matter is not YAML, or longer than any.
 */
export function separateFrontMatter(text: string, file: string): Separated {
  if (/^\+\+\+[^\S\n]*\n[\w-]+[^\S\n]*=/.test(text)) {
    throw new Refusal(`"${file}": its front matter is TOML. Write it as YAML between two lines "---", or remove it.`);
  }
  const found = /^---[^\S\n]*\n(?=[\w-]+[^\S\n]*:)([\s\S]*?\n)(?:---|\.\.\.)[^\S\n]*(?:\n|$)/.exec(text);
  if (found === null) return { body: text, given: NOTHING_GIVEN, left: [] };
  const end = found[0].length;
  if (end > MOST_CHARACTERS) {
    throw new Refusal(
      `"${file}": its front matter has ${end} characters; the most is ${MOST_CHARACTERS}. Move the words of the article below it.`,
    );
  }
  const problems: Problem[] = [];
  const start = text.indexOf('\n') + 1;
  const yaml = readYaml(
    { path: file, text },
    (problem) => problems.push(problem),
    start,
    start + (found[1] ?? '').length,
  );
  const [problem] = problems;
  if (problem !== undefined) {
    const { number } = lineAt(problem.at.file, problem.at.start);
    throw new Refusal(`"${file}": line ${number}, in its front matter: ${problem.says} ${problem.fix}`);
  }
  // "---", then "NOTE:this" is no field.
  if (yaml === null || !isMap(yaml.value)) return { body: text, given: NOTHING_GIVEN, left: [] };
  return { body: text.slice(end), ...readFields(yaml, yaml.value) };
}

const MOST_CHARACTERS = 20_000;

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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

function readFields(yaml: YamlSource, fields: Readonly<Record<string, unknown>>): Pick<Separated, 'given' | 'left'> {
  let given = NOTHING_GIVEN;
  const left: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    const words = wordsOf(value, [name], yaml);
    if (words?.length === 0) continue;
    const field = NAMES.get(name.toLowerCase().replace(/[_-]/g, ''));
    const isTwice = field !== undefined && given[field] !== NOTHING_GIVEN[field];
    const read = field === undefined || words === null || isTwice ? null : readField(field, words);
    if (read !== null) given = { ...given, ...read };
    else left.push(`the field "${name}" of the front matter: ${words === null ? 'it has fields' : words.join(', ')}`);
  }
  return { given, left };
}

/** The words of a value, which may be a list or have a name, each once; null if it has other fields. */
function wordsOf(value: unknown, path: Path, yaml: YamlSource): string[] | null {
  if (value === null) return [];
  if (Array.isArray(value)) {
    const all = value.map((item, index) => wordsOf(item, [...path, index], yaml));
    return all.includes(null) ? null : [...new Set(all.flatMap((words) => words ?? []))];
  }
  if (isMap(value)) return typeof value.name === 'string' ? wordsOf(value.name, [...path, 'name'], yaml) : null;
  const words = typeof value === 'string' ? value : asWritten(path, yaml);
  return words.trim() === '' ? [] : [words.replace(/\s+/g, ' ').trim()];
}

/** A number as it was written: "1.10" is a title, too. */
function asWritten(path: Path, yaml: YamlSource): string {
  const { file, start, end } = yaml.at(path);
  return file.text.slice(start, end);
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
  if (date === undefined || date.inferred.length > 0) return null;
  // "31 February 2026" is not a day, and does not mean the month.
  const rest = value.slice(0, date.start) + value.slice(date.end);
  return /\d/.test(rest.replace(CLOCK, '')) ? null : date.edtf;
}

const CLOCK = /\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[+-]\d\d:?\d\d)?|\d{1,2} ?[ap]\.?m\b/gi;

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
