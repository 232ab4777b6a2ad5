/** Memory: what Dateline keeps in memory after many, mostly different requests. */
import { readFileSync } from 'node:fs';
import { type Ask, openAsk } from '../ask.ts';
import { type InspectedWorker, openInspectedWorker } from '../worker.ts';
import { placesAndDays } from './corpora.ts';
import type { Driver } from './driver.ts';
import { CONNECTIONS } from './measure.ts';
import { LOOKUP, SEARCH, WHO_SAYS_WHAT_HAPPENED } from './operations.ts';
import type { Server } from './servers.ts';

export interface Memory {
  readonly requests: number;
  /** The memory of the process; 0 if this is not Linux. */
  readonly residentBytes: number;
  /** The heap of V8 after garbage collection. */
  readonly heapBytes: number;
}

/** The numbers of requests after which memory is measured. */
const LOOKS = [1000, 10_000, 50_000, 100_000];

/** How many different lookups there are. */
const LOOKUPS = 2000;

export async function measureMemory(server: Server, corpus: Uint8Array, driver: Driver): Promise<readonly Memory[]> {
  const bodies = mixture(openAsk(corpus));
  const worker = await openInspectedWorker(server.build, corpus, server.vars);
  try {
    const looks: Memory[] = [];
    for (const [at, requests] of LOOKS.entries()) {
      const amount = requests - (LOOKS[at - 1] ?? 0);
      await driver.run({ url: `${worker.url}`, bodies, amount, connections: CONNECTIONS });
      looks.push({ requests, ...(await lookAt(worker)) });
    }
    return looks;
  } finally {
    await worker.close();
  }
}

/** Lookups, searches for names and "who says what happened", in turn. */
function mixture(ask: Ask): readonly string[] {
  const questions = placesAndDays(ask);
  return slugs(ask).flatMap((slug, at) => {
    const [word = ''] = slug.split('-').slice(-2);
    const lookup = { query: LOOKUP, variables: { slug } };
    const search = { query: SEARCH, variables: { query: word } };
    const question = { query: WHO_SAYS_WHAT_HAPPENED, variables: questions[at % questions.length] };
    return [lookup, ...(at % 4 === 0 ? [search] : []), ...(at % 2 === 0 ? [question] : [])].map((asked) =>
      JSON.stringify(asked),
    );
  });
}

function slugs(ask: Ask): readonly string[] {
  const known: string[] = [];
  let after: string | null = null;
  do {
    const { statements }: Page = ask(
      'query ($after: String) { statements(first: 100, after: $after) { nodes { slug } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    known.push(...statements.nodes.map(({ slug }) => slug));
    after = statements.pageInfo.hasNextPage ? statements.pageInfo.endCursor : null;
  } while (after !== null && known.length < LOOKUPS);
  return known;
}

interface Page {
  readonly statements: {
    readonly nodes: readonly { readonly slug: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

async function lookAt(worker: InspectedWorker): Promise<Omit<Memory, 'requests'>> {
  const heapBytes = await worker.heapBytes();
  return { heapBytes, residentBytes: residentBytes(worker.process) };
}

function residentBytes(process: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
