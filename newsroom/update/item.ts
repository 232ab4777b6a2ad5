/** The items of an annotation, and those whose words the new text does not have. */
import type { Anchor, AnchorText } from '../../data/compile/index.ts';
import { openSentences } from '../check/sentence-of.ts';
import { listOf } from '../review/proposal.ts';
import { fieldsOf } from '../review/reference.ts';
import type { Way } from '../review/splice.ts';
import type { Alignment } from './alignment.ts';
import { anchorsIn, quoteOf } from './anchor-way.ts';
import { placesIn, withContext } from './standing.ts';

/** A statement, event, fact, byline or the credit of an agency. */
export interface Item {
  /** How an editor names it: its slug, with its number where several have it; `facts/3`, `bylines/0`, `agency`. */
  readonly key: string;
  /** "statement", "event", "fact", "byline", "credit" */
  readonly noun: string;
  readonly way: Way;
  readonly value: Readonly<Record<string | number, unknown>>;
}

/** Words that the new text does not have, or has in several places. */
export interface LostWords {
  /** The way in the item. */
  readonly way: Way;
  readonly words: string;
  /** How many places in the new text have them. */
  readonly count: number;
  /** The sentence of the old text, and what stands in its place now; empty if nothing does. */
  readonly before: string;
  readonly after: string;
  /** What has taken the place of the words, and where it begins; null if nothing has. */
  readonly proposed: { readonly words: string; readonly start: number } | null;
}

export interface LostItem extends Item {
  readonly lost: readonly LostWords[];
}

/** Words that need what stands before or after them, to be found in one place. */
export interface Sharpened {
  readonly way: Way;
  readonly anchor: Anchor;
}

const LISTS = [
  ['statements', 'statement'],
  ['events', 'event'],
  ['facts', 'fact'],
  ['bylines', 'byline'],
] as const;

/** The items of an annotation or of front matter, in their order. */
export function listItems(value: unknown): Item[] {
  const items = LISTS.flatMap(([list, noun]) =>
    listOf(fieldsOf(value)[list]).map((item, index): Item => {
      const { statement, event, of } = fieldsOf(item);
      const slug = [statement, event, of].find((one) => typeof one === 'string');
      return { key: String(slug ?? `${list}/${index}`), noun, way: [list, index], value: fieldsOf(item) };
    }),
  );
  const { agency } = fieldsOf(value);
  if (agency !== undefined) items.push({ key: 'agency', noun: 'credit', way: ['agency'], value: fieldsOf(agency) });
  return items.map((item, index) => {
    const before = items.slice(0, index).filter(({ key }) => key === item.key).length;
    return before === 0 ? item : { ...item, key: `${item.key}/${before + 1}` };
  });
}

/** Whether the item stands in the front matter of the text, not in its annotation. */
export function isInFront({ way: [list] }: Item): boolean {
  return list === 'bylines' || list === 'agency';
}

export interface Texts {
  readonly now: AnchorText;
  readonly old: AnchorText;
  /** Earlier texts, by the number of their revision. */
  readonly earlier: ReadonlyMap<number, AnchorText>;
  readonly alignment: Alignment;
}

/** Looks for the words of an item in the new text. */
export function examineItem(item: Item, texts: Texts): { readonly lost: LostWords[]; readonly sharpened: Sharpened[] } {
  const lost: LostWords[] = [];
  const sharpened: Sharpened[] = [];
  const { now, old, earlier, alignment } = texts;
  const since = typeof item.value.since === 'number' ? item.value.since : 1;
  const standing = [now, old, ...[...earlier].filter(([number]) => number >= since).map(([, text]) => text)];
  for (const { way, anchor } of anchorsIn(item.value)) {
    const count = placesIn(anchor, now).length;
    if (count === 1) continue;
    const sharper = count > 1 ? withContext(anchor, standing, alignment) : null;
    if (sharper === null) lost.push({ way, count, ...compare(anchor, texts) });
    else sharpened.push({ way: [...item.way, ...way], anchor: sharper });
  }
  return { lost, sharpened };
}

function compare(anchor: Anchor, { now, old, alignment }: Texts): Omit<LostWords, 'way' | 'count'> {
  const words = quoteOf(anchor);
  const [start] = placesIn(anchor, old);
  if (start === undefined) return { words, before: '', after: '', proposed: null };
  const range = { start, end: start + words.length };
  const sentence = openSentences(old.text)(range);
  const moved = alignment.move(range);
  const whole = alignment.move(sentence);
  const taken = now.text.slice(moved.start, moved.end);
  const proposed = { words: taken.trim(), start: moved.start + taken.length - taken.trimStart().length };
  return {
    words,
    before: old.text.slice(sentence.start, sentence.end),
    after: now.text.slice(whole.start, whole.end).trim(),
    proposed: proposed.words === '' ? null : proposed,
  };
}
