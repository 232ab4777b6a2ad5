/** Trial: one execution, seen from its resolvers. It is their context, tells them what to do and keeps what they saw. */
import type { GraphQLSchema } from 'graphql';
import { Chance } from './chance.ts';

/** How a trial's resolvers behave. */
export interface Mood {
  /** What every value is drawn from, together with its path. */
  readonly seed: string;
  readonly schema: GraphQLSchema;
  /** Whether there may be promises anywhere. */
  readonly isAsync: boolean;
  /** How often something is thrown, or is of a wrong kind. */
  readonly trouble: number;
  /** How often something is null. */
  readonly absence: number;
  readonly root: 'nothing' | 'null' | 'thing' | 'record' | 'text';
}

/** What a resolver, a `resolveType` or an `isTypeOf` was called with, all of it in words. */
export interface Call {
  /** The names and indexes of the response, joined: `/a/0/b`. */
  readonly path: string;
  readonly text: string;
}

export class Trial {
  readonly mood: Mood;
  readonly calls: Call[] = [];
  /** The kinds of things that resolvers gave and were called for, for the tally. */
  readonly seen = new Set<string>();
  rootValue: unknown = undefined;
  /** What was thrown, by the path that it was thrown for: two trials throw the same, but not the same object. */
  readonly #thrown = new Map<unknown, string>();

  constructor(mood: Mood) {
    this.mood = mood;
  }

  /** The chance of a value: a path draws the same in every trial of the mood. */
  chanceOf(path: string): Chance {
    return new Chance(`${this.mood.seed} ${path}`);
  }

  /** Keeps whose throw this is. */
  keep<T>(path: string, thrown: T): T {
    if (!this.#thrown.has(thrown)) this.#thrown.set(thrown, path);
    return thrown;
  }

  /** Whose throw an error is, in words; null if no resolver threw it. */
  throwerOf(thrown: unknown): string | null {
    return this.#thrown.get(thrown) ?? null;
  }
}
