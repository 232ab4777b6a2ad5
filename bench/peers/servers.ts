/** Servers: Dateline in its variants, and its alternatives. */
import { DEFAULTS } from '../../src/settings.ts';
import type { Vars } from '../../test/workerd.ts';
import type { BuildName } from '../worker.ts';
import type { OperationKey } from './operations.ts';

export interface Server {
  readonly name: string;
  readonly build: BuildName;
  /** Settings in addition to those of all benchmarks, which remember no answers. */
  readonly vars: Vars;
  /** How a trusted document is sent to it; other documents are sent by their text. */
  readonly trusts: 'documentId' | 'persistedQuery' | 'text';
  /** The operations that its schema does not support. */
  readonly lacks: readonly OperationKey[];
}

/** Every request is counted, as by the peers with duties. */
export const DATELINE: Server = dateline('Dateline', {});

/** With the settings of wrangler.toml. */
export const REMEMBERING: Server = dateline('answers remembered', {
  ANSWER_MEMORY_BYTES: DEFAULTS.ANSWER_MEMORY_BYTES,
});

/** Dateline with one change: a setting, or another build. */
export const VARIANTS: readonly Server[] = [
  REMEMBERING,
  dateline('without its log', {}, 'quiet'),
  dateline('with an idle plugin', {}, 'plugged'),
];

function dateline(name: string, vars: Vars, build: BuildName = 'dateline'): Server {
  return { name, build, vars: { RATE_LIMIT: 'local', ...vars }, trusts: 'documentId', lacks: [] };
}

export const APOLLO: Server = peer('Apollo Server', 'apollo', 'persistedQuery');
export const APOLLO_DUTIES: Server = peer('Apollo Server with duties', 'apollo-duties', 'persistedQuery');
export const YOGA: Server = peer('Yoga', 'yoga');
export const POTHOS: Server = { ...peer('Yoga + Pothos', 'pothos'), lacks: ['dearest', 'introspection'] };
export const POTHOS_DUTIES: Server = {
  ...peer('Yoga + Pothos with duties', 'pothos-duties', 'persistedQuery'),
  lacks: POTHOS.lacks,
};
export const GRAPHQL_HTTP: Server = peer('graphql-http', 'graphql-http');
/** Answers with the bytes that it was given: see `floor.ts` of the peers. */
export const FLOOR: Server = peer('floor', 'floor');
/** Only starts and answers `{ __typename }`. */
export const SMALLEST: Server = peer('smallest Yoga Worker', 'smallest');

export const PEER_SERVERS: readonly Server[] = [
  APOLLO,
  APOLLO_DUTIES,
  YOGA,
  POTHOS,
  POTHOS_DUTIES,
  GRAPHQL_HTTP,
  FLOOR,
];

/** The peers that have the duties of a public endpoint, as Dateline has. */
export const WITH_DUTIES: readonly Server[] = [APOLLO_DUTIES, POTHOS_DUTIES];

function peer(name: string, build: BuildName, trusts: Server['trusts'] = 'text'): Server {
  return { name, build, vars: {}, trusts, lacks: [] };
}
