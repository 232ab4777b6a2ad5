/** A rewrite: the new content of files, planned in memory, and what an editor is told of each. */
import { counted, type Slug } from '../../data/compile/index.ts';
import type { FileChange } from '../change-files.ts';
import { RETIRED_FILE } from '../corpus-path.ts';
import { type Plain, printYamlList } from '../print-yaml.ts';
import { editYaml } from '../review/copy.ts';
import { appendAt } from '../review/splice.ts';
import type { CorpusTexts } from './corpus.ts';
import { placesOf, readValue, replaceSlugs, type SlugPlace } from './slug-place.ts';

export interface Rewrite {
  readonly corpus: CorpusTexts;
  /** The files that hold the word now, by path: all that can name the slug. */
  filesWith(slug: Slug): string[];
  /** The content as planned so far; null if there is no such file, or will be none. */
  read(file: string): string | null;
  readValue(file: string): unknown;
  /** Plans another content; null deletes the file. */
  write(file: string, content: string | null): void;
  /** Edits the YAML of the file. */
  edit(file: string, splice: (yaml: string) => string): void;
  move(file: string, to: string): void;
  /** Notes what is told of the file. */
  note(file: string, words: string): void;
  change(): FileChange;
  /** A line for each file that changes. */
  lines(): string[];
}

/** Begins a rewrite that changes nothing yet. */
export function openRewrite(corpus: CorpusTexts): Rewrite {
  const planned = new Map<string, string | null>();
  const movedFrom = new Map<string, string>();
  const notes = new Map<string, string[]>();
  const read = (file: string) => (planned.has(file) ? (planned.get(file) ?? null) : (corpus.texts.get(file) ?? null));
  const change = () => new Map([...planned].filter(([file, content]) => content !== (corpus.texts.get(file) ?? null)));
  const describe = (file: string, content: string | null): string[] => {
    const from = movedFrom.get(file);
    if (content === null && [...movedFrom.values()].includes(file)) return [];
    const says = content === null ? ['deleted'] : corpus.texts.has(file) || from !== undefined ? [] : ['new'];
    const all = [...says, ...(notes.get(file) ?? [])].join('; ');
    const path = from === undefined ? file : `${from} → ${file}`;
    return [`  ${path}${all === '' ? '' : `: ${all}`}`];
  };

  return {
    corpus,
    filesWith: (slug) => [...corpus.texts].flatMap(([file, text]) => (text.includes(slug) ? [file] : [])),
    read,
    readValue: (file) => readValue(file, read(file) ?? ''),
    write: (file, content) => void planned.set(file, content),
    edit(file, splice) {
      const content = read(file);
      if (content !== null) planned.set(file, editYaml(file, content, splice));
    },
    move(file, to) {
      planned.set(to, read(file));
      planned.set(file, null);
      movedFrom.set(to, file);
      notes.set(to, [...(notes.get(to) ?? []), ...(notes.get(file) ?? [])]);
    },
    note: (file, words) => void notes.set(file, [...(notes.get(file) ?? []), words]),
    change,
    lines: () => [...change()].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap((one) => describe(...one)),
  };
}

/** Gives every place that has the slug another one. */
export function replaceEverywhere(rewrite: Rewrite, slug: Slug, to: Slug): void {
  for (const file of rewrite.filesWith(slug)) {
    const places = placesOf(slug, file, rewrite.readValue(file));
    if (places.length > 0) replacePlaces(rewrite, file, places, to);
  }
}

/** Gives these places of the file another slug. */
export function replacePlaces(rewrite: Rewrite, file: string, places: readonly SlugPlace[], to: Slug): void {
  rewrite.write(file, replaceSlugs(file, rewrite.read(file) ?? '', places, to));
  rewrite.note(file, countPlaces(places));
}

function countPlaces(places: readonly SlugPlace[]): string {
  return Object.entries(Object.groupBy(places, ({ role }) => role))
    .map(([role, some = []]) => counted(some.length, role))
    .join(', ');
}

/** Adds an entry to the list of retired slugs. */
export function retire(rewrite: Rewrite, entry: { readonly slug: Slug } & { readonly [field: string]: Plain }): void {
  const content = rewrite.read(RETIRED_FILE) ?? '';
  const isList = Array.isArray(rewrite.readValue(RETIRED_FILE));
  rewrite.write(
    RETIRED_FILE,
    isList
      ? appendAt(content, [], [entry])
      : `${content === '' ? '' : content.replace(/\n?$/, '\n')}${printYamlList([entry])}`,
  );
  rewrite.note(RETIRED_FILE, `"${entry.slug}" is retired`);
}
