/** Requests: each of them made of the run's seed and its own number, and nothing else but what the Worker's corpus has. */
import type { GraphQLSchema } from 'graphql';
import { drawAddress } from './address.ts';
import { drawAttack } from './attack.ts';
import { breakBody } from './body.ts';
import { drawOperation, type Operation } from './document.ts';
import type { Harvest } from './harvest.ts';
import { oddHeaders } from './header.ts';
import { drawHoard } from './hoard.ts';
import { mutateOperation } from './mutate.ts';
import { persistOperation } from './persisted.ts';
import { type FuzzRandom, randomOf } from './random.ts';
import { type HttpRequest, transport } from './transport.ts';
import type { Draw } from './value.ts';

export interface FuzzRequest extends HttpRequest {
  readonly number: number;
  readonly kind: Kind;
}

/** What requests are drawn from. */
export interface World {
  readonly seed: number;
  readonly schema: GraphQLSchema;
  readonly harvest: Harvest;
  /** Only of these; of all where it is left out. */
  readonly kinds?: readonly Kind[];
}

/** How many of a hundred requests are of each kind. */
const SHARES = {
  /** Good ones, which are to have data. */
  valid: 43,
  /** Good documents with arguments that make no sense. */
  nonsense: 8,
  /** Something wrong in the document, its variables or its name. */
  mutated: 18,
  /** Made to cost much. */
  attack: 7,
  /** Long and all different, so that what a server keeps of them adds up. */
  hoard: 2,
  /** A good operation in a body that is none. */
  body: 6,
  /** A good operation with headers that are odd or wrong. */
  headers: 6,
  /** Documents by their hash or name. */
  persisted: 3,
  /** Other addresses and methods. */
  address: 7,
} as const;
export type Kind = keyof typeof SHARES;
export const KINDS = Object.keys(SHARES) as readonly Kind[];

/** The request of a run that has this number: always the same one. */
export function makeRequest(world: World, number: number): FuzzRequest {
  const random = randomOf(world.seed, number);
  const kind = random.weighted((world.kinds ?? KINDS).map((name) => [SHARES[name], name] as const));
  return { number, kind, ...MAKERS[kind](random, world) };
}

const MAKERS: Readonly<Record<Kind, (random: FuzzRandom, world: World) => HttpRequest>> = {
  valid: (random, world) => transport(random, drawGood(random, world)),
  nonsense: (random, world) => transport(random, drawOperation(drawOf(random, world, 0.3), world.schema)),
  mutated: (random, world) => transport(random, mutateOperation(random, drawGood(random, world))),
  attack: (random, world) => transport(random, drawAttack(drawOf(random, world, 0))),
  hoard: (random) => drawHoard(random),
  body: (random, world) => breakBody(random, drawGood(random, world)),
  headers: (random, world) => oddHeaders(random, transport(random, drawGood(random, world))),
  persisted: (random, world) => persistOperation(random, drawGood(random, world)),
  address: (random, world) => drawAddress(drawOf(random, world, 0.1), world.schema),
};

/** A good operation, as the request of kind `valid` with this chance would have. */
export function drawGood(random: FuzzRandom, { harvest, schema }: World): Operation {
  return drawOperation({ random, harvest, nonsense: 0 }, schema);
}

function drawOf(random: FuzzRandom, { harvest }: World, nonsense: number): Draw {
  return { random, harvest, nonsense };
}
