/** Proposals: the parts of a draft that an editor has to decide about, in reading order. */

import {
  type Anchors,
  type AnchorText,
  anchorName,
  checkText,
  listAnchors,
  openText,
  readYaml,
  type Slug,
} from '../../data/compile/index.ts';
import { readPath, shownPath } from '../corpus-path.ts';
import { type Copy, yamlOf } from './copy.ts';
import { fieldsOf, valueAt } from './reference.ts';
import type { Way } from './splice.ts';

export type ProposalKind =
  | 'Person'
  | 'Organization'
  | 'Group'
  | 'Place'
  | 'Mention'
  | 'Statement'
  | 'Event'
  | 'Fact'
  | 'Byline'
  | 'Published'
  | 'Article';

/** A place in a file that has a `draft` mark. */
export interface Part {
  readonly file: string;
  readonly way: Way;
}

/** The role that words of the text have in a proposal. */
export type MarkRole = 'words' | 'cue' | 'speaker' | 'addressee' | 'date';

export interface ProposalMark {
  readonly role: MarkRole;
  /** UTF-16 positions in the article's text. */
  readonly start: number;
  readonly end: number;
}

export interface Proposal {
  /** Stays the same as long as the proposal does. */
  readonly key: string;
  readonly kind: ProposalKind;
  readonly rule: string;
  /** The slug of the entity, mention, statement, event or article; for a fact, the person's. */
  readonly slug: Slug | null;
  /** The first part holds the value; the second part of an entity is its mention in the article. */
  readonly parts: readonly [Part, ...Part[]];
  readonly value: unknown;
  /** The names of an entity in the text; null if it is not mentioned. */
  readonly names: unknown;
  readonly text: AnchorText | null;
  readonly marks: readonly ProposalMark[];
}

/** The plain values of the files' YAML, without files that cannot be read. */
export function readValues(files: Iterable<string>, copy: Copy): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const file of files) {
    const content = copy.read(file);
    if (content === null) continue;
    const { from, to } = yamlOf(file, content);
    const yaml = readYaml({ path: shownPath(copy.folder, file), text: content }, () => {}, from, to);
    if (yaml !== null) values.set(file, yaml.value);
  }
  return values;
}

/**
 * All open proposals of the files: entities, mentions and statements in the order of the text, then events, facts, bylines
 * and dates of publication, and each article itself last.
 */
export function listProposals(files: readonly string[], copy: Copy): Proposal[] {
  const values = readValues(files, copy);
  const texts = new Map(
    files.filter((file) => file.endsWith('.md')).map((file) => [readPath(file)?.slug ?? '', openArticle(file, copy)]),
  );
  const annotations = files.filter((file) => readPath(file)?.type === 'Article' && file.endsWith('.yaml'));
  const textOf = (file: string) => texts.get(readPath(file)?.slug ?? '') ?? null;

  const found: Proposal[] = [];
  const mentioned = new Set<string>();
  for (const [file, value] of values) {
    const path = readPath(file);
    if (path === null || path.type === 'Article') continue;
    const rule = fieldsOf(value).draft;
    if (typeof rule !== 'string') continue;
    const own = annotations.find((one) => valueAt(values.get(one), ['mentions', path.slug]) !== undefined);
    const mention = own === undefined ? undefined : valueAt(values.get(own), ['mentions', path.slug]);
    const names = namesOf(mention);
    const isDraft = own !== undefined && fieldsOf(mention).draft !== undefined;
    if (isDraft) mentioned.add(`${own} ${path.slug}`);
    const parts: [Part, ...Part[]] = [{ file, way: [] }];
    if (own !== undefined && isDraft) parts.push({ file: own, way: ['mentions', path.slug] });
    const text = own === undefined ? null : textOf(own);
    const marks = marksOf(text, { words: names }, anchorName);
    const { slug } = path;
    found.push({ key: file, kind: path.type, rule, slug, parts, value, names: names ?? null, text, marks });
  }
  for (const [file, value] of values) {
    if (readPath(file)?.type !== 'Article') continue;
    for (const one of inArticle(file, value, textOf(file), mentioned)) found.push(one);
  }
  return inReadingOrder(found);
}

function openArticle(file: string, copy: Copy): AnchorText | null {
  const content = copy.read(file);
  const path = readPath(file);
  if (content === null || path === null) return null;
  const source = { path: shownPath(copy.folder, file), text: content };
  const text = checkText({ ...path, file: source, legible: true }, () => {});
  return text === null ? null : openText(path.slug, text.text, text.file, text.from);
}

