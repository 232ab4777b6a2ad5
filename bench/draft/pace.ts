/** Pace: the time that drafting an article takes, alone and as the next of a corpus. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { openCast } from '../../newsroom/draft/cast.ts';
import { draftArticle } from '../../newsroom/draft/draft.ts';
import type { MarkedText } from './gold.ts';
import { type Cost, measureOneMore } from './growth.ts';

export interface Pace {
  /** Of one text, once the rules are loaded. */
  readonly inProcess: Cost;
  readonly oneMore: Cost;
  /** The articles that the corpus of `oneMore` had. */
  readonly among: number;
}

const AMONG = 2000;
const LEAST_RUNS = 100;
const FILE = '.generated/bench/one-more.txt';

/** Drafts the texts in this process, and the first of them into a generated corpus. */
export function measurePace(texts: readonly MarkedText[]): Pace {
  for (const text of texts) draftAlone(text);
  const rounds = Math.ceil(LEAST_RUNS / texts.length);
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (let round = 0; round < rounds; round++) for (const text of texts) draftAlone(text);
  const { user, system } = process.cpuUsage(cpu);
  const runs = rounds * texts.length;
  const inProcess = { wallMs: (performance.now() - start) / runs, cpuMs: (user + system) / 1000 / runs };
  mkdirSync('.generated/bench', { recursive: true });
  writeFileSync(FILE, texts[0]?.text ?? '');
  return { inProcess, oneMore: measureOneMore(AMONG, FILE), among: AMONG };
}

function draftAlone({ text, date }: MarkedText): void {
  const cast = openCast({ articles: [], entities: [], introductions: [], retired: [] });
  draftArticle({ text, slug: cast.takeSlug('a'), language: 'en', published: date }, cast, 'corpus');
}
