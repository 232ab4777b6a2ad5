/**
 * Thing: the value that resolvers return for an object type. It has getters and methods for fields without a resolver.
 */
import type { Trial } from './trial.ts';

export class Thing {
  /** The name of its actual type. */
  readonly kind: string;
  /** Its path in the response, which determines its properties. */
  readonly path: string;
  // Private, so that the messages of graphql-js, which print values, do not print the trial.
  readonly #trial: Trial;

  constructor(trial: Trial, kind: string, path: string) {
    this.kind = kind;
    this.path = path;
    this.#trial = trial;
  }

  static trialOf(thing: Thing): Trial {
    return thing.#trial;
  }
}

/** The class of an object type; `has` defines the properties of its things. */
export type ThingClass = new (trial: Trial, kind: string, path: string) => Thing;

/** A class of things; `properties` are getters that receive the thing. */
export function makeThingClass(properties: Readonly<Record<string, (thing: Thing) => unknown>>): ThingClass {
  const made = class extends Thing {};
  for (const [name, read] of Object.entries(properties)) {
    Object.defineProperty(made.prototype, name, {
      get(this: Thing) {
        return read(this);
      },
    });
  }
  return made;
}
