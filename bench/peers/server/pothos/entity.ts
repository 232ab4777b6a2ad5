/** Entity: finds things, and the things that they reference. */
import type { Entities, Entity as EntityRecord, EntityType, Slug } from '../../../../data/model.ts';
import { type Awaitable, andThen } from '../../../../data/store.ts';
import type { Context } from '../store.ts';
import { builder } from './builder.ts';

export const Entity = builder.interfaceRef<EntityRecord>('Entity').implement({
  resolveType: (entity) => entity.type,
  fields: (t) => ({ slug: t.exposeString('slug') }),
});

/** The thing of the type that another one references. */
export function load<T extends EntityType>({ store }: Context, type: T, slug: Slug): Awaitable<Entities[T]> {
  return andThen(store.get(type, slug), (entity) => {
    if (entity === null) throw new Error(`There is no ${type} "${slug}".`);
    return entity;
  });
}
