/** Corpora: what the pages are measured over, and the address of each page in them. */
import { readFileSync } from 'node:fs';
import { packBundle } from '../../data/bundled/pack.ts';
import { indexCorpus } from '../../data/engine/build.ts';
import { compileFolder } from '../../test/corpus.ts';
import { openAsk } from '../ask.ts';
import { prepareCorpus } from '../corpus.ts';
import { readVocabulary } from '../words.ts';

export interface CorpusOfPages {
  readonly name: string;
  readonly bundle: Uint8Array;
  readonly pages: readonly PageAddress[];
}

export interface PageAddress {
  readonly name: string;
  readonly address: string;
}

/** A folder of this repository. */
export function repositoryCorpus(name: string, folder: string): CorpusOfPages {
  const corpus = compileFolder(folder);
  const [word = ''] = readVocabulary(corpus.texts).byFrequency;
  const bundle = packBundle(indexCorpus(corpus));
  return { name, bundle, pages: pagesOf(bundle, word) };
}

/** The generated corpus of about this many statements. */
export async function generatedCorpus(size: number, signal: AbortSignal): Promise<CorpusOfPages> {
  const { bundlePath, articles, draws } = await prepareCorpus(size, signal);
  const bundle = readFileSync(bundlePath);
  const [drawn] = draws.frequentWord;
  return { name: `${articles} generated articles`, bundle, pages: pagesOf(bundle, String(drawn?.query)) };
}

/** One of each kind: the article that comes last, and of other things those that most is reported of. */
const NAMED = `{
  articles(first: 1, orderBy: { field: PUBLISHED, direction: DESC }) { nodes { url } }
  statements(first: 1, orderBy: { field: QUOTES, direction: DESC }) { nodes { url } }
  events(first: 1, orderBy: { field: REPORTS, direction: DESC }) { nodes { url } }
  people(first: 2, orderBy: { field: MENTIONS, direction: DESC }) { nodes { url slug } }
  places(first: 1, orderBy: { field: MENTIONS, direction: DESC }) { nodes { url } }
}`;

type Named = Readonly<
  Record<
    'articles' | 'statements' | 'events' | 'people' | 'places',
    { readonly nodes: readonly { readonly url: string; readonly slug: string }[] }
  >
>;

/** A page may be missing here or in the Worker; it is left out then. */
function pagesOf(bundle: Uint8Array, word: string): readonly PageAddress[] {
  const { articles, statements, events, people, places } = openAsk(bundle)<Named>(NAMED);
  const [person, other] = people.nodes;
  const found: readonly (readonly [name: string, address: string | undefined])[] = [
    ['front', '/'],
    ['article', articles.nodes[0]?.url],
    ['statement', statements.nodes[0]?.url],
    ['event', events.nodes[0]?.url],
    ['person', person?.url],
    ['place', places.nodes[0]?.url],
    ['timeline', '/timeline'],
    ['search', `/search?${new URLSearchParams({ q: word })}`],
    ['paths', person && other && `/paths?${new URLSearchParams({ from: person.slug, to: other.slug })}`],
  ];
  return found.flatMap(([name, address]) => (address === undefined ? [] : [{ name, address }]));
}
