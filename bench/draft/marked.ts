/** Marked articles in readable sources, with the marks in their text: see `texts/README.md`. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { MarkedQuote, MarkedText, Span } from './gold.ts';

export interface MarkedArticle extends MarkedText {
  /** Rules may be based on `development`; `held-out` is only for measuring. */
  readonly set: 'development' | 'held-out';
  /** The verbs of saying of each quote, in the order of `quotes`; empty if a quote has none. */
  readonly cues: readonly (readonly Span[])[];
}

/** The articles in all `*.txt` files of a folder, by file name. */
export function readMarkedFolder(folder: string): MarkedArticle[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.sort().map((name) => readMarkedSource(readFileSync(join(folder, name), 'utf8'), basename(name)));
}

/** Reads one source: head, a line of three hyphens, text. Throws with the file's name if a mark is malformed. */
export function readMarkedSource(source: string, file: string): MarkedArticle {
  const [head = '', ...body] = source.split('\n---\n');
  const keys = readHead(head, file);
  const { text, marks } = strip(body.join('\n---\n').trimEnd(), file);
  const names = quoteNames(marks);
  const set = keys.get('set');
  const events = marks.flatMap(({ label, span }) => (label.startsWith('e:') ? [{ span, kind: label.slice(2) }] : []));
  if (set !== 'development' && set !== 'held-out') throw fault(file, 'the set is neither development nor held-out');
  return {
    id: keys.get('id') ?? '',
    date: keys.get('date') ?? null,
    set,
    text,
    quotes: readQuotes(names, marks, keys, file),
    cues: names.map((name) => spansOf(marks, `${name}.cue`)),
    dates: marks.flatMap(({ label, span }) => (label.startsWith('d:') ? [{ span, edtf: label.slice(2) }] : [])),
    entities: marks.flatMap(({ label, span }) => {
      const type = ENTITIES.get(label);
      return type === undefined ? [] : [{ span, type, named: true }];
    }),
    events: events.length === 0 && keys.get('events') !== 'none' ? null : events,
  };
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['person', 'person'],
  ['org', 'organization'],
  ['place', 'place'],
]);

const KEYS = ['id', 'date', 'style', 'set', 'direct', 'mixed', 'indirect', 'aside', 'events'];

function readHead(head: string, file: string): Map<string, string> {
  const keys = new Map<string, string>();
  for (const line of head.split('\n')) {
    const [, key = '', value = ''] = /^([a-z]+): (.+)$/.exec(line) ?? [];
    if (!KEYS.includes(key)) throw fault(file, `the head has the line "${line}"; its keys are ${KEYS.join(', ')}`);
    if (keys.has(key)) throw fault(file, `the head has "${key}" twice`);
    keys.set(key, value);
  }
  return keys;
}

interface Mark {
  readonly label: string;
  readonly span: Span;
}

const LABEL = /^(?:q\d+(?:\.source|\.cue)?|d:\S+|e:[A-Z]+(?:\sdenied)?|person|org|place)$/;

/** Removes the marks and returns them in the order of their first characters. */
function strip(body: string, file: string): { text: string; marks: Mark[] } {
  const open: { label: string; start: number }[] = [];
  const marks: Mark[] = [];
  let text = '';
  for (const [token, label] of body.matchAll(/⟦([^|⟧\n]*)\||⟧|[^⟦⟧]+|⟦/g)) {
    if (label !== undefined) {
      if (!LABEL.test(label)) throw fault(file, `"⟦${label}|" is no mark`);
      open.push({ label, start: text.length });
    } else if (token === '⟧') {
      marks.push(close(open.pop(), text, file));
    } else if (token === '⟦') {
      throw fault(file, `a "⟦" without "|" after "${text.slice(-30)}"`);
    } else {
      text += token;
    }
  }
  const [left] = open;
  if (left !== undefined) throw fault(file, `"⟦${left.label}|" is never closed`);
  return { text, marks: marks.sort((one, other) => one.span[0] - other.span[0]) };
}

function close(mark: { label: string; start: number } | undefined, text: string, file: string): Mark {
  if (mark === undefined) throw fault(file, `"⟧" closes nothing after "${text.slice(-30)}"`);
  const words = text.slice(mark.start);
  if (words === '' || words !== words.trim()) throw fault(file, `"${words}" is empty or has space at an end`);
  if (words.includes('\n')) throw fault(file, `"${words}" runs over a line; mark each paragraph by itself`);
  return { label: mark.label, span: [mark.start, text.length] };
}

/** In the order of the text. */
function quoteNames(marks: readonly Mark[]): string[] {
  return [...new Set(marks.flatMap(({ label }) => /^q\d+/.exec(label)?.[0] ?? []))];
}

function readQuotes(
  names: readonly string[],
  marks: readonly Mark[],
  keys: ReadonlyMap<string, string>,
  file: string,
): MarkedQuote[] {
  const listed = (key: string) => keys.get(key)?.split(' ') ?? [];
  const kinds = (['direct', 'mixed', 'indirect'] as const).map((kind) => ({ kind, members: listed(kind) }));
  const unknown = [...kinds.flatMap(({ members }) => members), ...listed('aside')].find(
    (name) => !names.includes(name),
  );
  if (unknown !== undefined) throw fault(file, `the head lists ${unknown}, which the text does not have`);
  return names.map((name) => {
    const [kind, ...others] = kinds.filter(({ members }) => members.includes(name)).map((one) => one.kind);
    if (kind === undefined || others.length > 0) throw fault(file, `${name} is not listed under just one kind`);
    const [content, source] = [spansOf(marks, name), spansOf(marks, `${name}.source`)];
    if (content.length === 0 || source.length === 0) throw fault(file, `${name} has no content or no source`);
    return { content, source, kind, speechCue: !listed('aside').includes(name) };
  });
}

function spansOf(marks: readonly Mark[], label: string): Span[] {
  return marks.filter((mark) => mark.label === label).map(({ span }) => span);
}

function fault(file: string, says: string): Error {
  return new Error(`${file}: ${says}.`);
}