function inArticle(file: string, value: unknown, text: AnchorText | null, mentioned: ReadonlySet<string>): Proposal[] {
  const found: Proposal[] = [];
  const counts = new Map<string, number>();
  const add = (
    kind: ProposalKind,
    way: Way,
    item: unknown,
    slug: unknown,
    marks: ProposalMark[],
    names: unknown = null,
  ) => {
    const rule = fieldsOf(item).draft;
    if (typeof rule !== 'string') return;
    const name = `${file} ${way[0]} ${JSON.stringify(item)}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const key = `${name} ${count}`;
    const about = typeof slug === 'string' ? slug : null;
    found.push({ key, kind, rule, slug: about, parts: [{ file, way }], value: item, names, text, marks });
  };
  for (const [list, kind] of LISTS) {
    for (const [index, item] of listOf(valueAt(value, [list])).entries()) {
      const { statement, event, of, person } = fieldsOf(item);
      add(kind, [list, index], item, statement ?? event ?? of ?? person, marksOf(text, quotesIn(item)));
    }
  }
  for (const [slug, item] of Object.entries(fieldsOf(fieldsOf(value).mentions))) {
    if (mentioned.has(`${file} ${slug}`)) continue;
    const names = namesOf(item);
    add('Mention', ['mentions', slug], item, slug, marksOf(text, { words: names }, anchorName), names);
  }
  const { published } = fieldsOf(value);
  add('Published', ['published'], published, null, marksOf(text, { date: fieldsOf(published).words }));
  if (file.endsWith('.md')) add('Article', [], articleFields(value, text), readPath(file)?.slug, []);
  return found;
}

/** The fields of the front matter that are about the article as a whole. */
function articleFields(value: unknown, text: AnchorText | null) {
  const { language, publisher, url, draft } = fieldsOf(value);
  const headline = text?.text.split('\n', 1)[0];
  return Object.fromEntries(
    Object.entries({ headline, language, publisher, url, draft }).filter(([, one]) => one !== undefined),
  );
}

const LISTS: readonly (readonly [string, ProposalKind])[] = [
  ['statements', 'Statement'],
  ['events', 'Event'],
  ['facts', 'Fact'],
  ['bylines', 'Byline'],
];

/** The names of a mention, which may have a draft mark. */
export function namesOf(mention: unknown): unknown {
  return fieldsOf(mention).names ?? mention;
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

type Quotes = { readonly [role in MarkRole]?: unknown };

function quotesIn(item: unknown): Quotes {
  const { content, evidence, words, cue, speakers, addressees, date, birth, death } = fieldsOf(item);
  return {
    words: content ?? evidence ?? words,
    cue,
    speaker: listOf(speakers).map((one) => fieldsOf(one).evidence),
    addressee: listOf(addressees).map((one) => fieldsOf(one).evidence),
    date: fieldsOf(date ?? birth ?? death).words,
  };
}

/** The places of the words. Words that the text does not have are left out; the compiler reports them. */
function marksOf(text: AnchorText | null, quotes: Quotes, find = anchorOnce): ProposalMark[] {
  if (text === null) return [];
  const at = { file: text.file, start: 0, end: 0 };
  return ROLES.flatMap((role) =>
    quoteList(quotes[role]).flatMap((words) =>
      find(words, text, at, () => {}).map(({ utf16Start, utf16End }) => ({ role, start: utf16Start, end: utf16End })),
    ),
  ).sort((a, b) => a.start - b.start);
}

const ROLES: readonly MarkRole[] = ['words', 'cue', 'speaker', 'addressee', 'date'];

const anchorOnce: typeof anchorName = (...asked) => {
  const all = anchorName(...asked);
  return all.length === 1 ? all : [];
};

function quoteList(value: unknown) {
  return listAnchors((Array.isArray(value) ? value : [value]) as Anchors).flatMap(({ anchor }) =>
    typeof anchor === 'string' || typeof fieldsOf(anchor).quote === 'string' ? [anchor] : [],
  );
}

function inReadingOrder(proposals: Proposal[]): Proposal[] {
  const group = ({ kind }: Proposal) => LATER[kind] ?? 0;
  const paragraph = ({ text, marks }: Proposal) => {
    const first = marks[0]?.start;
    return first === undefined
      ? Infinity
      : (text?.paragraphs.findLastIndex(({ utf16Start }) => utf16Start <= first) ?? 0);
  };
  // Within a paragraph, the speakers come before the statements.
  const rank = ({ kind }: Proposal) => (kind === 'Statement' ? 1 : 0);
  const start = ({ marks }: Proposal) => marks[0]?.start ?? 0;
  const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return proposals.sort(
    (a, b) =>
      compare(group(a), group(b)) ||
      compare(paragraph(a), paragraph(b)) ||
      compare(rank(a), rank(b)) ||
      compare(start(a), start(b)),
  );
}

const LATER: Partial<Record<ProposalKind, number>> = { Event: 1, Fact: 2, Byline: 3, Published: 4, Article: 5 };
