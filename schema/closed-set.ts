/** Enums: the closed sets of `data/model.ts` and `data/query.ts`, each value with its meaning. */
import { builder } from './builder.ts';

/** An enum whose values are all members of `Value`, none forgotten, each described. */
export function closedSet<Value extends string>(
  name: string,
  description: string,
  meanings: { readonly [V in Value]: string },
) {
  const values = Object.fromEntries(
    Object.entries<string>(meanings).map(([value, meaning]) => [value, { value, description: meaning }]),
  ) as { [V in Value]: { value: V; description: string } };
  return builder.enumType(name, { description, values });
}
