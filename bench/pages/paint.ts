/** Paint: when a phone shows the largest part of each page. */
import type { Browser } from 'playwright-core';
import type { PageAddress } from './corpora.ts';
import { openEdge } from './edge.ts';

export interface Paint extends PageAddress {
  /** Milliseconds from the request to the largest contentful paint and to the first, each time. */
  readonly largest: readonly number[];
  readonly first: readonly number[];
  /** What was largest: `p`, `h1`. */
  readonly element: string;
  /** Everything that the page took over the network, as it was sent. */
  readonly transferredBytes: number;
}

const TIMES = 5;
const VIEWPORT = { width: 390, height: 844 };
const SLOW_4G = { offline: false, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8, latency: 150 };
const SLOWER_CPU = 4;

/** Opens each page several times, all pages in turn. */
export async function paintPages(
  browser: Browser,
  worker: URL,
  pages: readonly PageAddress[],
  signal: AbortSignal,
): Promise<readonly Paint[]> {
  const edge = await openEdge(worker);
  try {
    const seen = pages.map((): Seen[] => []);
    for (let time = 0; time < TIMES; time++) {
      for (const [at, { address }] of pages.entries()) {
        signal.throwIfAborted();
        seen[at]?.push(await paintOnce(browser, edge.origin + address));
      }
    }
    return pages.map(({ name, address }, at) => {
      const times = seen[at] ?? [];
      const { element = '', transferredBytes = 0 } = times[0] ?? {};
      const largest = times.map((time) => time.largest);
      return { name, address, largest, first: times.map((time) => time.first), element, transferredBytes };
    });
  } finally {
    await edge.close();
  }
}

interface Seen {
  readonly largest: number;
  readonly first: number;
  readonly element: string;
  readonly transferredBytes: number;
}

async function paintOnce(browser: Browser, address: string): Promise<Seen> {
  // A context of its own has an empty cache.
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU });
    let transferredBytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      transferredBytes += encodedDataLength;
    });
    await page.goto(address, { waitUntil: 'load' });
    return { ...(await page.evaluate(readPaints)), transferredBytes };
  } finally {
    await context.close();
  }
}

/** Runs in the page. A largest paint may come after the load; none is later than the frame that is awaited here. */
async function readPaints(): Promise<Omit<Seen, 'transferredBytes'>> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const entries = await new Promise<readonly PerformanceEntry[]>((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries())).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
  });
  const last = entries.at(-1) as (PerformanceEntry & { readonly element?: Element | null }) | undefined;
  const [first] = performance.getEntriesByName('first-contentful-paint');
  return {
    largest: last?.startTime ?? Number.NaN,
    first: first?.startTime ?? Number.NaN,
    element: last?.element?.localName ?? '',
  };
}
