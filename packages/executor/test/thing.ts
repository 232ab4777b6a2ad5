/** Thing: what resolvers give for an object type. Its fields without resolver are getters and methods. */
import type { Trial } from './trial.ts';

export class Thing {
  /** The name of its type, whatever its type says. */
  readonly kind: string;
  /** Where it was given; what it has itself comes of that. */
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

/** The class of an object type: what its things have of their own is given by `has`. */
export type ThingClass = new (trial: Trial, kind: string, path: string) => Thing;

/** A class of things; `properties` are getters, which are given the thing. */
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
