/**
 * `published.txt`: the slugs that readers may hold links to. A line for each, with its type before it, sorted. Whatever is
 * in it must exist, be retired, or belong to an article that is withdrawn or hidden. Without the file nothing is checked.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Corpus, ENTITY_TYPES, type EntityType, type Slug } from '../model.ts';
import { isSlug } from '../slug.ts';
import { replaceFile } from './file.ts';
import { a, type Slugs } from './link.ts';
import { quoted, type Report, type SourceFile } from './problem.ts';

export const PUBLISHED_FILE = 'published.txt';

/** Reports each slug of the file that has vanished, and each line that is none of the file. */
export function reportLost(file: SourceFile, { types, retired, explain }: Slugs, report: Report): void {
  for (const { text, start } of linesOf(file.text)) {
    const at = { file, start, end: start + text.length };
    const line = readLine(text);
    if (line === null) {
      report({
        code: 'invalid-value',
        at,
        says: `${quoted(text)} is not a line of this file.`,
        expected: 'a type and a slug, such as "Person ann-lee".',
        fix: 'Correct the line, or remove it and run "npm run data -- slugs".',
      });
    } else if (!types.has(line.slug) && !retired.has(line.slug) && !explain(line.slug, at, report)) {
      report({
        code: 'lost-slug',
        at,
        says: `Readers may hold links to ${a(line.type)} "${line.slug}", and nothing in the corpus has this slug any more.`,
        expected: 'the thing itself, or what became of it in retired.yaml.',
        fix: `Add it again, or write into retired.yaml: - { slug: ${line.slug}, type: ${line.type}, on: YYYY-MM-DD, reason: "…" }, with "replacedBy: …" if it has another slug now.`,
      });
    }
  }
}

/**
 * Adds the slugs of the corpus to the file in its folder, which is replaced whole or not at all. No line is ever removed,
 * since somebody may still hold the link. Returns how many lines are new, and how many there are.
 */
export function recordSlugs(folder: string, corpus: Corpus): { readonly added: number; readonly total: number } {
  const file = join(folder, PUBLISHED_FILE);
  const lines = existsSync(file) ? linesOf(readFileSync(file, 'utf8')).map(({ text }) => text) : [];
  const typeOf = new Map(lines.flatMap((text) => readLine(text) ?? []).map(({ slug, type }) => [slug, type]));
  const before = typeOf.size;
  for (const { slug, type } of corpus.retired) if (type !== null && !typeOf.has(slug)) typeOf.set(slug, type);
  for (const type of ENTITY_TYPES) for (const { slug } of corpus.entities[type]) typeOf.set(slug, type);
  const sorted = [...typeOf].map(([slug, type]) => `${type} ${slug}\n`).sort();
  replaceFile(file, sorted.join(''));
  return { added: typeOf.size - before, total: typeOf.size };
}

function linesOf(text: string): { readonly text: string; readonly start: number }[] {
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const at = start;
    start += line.length + 1;
    return line === '' ? [] : [{ text: line, start: at }];
  });
}

function readLine(text: string): { readonly type: EntityType; readonly slug: Slug } | null {
  const [name, slug = '', ...rest] = text.split(' ');
  const type = ENTITY_TYPES.find((one) => one === name);
  return type === undefined || rest.length > 0 || !isSlug(slug) ? null : { type, slug };
}
