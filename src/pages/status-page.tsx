/** `/healthz` and `/readyz` for readers. */
import { type CorpusSummary, ENTITY_TYPES } from '../../data/model.ts';
import { PAGE_FOLDERS } from '../../schema/node.ts';
import type { OpenStore } from '../corpus.ts';
import { UNCACHED } from '../http/caching.ts';
import { type Exchange, setHeader } from '../http/exchange.ts';
import { readSummary } from '../http/health.ts';
import type { Page } from './layout.tsx';
import { respondPage } from './respond-page.ts';

export function answerHealthPage(version: string) {
  return (exchange: Exchange): Response => {
    setHeader(exchange, 'Cache-Control', UNCACHED);
    return respondPage(exchange, 200, statusPage('Running', version, null));
  };
}

export function answerReadinessPage(openStore: OpenStore, version: string) {
  return async (exchange: Exchange): Promise<Response> => {
    const summary = await readSummary(openStore);
    setHeader(exchange, 'Cache-Control', UNCACHED);
    return respondPage(exchange, 200, statusPage('Ready', version, summary));
  };
}

function statusPage(title: string, version: string, summary: CorpusSummary | null): Page {
  return {
    title,
    description: 'Whether this endpoint answers, and which corpus it serves.',
    section: null,
    content: (
      <>
        <header class="opening">
          <p class="kicker">Status</p>
          <h1>{title}</h1>
        </header>
        {summary !== null && (
          <dl class="figures">
            {ENTITY_TYPES.map((type) => (
              <div>
                <dt>{PAGE_FOLDERS[type]}</dt>
                <dd>{summary.counts[type].toLocaleString('en')}</dd>
              </div>
            ))}
          </dl>
        )}
        <dl class="facts">
          <div>
            <dt>Code</dt>
            <dd>
              <code>{version}</code>
            </dd>
          </div>
          {summary !== null && (
            <div>
              <dt>Corpus</dt>
              <dd>
                <code>{summary.version}</code>
              </dd>
            </div>
          )}
        </dl>
        <ul class="links">
          <li>
            <a href="/healthz">Is it running?</a>
          </li>
          <li>
            <a href="/readyz">Can it answer?</a>
          </li>
          <li>
            <a href={summary === null ? '/healthz?raw' : '/readyz?raw'}>As JSON</a>
          </li>
        </ul>
      </>
    ),
  };
}
