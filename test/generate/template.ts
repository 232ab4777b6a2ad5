/** Filling a sentence's holes, and knowing afterwards where each piece stands. */
import type { Draft, Span } from './draft.ts';
import type { Template } from './language.ts';

/** What writes itself into a hole. */
export type Slots = Readonly<Record<string, () => void>>;

export interface Filled {
  readonly whole: Span;
  /** By the name of the hole in small letters; `cue` for `[…]` and `said` for `<…>`. */
  readonly spans: Readonly<Record<string, Span>>;
}

/** Writes the template with its holes filled. Throws where a hole has nothing to fill it. */
export function fill(template: Template, slots: Slots, draft: Draft): Filled {
  draft.space();
  const start = draft.length();
  const spans: Record<string, Span> = {};
  const opened: Record<string, number> = {};
  for (const part of template.match(PARTS) ?? []) {
    const from = draft.length();
    const mark = MARKS[part];
    const hole = /^\{(\w+)\}$/.exec(part)?.[1];
    if (mark?.opens === true) {
      opened[mark.name] = from;
    } else if (mark !== undefined) {
      spans[mark.name] = { start: opened[mark.name] ?? from, end: from };
    } else if (hole !== undefined) {
      const name = hole.toLowerCase();
      const slot = slots[name];
      if (slot === undefined) throw new Error(`Nothing fills {${hole}} in "${template}".`);
      if (name !== hole) draft.capitalize();
      slot();
      spans[name] = { start: from, end: draft.length() };
    } else {
      draft.write(part);
    }
  }
  return { whole: { start, end: draft.length() }, spans };
}

/** The template as a text of its own. */
export function fillWords(template: Template, words: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => String(words[name] ?? hole));
}

const PARTS = /\{\w+\}|[[\]<>]|[^{}[\]<>]+/g;

const MARKS: Readonly<Record<string, { readonly name: string; readonly opens: boolean }>> = {
  '[': { name: 'cue', opens: true },
  ']': { name: 'cue', opens: false },
  '<': { name: 'said', opens: true },
  '>': { name: 'said', opens: false },
};
