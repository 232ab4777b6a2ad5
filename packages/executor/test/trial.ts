/**
 * Trial: one execution from the view of its resolvers. It is their context, decides what they do and records their
 * calls.
 */
import type { GraphQLSchema } from 'graphql';
import { Chance } from './chance.ts';

/** How a trial's resolvers behave. */
export interface Mood {
  /** Together with its path, it determines every value. */
  readonly seed: string;
  readonly schema: GraphQLSchema;
  /** Whether there may be promises anywhere. */
  readonly isAsync: boolean;
  /** How often something is thrown or has a wrong type. */
  readonly trouble: number;
  /** How often something is null. */
  readonly absence: number;
  readonly root: 'nothing' | 'null' | 'thing' | 'record' | 'text';
}

/** A call of a resolver, a `resolveType` or an `isTypeOf`, with everything it received in words. */
export interface Call {
  /** The names and indexes of the response, joined: `/a/0/b`. */
  readonly path: string;
  readonly text: string;
}

export class Trial {
  readonly mood: Mood;
  readonly calls: Call[] = [];
  /** The features that resolvers met, for the tally. */
  readonly seen = new Set<string>();
  rootValue: unknown = undefined;
  /** The path of each thrown error: two trials throw equal errors, but not the same objects. */
  readonly #thrown = new Map<unknown, string>();

  constructor(mood: Mood) {
    this.mood = mood;
  }

  /** The chance of a value: a path draws the same in every trial of the mood. */
  chanceOf(path: string): Chance {
    return new Chance(`${this.mood.seed} ${path}`);
  }

  /** Records which path threw this. */
  keep<T>(path: string, thrown: T): T {
    if (!this.#thrown.has(thrown)) this.#thrown.set(thrown, path);
    return thrown;
  }

  /** The path that threw an error; null if no resolver threw it. */
  throwerOf(thrown: unknown): string | null {
    return this.#thrown.get(thrown) ?? null;
  }
}
