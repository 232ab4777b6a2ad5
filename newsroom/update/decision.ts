/** What became of words that the new text does not have: an editor says so, by options or on a terminal. */
import { type Anchor, type AnchorText, counted, Refusal, shellWord } from '../../data/compile/index.ts';
import type { Lines } from '../review/line.ts';
import { fieldsOf, valueAt } from '../review/reference.ts';
import type { Way } from '../review/splice.ts';
import type { LostItem, LostWords } from './item.ts';
import { placesIn, uniqueIn } from './standing.ts';

export type Decision =
  | { readonly became: 'removed' | 'mistake' }
  | {
      readonly became: 'reworded';
      /** The new words, and the values that they give, by their way in the item. */
      readonly fields: readonly (readonly [way: Way, value: Anchor | number])[];
    };

/** The options `--removed`, `--mistake`, `--reworded` and `--set`, as given. */
export interface Given {
  readonly removed: readonly string[];
  readonly mistake: readonly string[];
  readonly reworded: readonly string[];
  readonly set: readonly string[];
}

interface Field {
  readonly key: string;
  /** `figures.0.words`; empty if only one can be meant. */
  readonly way: string;
  readonly value: string;
}

/** Decides about an item; asks if no option does. Null if nobody answers. */
export async function decide(item: LostItem, given: Given, now: AnchorText, lines: Lines): Promise<Decision | null> {
  if (given.removed.includes(item.key)) return { became: 'removed' };
  if (given.mistake.includes(item.key)) return { became: 'mistake' };
  const words = given.reworded.map((one) => readField(one, '--reworded')).filter(({ key }) => key === item.key);
  if (words.length > 0) {
    return rewordedAs(
      item,
      now,
      words,
      given.set.map((one) => readField(one, '--set')).filter(({ key }) => key === item.key),
    );
  }
  lines.say(describe(item));
  const accept =
    item.lost.length === 0
      ? ''
      : item.lost.every(({ proposed }) => proposed !== null)
        ? ', w reworded'
        : ', w reworded (you give the words)';
  for (;;) {
    const answer = (await lines.ask(`  r removed by the publisher${accept}, m a mistake of ours, q stop: `))?.trim();
    if (answer === 'r') return { became: 'removed' };
    if (answer === 'm') return { became: 'mistake' };
    if (answer === 'w' && item.lost.length > 0) {
      const decision = await askWords(item, now, lines);
      if (decision !== null) return decision;
    }
    if (answer === undefined || answer === 'q') return null;
  }
}

/** Whether an option decides about the item. */
export function isGiven({ key }: LostItem, { removed, mistake, reworded }: Given): boolean {
  return [...removed, ...mistake].includes(key) || reworded.some((one) => readField(one, '--reworded').key === key);
}

/** Shows what is left to decide. @throws Refusal that says how. */
export function refuseUndecided([first, ...rest]: readonly LostItem[], lines: Lines): never {
  for (const item of rest) lines.say(describe(item));
  const keys = [first, ...rest].map((item) => item?.key).join(', ');
  const key = first?.key ?? '';
  throw new Refusal(
    `Nothing was changed: nobody said what became of ${keys}. On a terminal it is asked; otherwise give --removed ${key}, --mistake ${key}, or --reworded ${key}="…", and so on for each.`,
  );
}

/** @throws Refusal if an option is about nothing that was lost. */
export function refuseUnused(given: Given, lost: readonly LostItem[]): void {
  const keys = [
    ...given.removed,
    ...given.mistake,
    ...[...given.reworded, ...given.set].map((one) => readField(one, '--reworded').key),
  ];
  const strange = keys.find((key) => !lost.some((item) => item.key === key));
  if (strange === undefined) return;
  const known = lost.length === 0 ? 'Nothing is lost.' : `What is lost: ${lost.map(({ key }) => key).join(', ')}.`;
  throw new Refusal(`An option names "${strange}", of which no words are lost. ${known}`, 2);
}

function readField(given: string, option: string): Field {
  const [, key, way = '', value] = /^([^.=]+)(?:\.([^=]+))?=([\s\S]+)$/.exec(given) ?? [];
  if (key === undefined || value === undefined) {
    throw new Refusal(
      `${option} is "${given}"; it must be like ann-lee-hot="the new words" or ann-lee-hot.cue="the new words".`,
      2,
    );
  }
  return { key, way, value };
}

