/** Answers: what a model wrote, as lists of items that nobody has checked yet. */
import { slugOf } from '../../slug.ts';
import { LISTS, SLUG_FIELDS } from './definition.ts';

export interface Answer extends Readonly<Record<(typeof LISTS)[number], readonly unknown[]>> {
  /** The mark of its proposals: `model` and the name of the model as a slug. */
  readonly mark: string;
  /** How many items were not even read, because there are too many. */
  readonly unread: number;
}

/** No article has that many of anything, and each is looked for in the text. */
const MOST_ITEMS = 1000;

/** The lists of the answer; `failed` if it holds no JSON object with one of them. */
export function readAnswer(content: string, mark: string): Answer | { readonly failed: string } {
  const value = objectIn(content);
  if (value === null) return { failed: 'its answer is not the JSON that it was asked for' };
  const lists = new Map(LISTS.map((name) => [name, listIn(value, name)]));
  if ([...lists.values()].every((list) => list === null))
    return { failed: 'its answer has none of the lists that it was asked for' };
  const items = (name: (typeof LISTS)[number]) =>
    lists
      .get(name)
      ?.slice(0, MOST_ITEMS)
      .map((item) => tidied(item)) ?? [];
  const unread = [...lists.values()].reduce((sum, list) => sum + Math.max(0, (list?.length ?? 0) - MOST_ITEMS), 0);
  return {
    mark,
    unread,
    entities: items('entities'),
    statements: items('statements'),
    events: items('events'),
    facts: items('facts'),
  };
}

/** The JSON object of the answer, without the thoughts or the fence of Markdown that some models put around it. */
function objectIn(content: string): object | null {
  const said = content.slice(content.lastIndexOf('</think>') + 1);
  const [start, end] = [said.indexOf('{'), said.lastIndexOf('}')];
  try {
    return start === -1 ? null : JSON.parse(said.slice(start, end + 1));
  } catch {
    return null;
  }
}

function listIn(value: object, name: string): readonly unknown[] | null {
  const list: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : null;
  return Array.isArray(list) ? list : null;
}

/** Deeper than anything that an annotation has. */
const DEEPEST = 10;

/**
 * The value without what is null or empty, which stands for what is left out, and without what is nested too deep. Slugs
 * get the form of slugs, as `ann-lee` for `ann_lee`: they only join the items of the answer.
 */
function tidied(value: unknown, field = '', depth = 0): unknown {
  if (typeof value === 'string') return (SLUG_FIELDS.has(field) ? slugOf(value) : value.trim() && value) || undefined;
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => tidied(item, field, depth + 1)).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  const fields = Object.entries(value).map(([name, one]) => [name, tidied(one, name, depth + 1)] as const);
  return Object.fromEntries(fields.filter(([, one]) => one !== undefined));
}
