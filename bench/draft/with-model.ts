/** Proposing with a model: what `draft --model` writes about a text, in a form that can be compared with marks. */
import { parse } from 'yaml';
import type { Anchors, Annotation } from '../../data/compile/index.ts';
import { ENTITY_FOLDERS } from '../../newsroom/corpus-path.ts';
import { openCast } from '../../newsroom/draft/cast.ts';
import { draftArticle } from '../../newsroom/draft/draft.ts';
import { openPlaces } from '../../newsroom/draft/model/place.ts';
import type { Server } from '../../newsroom/draft/model/server.ts';
import { overlaps, within } from '../../newsroom/draft/sheet.ts';
import type { MarkedText } from './gold.ts';
import { type Proposals, proposeByRules } from './propose.ts';

/** Drafts the text without a corpus, with the answer of a model; `failed` says why there is none. */
export async function proposeWithModel(
  marked: MarkedText,
  server: Server,
): Promise<Proposals | { readonly failed: string }> {
  const { text, date: published } = marked;
  const answer = await server.ask({ text, language: 'en', published });
  if ('failed' in answer) return answer;
  const cast = openCast({ articles: [], entities: [], introductions: [], retired: [] });
  const { files } = draftArticle({ text, slug: ARTICLE, language: 'en', published }, cast, '', answer);
  const annotation: Annotation = parse(files.get(`articles/${ARTICLE}.yaml`) ?? '');
  const { dates, names } = proposeByRules(marked);
  const more = datesIn(annotation, text).filter((one) => !dates.some((other) => overlaps(one, other)));
  return {
    speech: speechIn(annotation, text),
    dates: [...dates, ...more],
    names: [...names, ...namesIn(annotation, { text, rules: names, files })],
  };
}

const ARTICLE = 'marked';

const KINDS: ReadonlyMap<string, 'direct' | 'mixed'> = new Map([
  ['DIRECT_QUOTE', 'direct'],
  ['MIXED_QUOTE', 'mixed'],
]);

function speechIn({ statements = [] }: Annotation, text: string): Proposals['speech'] {
  const { exact } = openPlaces(text);
  return statements.map(({ content, speakers, kind }) => ({
    content: exact(content),
    source: speakers.flatMap(({ evidence }) => exact(evidence)),
    kind: KINDS.get(kind) ?? 'indirect',
  }));
}

/** The dates of all items, wherever they are in them. */
function datesIn(value: unknown, text: string): Proposals['dates'][number][] {
  if (typeof value !== 'object' || value === null) return [];
  if (!('edtf' in value && 'words' in value)) return Object.values(value).flatMap((one) => datesIn(one, text));
  const [range] = openPlaces(text).exact(value.words as Anchors);
  return range === undefined ? [] : [{ ...range, edtf: String(value.edtf) }];
}

/** What only the model names. A plain name stands for all of its places, but not for those inside a longer name. */
function namesIn(
  { mentions = {} }: Annotation,
  { text, rules, files }: { text: string; rules: Proposals['names']; files: ReadonlyMap<string, string> },
): Proposals['names'][number][] {
  const places = openPlaces(text);
  const types = Object.entries(ENTITY_FOLDERS);
  const known = rules.flatMap((name) => name.mentions);
  return Object.entries(mentions).map(([slug, mention]) => {
    const names = typeof mention === 'object' && 'names' in mention ? mention.names : mention;
    const ranges = [names].flat().flatMap((name) => (typeof name === 'string' ? places.all(name) : places.exact(name)));
    return {
      type: types.find(([, folder]) => files.has(`${folder}/${slug}.yaml`))?.[0] ?? '',
      mentions: ranges.filter((range) => !known.some((other) => within(range, other))),
    };
  });
}
