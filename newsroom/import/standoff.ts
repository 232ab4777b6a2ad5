/** The lines of a brat standoff file. */
import { Refusal } from '../../data/compile/index.ts';
import { normalize } from '../normal-text.ts';
import type { FoundSpan } from './found.ts';
import { openPlaces } from './places.ts';

/** A T line: words of the text with a label. */
export interface TextBound {
  readonly id: string;
  readonly label: string;
  readonly spans: readonly FoundSpan[];
}

/** An E line: its trigger, and the annotation that fills each role. */
export interface StandoffEvent {
  readonly label: string;
  readonly trigger: string;
  readonly roles: readonly { readonly role: string; readonly of: string }[];
}

/** An R line, or one pair of an equivalence. */
export interface Relation {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export interface Standoff {
  readonly text: string;
  readonly bound: ReadonlyMap<string, TextBound>;
  readonly events: readonly StandoffEvent[];
  readonly relations: readonly Relation[];
  /** The number of lines of each other kind. */
  readonly others: ReadonlyMap<string, number>;
}

/** The label of the relation between two annotations of the same thing. */
export const SAME = 'equiv';

/**
 * The annotations with their places in the text as the corpus has it.
 *
 * @throws Refusal at a line that is not standoff, or that does not fit the text.
 */
export function readStandoff(given: string, annotations: string, file: string): Standoff {
  const places = openPlaces(given);
  const { text, at } = normalize(given);
  const bound = new Map<string, TextBound>();
  const events: StandoffEvent[] = [];
  const relations: Relation[] = [];
  const others = new Map<string, number>();

  for (const [index, line] of annotations
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const fail = (says: string): never => {
      throw new Refusal(`${file}:${index + 1}: ${says}`);
    };
    const [id = '', content = '', words = ''] = line.split('\t');
    const [label = '', ...parts] = content.split(' ');
    const kind = id[0] ?? '';
    if (kind === 'T') {
      const spans = readSpans(parts.join(' '), places.length, fail);
      const actual = spans.map(({ start, end }) => given.slice(places.utf16(start) ?? 0, places.utf16(end) ?? 0));
      checkWords(words, actual.join(' '), fail);
      bound.set(id, { id, label, spans: spans.flatMap((span) => placed(span, places.utf16, at)) });
    } else if (kind === 'E') events.push(readEvent(content, fail));
    else if (kind === 'R' || kind === '*') relations.push(...readRelations(label, parts));
    else if ('ANM#'.includes(kind)) others.set(kind, (others.get(kind) ?? 0) + 1);
    else fail('This is not a line of brat standoff. Such a line begins with T, E, R, A, M, N, * or #.');
  }
  return { text, bound, events, relations, others };
}

function readSpans(written: string, length: number, fail: (says: string) => never): FoundSpan[] {
  return written.split(';').map((one) => {
    const [, start, end] = /^(\d+) (\d+)$/.exec(one) ?? [];
    if (start === undefined || end === undefined)
      return fail(`"${written.slice(0, 60)}" is not a span. Write spans like "0 5" or "0 5;10 15".`);
    if (Number(end) > length) return fail(`The annotation ends at ${end}, but the text has ${length} characters.`);
    if (Number(start) >= Number(end))
      return fail(`The annotation begins at ${start} and ends at ${end}; it must end after it begins.`);
    return { start: Number(start), end: Number(end) };
  });
}

/** White space is compared as one space: brat writes a line break inside an annotation as a space. */
function checkWords(written: string, actual: string, fail: (says: string) => never): void {
  const plain = (words: string) => words.replace(/\s+/g, ' ').trim();
  if (plain(written) === plain(actual)) return;
  fail(
    `The annotation quotes “${written.slice(0, 80)}”, but the text has “${plain(actual).slice(0, 80)}” there. Check that it is the same text, and that places are counted in characters, not bytes.`,
  );
}

/** The span in the text of the corpus, or nothing if no text is left of it there. */
function placed(
  span: FoundSpan,
  utf16: (codePoints: number) => number | null,
  at: (position: number) => number,
): FoundSpan[] {
  const start = at(utf16(span.start) ?? 0);
  const end = at(utf16(span.end) ?? 0);
  return start < end ? [{ start, end }] : [];
}

function readEvent(content: string, fail: (says: string) => never): StandoffEvent {
  const [head = '', ...roles] = content.trim().split(/\s+/);
  const [label = '', trigger] = head.split(':');
  if (trigger === undefined) return fail('An event must name its trigger: "E1", a tab, "Attack:T1".');
  return {
    label,
    trigger,
    roles: roles.map((pair) => {
      const [role = '', of = ''] = pair.split(':');
      return { role: role.replace(/\d+$/, ''), of };
    }),
  };
}

function readRelations(label: string, parts: readonly string[]): Relation[] {
  const ids = parts.map((part) => part.slice(part.indexOf(':') + 1)).filter((id) => id !== '');
  const [from, ...all] = ids;
  return from === undefined ? [] : all.map((to) => ({ label, from, to }));
}
