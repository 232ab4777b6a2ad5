/**
 * Answers remembered in an isolate: the corpus does not change while it is served, so neither does what the same
 * request is answered. Caches in front keep no POST, which is what most clients send.
 */

import type { ExecutionResult } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import { BoundedCache } from '../../data/bounded-cache.ts';
import type { Facts, GraphqlPlugin } from './context.ts';
import type { Document } from './use-documents.ts';

/** @param memory null where no answer is remembered. */
export function useAnswerMemory(memory: AnswerMemory | null): GraphqlPlugin {
  if (memory === null) return {};
  return {
    onParams({ params, setResult, context: { facts, representation } }) {
      const { document, store } = facts;
      if (!representation.isPlain || document === null || store === null) return;
      facts.answerKey = answerKey(store.summary().version, document, params);
      const known = facts.answerKey === null ? null : memory.find(facts.answerKey);
      if (known === null) return;
      facts.operationName = known.operationName;
      facts.cost = known.cost;
      facts.isRead = true;
      setResult(rememberedResult(known));
    },
  };
}

/** An answer without errors, as it is sent, and what the log says of it. Nothing of its document. */
export interface RememberedAnswer extends Readonly<Pick<Facts, 'operationName' | 'cost'>> {
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Stands for the answer on its way through the list, which has only plugins of this endpoint then. */
export function rememberedResult({ body }: RememberedAnswer): ExecutionResult {
  const result = { data: null };
  BODIES.set(result, body);
  return result;
}

/** The bytes of a remembered result; undefined for any other. */
export function rememberedBody(result: ExecutionResult): Uint8Array<ArrayBuffer> | undefined {
  return BODIES.get(result);
}

const BODIES = new WeakMap<ExecutionResult, Uint8Array<ArrayBuffer>>();

/** Characters of all variables: who sends more is not likely to send the same again. */
const MAX_VARIABLES_LENGTH = 4_000;
const KEY_CHARACTER_BYTES = 2;
/** What an answer takes beside its key and its bytes. */
const ENTRY_BYTES = 500;

interface Entry {
  readonly answer: RememberedAnswer;
  readonly bytes: number;
  /** When it is forgotten at the latest, in milliseconds since 1970. */
  readonly until: number;
}

export class AnswerMemory {
  readonly #answers: BoundedCache<string, Entry>;
  readonly #milliseconds: number;
  #asked = 0;
  #found = 0;

  /**
   * Keeps about so many bytes, and forgets what was not asked for longest; and everything after so many seconds, which
   * are those that a cache in front may keep it: a corpus in D1 is replaced without a deployment.
   */
  constructor(bytes: number, maxAgeSeconds: number) {
    this.#answers = new BoundedCache(bytes, (entry) => entry.bytes);
    this.#milliseconds = maxAgeSeconds * 1000;
  }

  /** The answer to that key; null where it is not known, or no longer. */
  find(key: string): RememberedAnswer | null {
    this.#asked += 1;
    const known = this.#answers.find(key);
    if (known === undefined || known.until <= Date.now()) return null;
    this.#found += 1;
    return known.answer;
  }

  keep(key: string, answer: RememberedAnswer): void {
    const bytes = answer.body.byteLength + KEY_CHARACTER_BYTES * key.length + ENTRY_BYTES;
    this.#answers.keep(key, { answer, bytes, until: Date.now() + this.#milliseconds });
  }

  /** How many of the requests so far found their answer here, from 0 to 1. */
  get hitRate(): number {
    return this.#asked === 0 ? 0 : this.#found / this.#asked;
  }
}

/**
 * Names an answer: everything that its bytes depend on, if all are made of results in the same way. Null where it would
 * be too long to be kept, or would not tell the variables from others.
 */
export function answerKey(
  corpusVersion: string,
  { hash }: Document,
  { operationName, variables = {}, extensions }: GraphQLParams,
): string | null {
  const written = writeVariables(variables);
  if (written === null || written.length > MAX_VARIABLES_LENGTH) return null;
  return JSON.stringify([hash, operationName ?? null, extensions?.cost === true, written, corpusVersion]);
}

/** Deeper ones are refused by the limits, unless nobody declares them. */
const MAX_DEPTH = 50;

/**
 * The JSON of the variables. Null where that would be the JSON of others, too, since 1e400 is written as null; or where
 * they are nested so deeply that writing them might overflow the stack.
 */
export function writeVariables(variables: Readonly<Record<string, unknown>>): string | null {
  return isExact(variables, MAX_DEPTH) ? JSON.stringify(variables) : null;
}

function isExact(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isExact(inner, depth - 1));
}
