/** An article while it is written: who and what is in it, and what its annotation will say. */

import type { AuthoredEvent, AuthoredFact, AuthoredStatement } from '../../data/compile/authored.ts';
import type { Slug } from '../../data/model.ts';
import type { Day } from './date.ts';
import type { Draft, Quote, Span } from './draft.ts';
import type { Language } from './language.ts';
import type { Memory } from './memory.ts';
import type { Random } from './random.ts';
import type { Agent, Named, Place } from './stock.ts';
import { drawWord } from './words.ts';

/** An item of the annotation, made once the text is done and can be quoted. */
export type Later<T> = (quote: Quote) => T;

export interface Scene {
  readonly number: number;
  readonly language: Language;
  readonly random: Random;
  readonly draft: Draft;
  readonly published: Day;
  /** Who may speak and act here, the most important first; never empty. */
  readonly cast: readonly Agent[];
  readonly places: readonly Place[];
  readonly paper: Agent;
  /** What earlier articles told. */
  readonly memory: Memory;

  readonly statements: Later<AuthoredStatement>[];
  readonly events: Later<AuthoredEvent>[];
  readonly facts: Later<AuthoredFact>[];
  /** Where each agent and place is named. */
  readonly mentions: Map<Slug, Span[]>;
  /** Who may be meant by "he" or "she" now. */
  lastSpeaker: Agent | null;
}

/** Writes words of the language with these details in between, and tells where. Begins and ends with a word. */
export function writeClause(scene: Scene, count: number, details: readonly (() => void)[] = []): Span {
  const parts = details.length + 1;
  const first = writeWords(scene, Math.max(1, Math.round(count / parts)));
  let last = first;
  for (const detail of details) {
    detail();
    last = writeWords(scene, Math.max(1, Math.round(count / parts)));
  }
  return { start: first.start, end: last.end };
}

function writeWords({ language, random, draft }: Scene, count: number): Span {
  let start = -1;
  let end = -1;
  for (let word = 0; word < count; word++) {
    const span = draft.word(drawWord(language.vocabulary, random));
    if (start === -1) start = span.start;
    end = span.end;
    if (word > 2 && word < count - 2 && random.chance(0.04)) draft.write(language.space === '' ? ',' : ',');
  }
  return { start, end };
}

/** Writes the whole name. */
export function writeName(scene: Scene, thing: Named): Span {
  const name = thing.nameIn(scene.language);
  thing.used.add(name);
  return mention(scene, thing, scene.draft.word(name));
}

/** Writes the name by which a text comes back to somebody. */
export function writeFamilyName(scene: Scene, agent: Agent): Span {
  return mention(scene, agent, scene.draft.word(agent.familyNameIn(scene.language)));
}

/** Whether the article has named it already. */
export function isNamed({ mentions }: Scene, { slug }: Named): boolean {
  return mentions.has(slug);
}

function mention({ mentions }: Scene, { slug }: Named, span: Span): Span {
  const known = mentions.get(slug);
  if (known === undefined) mentions.set(slug, [span]);
  else known.push(span);
  return span;
}