function rewordedAs(item: LostItem, now: AnchorText, words: readonly Field[], values: readonly Field[]): Decision {
  const fields = item.lost.flatMap((lost): [Way, Anchor | number][] => {
    const name = lost.way.join('.');
    const own = words.find(({ way }) => way === name || (way === '' && item.lost.length === 1));
    if (own === undefined) {
      throw new Refusal(`"${item.key}" has other lost words too, ${name}: give --reworded ${item.key}.${name}="…".`, 2);
    }
    const anchor = anchorOf(own.value, lost, now);
    const dependent = valuesOf(item, lost, own.value).map((way): [Way, Anchor | number] => {
      const set = values.find((one) => one.way === way.join('.'));
      if (set !== undefined) return [way, typed(set.value, valueAt(item.value, way))];
      const now = String(valueAt(item.value, way));
      throw new Refusal(
        `${way.join('.')} of "${item.key}" is ${now}, as “${lost.words}” gave it. What does “${own.value}” give? If the same: --set ${shellWord(`${item.key}.${way.join('.')}=${now}`)}`,
        2,
      );
    });
    return [[lost.way, anchor], ...dependent];
  });
  return { became: 'reworded', fields };
}

async function askWords(item: LostItem, now: AnchorText, lines: Lines): Promise<Decision | null> {
  const fields: [Way, Anchor | number][] = [];
  for (const lost of item.lost) {
    const shown = lost.proposed === null ? '' : ` [${oneLine(lost.proposed.words)}]`;
    const answer = await lines.ask(`  ${lost.way.join('.')}: the new words${shown}: `);
    const words = answer?.trim() === '' ? (lost.proposed?.words ?? null) : (answer?.trim() ?? null);
    if (words === null) return null;
    try {
      fields.push([lost.way, anchorOf(words, lost, now)]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      lines.say(`  ${error.message}`);
      return null;
    }
    for (const way of valuesOf(item, lost, words)) {
      const now = String(valueAt(item.value, way));
      const value = (await lines.ask(`  ${way.join('.')}: what these words give [${now}]: `))?.trim();
      if (value === undefined) return null;
      fields.push([way, typed(value === '' ? now : value, valueAt(item.value, way))]);
    }
  }
  return { became: 'reworded', fields };
}

/** @throws Refusal if the new text does not have the words in one place. */
function anchorOf(words: string, { proposed }: LostWords, now: AnchorText): Anchor {
  const count = placesIn(words, now).length;
  if (count === 1) return words;
  const sharper = proposed?.words === words ? uniqueIn(words, [{ text: now, start: proposed.start }]) : null;
  if (sharper !== null) return sharper;
  const fault = count === 0 ? 'does not have' : `has ${counted(count, 'time')}`;
  throw new Refusal(`The new text ${fault} “${words}”. Give words that stand there once, exactly as written.`, 2);
}

/** The fields beside the words that say what the words say, and have to change with them. */
function valuesOf({ value }: LostItem, { way }: LostWords, words: string): Way[] {
  const parent = way.slice(
    0,
    way.findLastIndex((step) => typeof step === 'string'),
  );
  const beside = Object.keys(fieldsOf(valueAt(value, parent))).filter((name) => VALUES.has(name));
  const { title } = fieldsOf(value.position);
  const isTitleGone = way[0] === 'evidence' && typeof title === 'string' && !words.includes(title);
  return [...beside.map((name) => [...parent, name]), ...(isTitleGone ? [['position', 'title']] : [])];
}

const VALUES = new Set(['value', 'min', 'max', 'edtf', 'clock']);

/** As a number where there was one. A year is one for YAML, and a date for us. */
function typed(value: string, before: unknown): string | number {
  return typeof before === 'number' && /^\d+$/.test(value) ? Number(value) : value;
}

/** Both texts side by side. */
export function describe({ key, noun, lost, value }: LostItem): string {
  if (lost.length === 0)
    return `\n${key} (${noun})\n  stands there, but is attributed to “${value.attributedTo}”, which does not`;
  const lines = lost.flatMap(({ way, words, count, before, after }) => [
    `  ${way.join('.')} “${words}” ${count === 0 ? 'is gone' : `stands there ${counted(count, 'time')}`}`,
    ...(before === ''
      ? []
      : [`    before: ${oneLine(before)}`, `    now:    ${after === '' ? '(nothing)' : oneLine(after)}`]),
  ]);
  return ['', `${key} (${noun})`, ...lines].join('\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}
