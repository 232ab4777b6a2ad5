/** How a built Worker runs: its modules and settings, without anything else that costs CPU. */
import { resolve } from 'node:path';
import type { MiniflareOptions } from 'miniflare';
import { bindingsOf, compatibilityOf, manifestOf, OWN_SOCKET, QUIET, readProject, type Vars } from '../test/workerd.ts';

interface RunOptions {
  /** The folder that wrangler built it in. */
  readonly folder: string;
  /** Compatibility flags in addition to those of wrangler.toml. */
  readonly flags: readonly string[];
  /** The bytes of its corpus. */
  readonly corpus: Uint8Array;
  /** The state of a local D1 database. */
  readonly persistTo?: string;
  readonly vars?: Vars;
  readonly inspectorPort?: number;
  /** Without it, there is no limiter and the log is discarded. */
  readonly watched?: Watched;
}

/** What a test of a Worker needs, and a measurement must not have. */
export interface Watched {
  /** The requests that the binding of the rate limit allows in a minute. */
  readonly requestsPerMinute: number;
  readonly onLog: (line: string) => void;
}

/** The name of the Worker. */
export const NAME = 'measured';

export function optionsFor({
  folder,
  flags,
  corpus,
  persistTo,
  vars,
  inspectorPort,
  watched,
}: RunOptions): MiniflareOptions {
  const { compatibilityDate, compatibilityFlags: given } = compatibilityOf(readProject());
  const compatibilityFlags = [...given, ...flags];
  // The same requests are sent again and again, so remembered answers would measure nothing.
  const settings: Vars = { GRAPHIQL: false, RATE_LIMIT: 'off', ANSWER_MEMORY_BYTES: 0, ...vars };
  const env = {
    ...bindingsOf(settings),
    ...(persistTo !== undefined && { DATABASE: { type: 'd1' as const, id: 'DATABASE' } }),
    ...(watched !== undefined && { RATE_LIMITER_LOCAL: limiterOf(watched) }),
  };
  return {
    ...QUIET,
    // The log has a line per request. Writing it costs the Worker CPU; here it is discarded.
    handleStructuredLogs: ({ message }) => watched?.onLog(message),
    ...(inspectorPort !== undefined && { inspectorPort }),
    ...(persistTo !== undefined && { resourcePersistencePath: resolve(persistTo, 'v3') }),
    workers: [
      {
        config: { name: NAME, compatibilityDate, compatibilityFlags, env, manifest: manifestOf(folder, corpus) },
        dev: OWN_SOCKET,
      },
    ],
  };
}

function limiterOf({ requestsPerMinute: limit }: Watched) {
  return { type: 'rate-limit' as const, namespace: 'watched', simple: { limit, period: 60 as const } };
}
