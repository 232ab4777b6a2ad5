/** Corpora: the one of this repository, and a generated one with answers of about the same size. */
import { readFileSync } from 'node:fs';
import { packBundle } from '../../data/bundled/pack.ts';
import { indexCorpus } from '../../data/engine/build.ts';
import { compileFolder } from '../../test/corpus.ts';
import { type Ask, openAsk } from '../ask.ts';
import { prepareCorpus } from '../corpus.ts';
import type { Variables } from '../questions.ts';
import { readVocabulary } from '../words.ts';
import { type Asked, WHO_SAYS_WHAT_HAPPENED } from './operations.ts';

export interface NamedCorpus extends Asked {
  readonly name: string;
}

/** The corpus of this repository. */
export function seedCorpus(): NamedCorpus {
  const corpus = compileFolder('data/corpus');
  const [word = ''] = readVocabulary(corpus.texts).byFrequency;
  return { name: 'seed', bundle: packBundle(indexCorpus(corpus)), word, question: {} };
}

/** The generated corpus, with a question whose answer is about as long as that over the seed. */
export async function generatedCorpus(size: number, seed: Asked, signal: AbortSignal): Promise<NamedCorpus> {
  const { bundlePath, statements, draws } = await prepareCorpus(size, signal);
  const bundle = readFileSync(bundlePath);
  const [drawn] = draws.frequentWord;
  const length = answerLength(openAsk(seed.bundle), {});
  return {
    name: `${statements.toLocaleString('en')} statements`,
    bundle,
    word: String(drawn?.query),
    question: fittingQuestion(openAsk(bundle), length),
  };
}

/** Places and days of events. */
export function placesAndDays(ask: Ask): readonly Variables[] {
  const { events } = ask<Dated>(
    '{ events(first: 100, orderBy: { field: REPORTS, direction: DESC }) { nodes { date { latest } places { slug } } } }',
  );
  return events.nodes.flatMap(({ date, places }) =>
    date?.latest == null ? [] : places.map(({ slug }) => ({ places: [slug], day: date.latest })),
  );
}

interface Dated {
  readonly events: {
    readonly nodes: readonly {
      readonly date: { readonly latest: string | null } | null;
      readonly places: readonly { readonly slug: string }[];
    }[];
  };
}

function fittingQuestion(ask: Ask, length: number): Variables {
  const sized = placesAndDays(ask).map((variables) => ({ variables, length: answerLength(ask, variables) }));
  const [closest] = sized.sort((a, b) => Math.abs(a.length - length) - Math.abs(b.length - length));
  if (closest === undefined) throw new Error('No event has a day and a place.');
  return closest.variables;
}

function answerLength(ask: Ask, variables: Variables): number {
  return JSON.stringify(ask<object>(WHO_SAYS_WHAT_HAPPENED, variables)).length;
}
