/**
 * Remembers answers in an isolate. To the same request about the same version of the corpus there is only one answer. HTTP caches do not keep answers to POST, which most clients send.
 */

import type { ExecutionResult } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import { BoundedCache } from '../../data/bounded-cache.ts';
import type { Facts, GraphqlPlugin } from './context.ts';
import type { Document } from './use-documents.ts';

/** @param memory null if no answers are remembered. */
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

/** An answer without errors, as it is sent, and its facts for the log. It does not keep the document alive. */
export interface RememberedAnswer extends Readonly<Pick<Facts, 'operationName' | 'cost'>> {
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * Stands in for the answer on its way through the plugins, which are all of this endpoint if answers are remembered.
 */
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

/** The most characters of all variables: a longer request is unlikely to come again. */
const MAX_VARIABLES_LENGTH = 4_000;
const KEY_CHARACTER_BYTES = 2;
/** The memory that an answer takes in addition to its key and its bytes. */
const ENTRY_BYTES = 500;

export class AnswerMemory {
  readonly #answers: BoundedCache<string, RememberedAnswer>;
  #asked = 0;
  #found = 0;

  /** Keeps about that many bytes and drops the least recently used answers. */
  constructor(bytes: number) {
    this.#answers = new BoundedCache(
      bytes,
      ({ body }, key) => body.byteLength + KEY_CHARACTER_BYTES * key.length + ENTRY_BYTES,
    );
  }

  /** The answer for that key; null if it is not known, or no longer. */
  find(key: string): RememberedAnswer | null {
    this.#asked += 1;
    const known = this.#answers.find(key);
    if (known === undefined) return null;
    this.#found += 1;
    return known;
  }

  keep(key: string, answer: RememberedAnswer): void {
    this.#answers.keep(key, answer);
  }

  /** The share of requests so far that found their answer here, from 0 to 1. */
  get hitRate(): number {
    return this.#asked === 0 ? 0 : this.#found / this.#asked;
  }
}

/**
 * The key of an answer: everything that its bytes depend on, as long as the form is the same. Null if the key would be
 * too long, or ambiguous because different variables have the same JSON.
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

/** The limits refuse deeper variables, unless they are not declared. */
const MAX_DEPTH = 50;

/**
 * The JSON of the variables. Null if other variables have the same JSON (1e400 is written as null), or if they are
 * nested so deeply that writing them might overflow the stack.
 */
export function writeVariables(variables: Readonly<Record<string, unknown>>): string | null {
  return isExact(variables, MAX_DEPTH) ? JSON.stringify(variables) : null;
}

function isExact(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isExact(inner, depth - 1));
}
