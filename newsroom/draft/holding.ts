/**
 * Holdings: what drafting needs to know of a corpus, which is its names, its slugs and whether it has a text already. The
 * files are searched and not compiled: in a corpus of thousands of articles, that takes a tenth of the time.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { AgentFile, NamedType } from '../../data/compile/index.ts';
import { ENTITY_FOLDERS, RETIRED_FILE } from '../corpus-path.ts';
import type { KnownEntity } from './name/find.ts';

export interface Holdings {
  readonly articles: readonly HeldArticle[];
  readonly entities: readonly HeldEntity[];
  /** Everything that has a slug. */
  readonly introductions: readonly { readonly slug: string }[];
  readonly retired: readonly { readonly slug: string }[];
}

export interface HeldArticle {
  readonly slug: string;
  readonly text: string;
  /** Its web address; null if its front matter has none. */
  readonly url: string | null;
}

interface HeldEntity extends Pick<KnownEntity, 'type' | 'slug'> {
  readonly value: Names;
}

type Names = Pick<AgentFile, 'name' | 'otherNames'>;

/** Reads the folder of a corpus. A file that the compiler would refuse counts as far as it can be read. */
export function readHoldings(folder: string): Holdings {
  const articles: HeldArticle[] = [];
  const entities: HeldEntity[] = [];
  const introductions: { slug: string }[] = [];
  for (const [type, name] of Object.entries(ENTITY_FOLDERS)) {
    for (const { slug, content } of filesIn(join(folder, name))) {
      introductions.push({ slug });
      const value = readNames(content);
      if (value !== null) entities.push({ type: type as NamedType, slug, value });
    }
  }
  for (const { slug, kind, content } of filesIn(join(folder, 'articles'))) {
    introductions.push({ slug });
    if (kind === 'md') articles.push(readArticle(slug, content));
    // References are found too, and their slugs are taken as well.
    else for (const one of slugsIn(content, /\b(?:event|statement): *["']?([a-z0-9-]+)/g)) introductions.push(one);
  }
  const retired = slugsIn(readIfThere(join(folder, RETIRED_FILE)), /\bslug: *["']?([a-z0-9-]+)/g);
  return { articles, entities, introductions, retired };
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function* filesIn(folder: string): Generator<{ slug: string; kind: string; content: string }> {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const [, slug, kind] = /^([^.@]+)(?:@\d+)?\.(md|yaml)$/.exec(entry.name) ?? [];
    if (slug === undefined || kind === undefined || !entry.isFile()) continue;
    yield { slug, kind, content: readFileSync(join(folder, entry.name), 'utf8') };
  }
}

function slugsIn(content: string, pattern: RegExp): { slug: string }[] {
  return Array.from(content.matchAll(pattern), ([, slug = '']) => ({ slug }));
}

function readArticle(slug: string, content: string): HeldArticle {
  const end = content.indexOf('\n---\n');
  const [, url = null] = /^url: *["']?([^"'\s]+)/m.exec(content.slice(0, Math.max(0, end))) ?? [];
  return { slug, text: content.slice(end + 5).trim(), url };
}

/** The names in the file of an agent or a place; null if it has none. */
function readNames(content: string): Names | null {
  const [, simple] = SIMPLE_NAME.exec(content) ?? [];
  const [, list] = SIMPLE_LIST.exec(content) ?? [];
  if (simple !== undefined && (list !== undefined || !content.includes('otherNames:')))
    return { name: simple, ...(list !== undefined && { otherNames: list.split(', ') }) };
  try {
    const { name, otherNames } = parse(content, { logLevel: 'silent' }) ?? {};
    if (typeof name !== 'string') return null;
    const others = Array.isArray(otherNames) ? otherNames.filter((other) => typeof other === 'string') : [];
    return { name, ...(others.length > 0 && { otherNames: others }) };
  } catch {
    return null;
  }
}

/** Names of several words, which YAML reads as they stand: parsing each file would take most of the time. */
const SIMPLE = String.raw`\p{L}[\p{L}\p{M}\p{N}_-]*(?: [\p{L}\p{M}\p{N}_-]+)+`;
const SIMPLE_NAME = new RegExp(`^name: (${SIMPLE})$`, 'mu');
const SIMPLE_LIST = new RegExp(String.raw`^otherNames: \[(${SIMPLE}(?:, ${SIMPLE})*)\]$`, 'mu');
