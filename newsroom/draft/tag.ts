/** Tags: the part of speech of each word, from a statistical tagger of English. */
import { createRequire } from 'node:module';
import type { ItsHelpers, Model, PartOfSpeech, WinkMethods } from 'wink-nlp';

/** A part of speech of Universal Dependencies. */
export type Tag = PartOfSpeech;

/**
 * The tags of a sentence given as its words and marks. A word that the tagger splits has the tag of its main part: that of
 * "can" for "can't", that of "owned" for "state-owned".
 */
export function tagWords(words: readonly string[]): Tag[] {
  tagger ??= load();
  const { nlp, its } = tagger;
  const short = words.map((word) => word.slice(0, LONGEST_WORD));
  const tokens = nlp.readDoc(short.join(' ')).tokens();
  const values = tokens.out(its.value);
  const tags = tokens.out(its.pos) as Tag[];
  let next = 0;
  return short.map((word) => {
    let [rest, tag] = [word.replace(/\s/g, '').length, null as Tag | null];
    for (; rest > 0 && next < values.length; next++) {
      rest -= values[next]?.length ?? 0;
      const own = tags[next] ?? 'X';
      if (tag === null || tag === 'PUNCT' || tag === 'SYM' || (word.includes('-') && own !== 'PUNCT' && own !== 'PART'))
        tag = own;
    }
    return tag ?? 'X';
  });
}

interface Tagger {
  readonly nlp: WinkMethods;
  readonly its: ItsHelpers;
}

let tagger: Tagger | null = null;

/** Loads the model on the first call, which takes 0.2 s. */
function load(): Tagger {
  const require = createRequire(import.meta.url);
  const open: (model: Model, pipeline: string[]) => WinkMethods = require('wink-nlp');
  const nlp = open(require('wink-eng-lite-web-model'), ['pos']);
  return { nlp, its: nlp.its };
}

/** The tagger's time grows with the square of a word's length. */
const LONGEST_WORD = 60;
