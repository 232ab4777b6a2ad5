/** Agents and places. */
import type {
  Agent as AgentRecord,
  Group,
  Organization,
  Person,
  Place,
  Position as PositionRecord,
  Slug,
  Speaker as SpeakerRecord,
  Voiced,
} from '../../../../data/model.ts';
import { type Awaitable, andThen } from '../../../../data/store.ts';
import type { Context } from '../store.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { Evidence } from './evidence.ts';

export const Agent = builder.interfaceRef<AgentRecord>('Agent').implement({
  interfaces: [Entity, builder.nodeInterfaceRef()],
  resolveType: (agent) => agent.type,
  fields: (t) => ({ name: t.exposeString('name') }),
});

builder.node(builder.objectRef<Person>('Person'), {
  id: { resolve: ({ slug }) => slug },
  loadOne: (slug, { store }) => store.get('Person', slug),
  interfaces: [Agent, Entity],
});

builder.node(builder.objectRef<Organization>('Organization'), {
  id: { resolve: ({ slug }) => slug },
  loadOne: (slug, { store }) => store.get('Organization', slug),
  interfaces: [Agent, Entity],
});

builder.node(builder.objectRef<Group>('Group'), {
  id: { resolve: ({ slug }) => slug },
  loadOne: (slug, { store }) => store.get('Group', slug),
  interfaces: [Agent, Entity],
});

builder.node(builder.objectRef<Place>('Place'), {
  id: { resolve: ({ slug }) => slug },
  loadOne: (slug, { store }) => store.get('Place', slug),
  interfaces: [Entity],
  fields: (t) => ({ name: t.exposeString('name') }),
});

const Position = builder.objectRef<PositionRecord>('Position').implement({
  fields: (t) => ({ title: t.exposeString('title') }),
});

export const Speaker = builder.objectRef<SpeakerRecord>('Speaker').implement({
  fields: (t) => ({
    agent: t.field({ type: Agent, resolve: ({ agent }, _, context) => findAgent(context, agent) }),
    positions: t.expose('positions', { type: [Position] }),
    evidence: t.expose('evidence', { type: Evidence }),
  }),
});

export const Addressee = builder.objectRef<Voiced>('Addressee').implement({
  fields: (t) => ({
    agent: t.field({ type: Agent, resolve: ({ agent }, _, context) => findAgent(context, agent) }),
    evidence: t.expose('evidence', { type: Evidence }),
  }),
});

function findAgent({ store }: Context, slug: Slug): Awaitable<AgentRecord> {
  return andThen(store.find(slug), (found) => {
    if (found?.type === 'Person' || found?.type === 'Organization' || found?.type === 'Group') return found;
    throw new Error(`There is no agent "${slug}".`);
  });
}
