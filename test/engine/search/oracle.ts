// The search as its promises say it, word by word over every text: slow, and too plain to be wrong. Only what a word is
// (fold.ts, other-spelling.ts), what was typed (query.ts) and the formula of the score (score.ts) are shared with the engine.

import type { SearchableCorpus } from '../../../data/engine/search/build-layout.ts';
import { type SpelledWord, spelledWords } from '../../../data/engine/search/other-spelling.ts';
import type { Hit } from '../../../data/engine/search/rank.ts';
import {
  HEADLINE_WEIGHT,
  isLinking,
  NAME_WEIGHT,
  QUALITIES,
  rarity,
  relevance,
  toThousandths,
} from '../../../data/engine/search/score.ts';
import type { Word } from '../../../data/fold.ts';
import { ENTITY_TYPES, type EntityType } from '../../../data/model.ts';
import { isLoneLetter, type ParsedQuery, type Phrase } from '../../../data/search-text.ts';

/** The spellings by which a word is found; none for a word that does not belong to the text. */
type Spellings = readonly string[];

/** A stretch of text whose words follow each other. */
interface Part {
  readonly words: readonly Spellings[];
  /** How many of the first words are a headline. */
  readonly headline: number;
}

/** A field of a thing; of several fields that have a word the best counts. */
interface Field {
  readonly type: EntityType;
  readonly number: number;
  readonly parts: readonly Part[];
  readonly length: number;
  readonly averageLength: number;
  readonly weight: number;
}

export interface Filter {
  readonly types: readonly EntityType[];
  readonly allowed: { readonly [T in EntityType]?: Uint32Array };
}

/** What gives all hits in their ranking. */
export function openScan(corpus: SearchableCorpus): (query: ParsedQuery, filter: Filter) => Hit[] {
  const things = new Map<string, Field[]>();
  for (const field of fieldsOf(corpus)) {
    const key = `${field.type} ${field.number}`;
    things.set(key, [...(things.get(key) ?? []), field]);
  }
  const texts = [...corpus.articles.map(({ text }) => text), ...corpus.names.map(({ name }) => name)].map((text) =>
    spelledWords(text).map(spellingsOf),
  );
  return (query, filter) => scan([...things.values()], texts, query, filter);
}

function spellingsOf({ folded, also }: SpelledWord): Spellings {
  return [folded, ...also];
}

function scan(
  things: readonly (readonly Field[])[],
  texts: readonly (readonly Spellings[])[],
  query: ParsedQuery,
  { types, allowed }: Filter,
): Hit[] {
  if (query.words.length + query.phrases.length === 0) return [];
  const all = texts.flat(2);
  const wordCount = texts.flat().length;
  const counters = [
    ...query.words.map((word) => wordCounter(word, new Set(all))),
    ...query.phrases.map((phrase) => phraseCounter(phrase)),
  ];
  const rarities = counters.map((count) =>
    rarity(
      texts.reduce((sum, text) => sum + text.reduce((more, _, at) => more + count(text, at).length, 0), 0),
      wordCount,
    ),
  );

  const isAsked = counters.map((_, index) => {
    const word = query.words[index];
    return word === undefined || !isLinking(word, all.filter((one) => one === word).length, wordCount);
  });

  const hits: Hit[] = [];
  for (const [first, ...others] of things) {
    const scores = counters.map((count, index) =>
      Math.max(...[first!, ...others].map((field) => scoreField(field, count, rarities[index]!))),
    );
    const { type, number } = first!;
    const isAllowed = types.includes(type) && (allowed[type]?.includes(number) ?? true);
    const found = scores.flatMap((score, index) => (score > 0 ? [index] : []));
    const hasPhrases = !scores.slice(query.words.length).includes(0);
    const isNamed = type !== 'Article' && type !== 'Statement';
    const hasMeaning = isAsked.includes(true) && scores.every((score, index) => score > 0 || !isAsked[index]);
    const isTyped = hasPhrases && [first!, ...others].some((field) => isTypedWhole(field, query));
    if (!isAllowed || (found.length < scores.length && !(found.length > 0 && (isTyped || (hasMeaning && isNamed)))))
      continue;
    const score =
      add(scores) * (found.length === scores.length ? 1 : add(found.map((index) => rarities[index]!)) / add(rarities));
    hits.push({ type, number, score: toThousandths(score) / 1000 });
  }
  return hits.sort(
    (a, b) => b.score - a.score || ENTITY_TYPES.indexOf(a.type) - ENTITY_TYPES.indexOf(b.type) || a.number - b.number,
  );
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** A name all of whose words were typed, whatever else was. */
function isTypedWhole({ type, parts, length }: Field, query: ParsedQuery): boolean {
  if (type === 'Article' || type === 'Statement' || length === 0) return false;
  const typed = [...query.words, ...query.endings];
  return parts.every((part) => part.words.every((spellings) => spellings.some((word) => typed.includes(word))));
}

/** The qualities of all that stands at a place of a text and counts for a word or phrase. */
type Counter = (text: readonly Spellings[], at: number) => readonly number[];

function wordCounter(wanted: string, all: ReadonlySet<string>): Counter {
  const isLone = isLoneLetter(wanted);
  const beginSo = [...all].some((word) => word.startsWith(wanted));
  const qualityOf = (word: string): number => {
    if (word === wanted) return QUALITIES.EXACT;
    if (isLone) return 0;
    if (word.startsWith(wanted)) return QUALITIES.PREFIX;
    return !beginSo && [...wanted].length >= 4 && mistakesBetween(wanted, word) === 1 ? QUALITIES.MISTAKE : 0;
  };
  return (text, at) => (text[at] ?? []).map(qualityOf).filter((quality) => quality > 0);
}

function phraseCounter({ words: wanted, length }: Phrase): Counter {
  return (text, at) => {
    const covered = text.slice(at, at + length);
    if (covered.length < length || covered.some((spellings) => spellings.length === 0)) return [];
    const isThere = wanted.every(({ folded, offset, isPrefix }) =>
      covered[offset]!.some((word) => (isPrefix ? word.startsWith(folded) : word === folded)),
    );
    return isThere ? [QUALITIES.EXACT] : [];
  };
}

function scoreField(field: Field, count: Counter, rarityOfWord: number): number {
  let frequency = 0;
  for (const { words: text, headline } of field.parts) {
    for (const at of text.keys()) frequency += add(count(text, at)) * (at < headline ? HEADLINE_WEIGHT : 1);
  }
  return frequency === 0 ? 0 : field.weight * rarityOfWord * relevance(frequency, field.length, field.averageLength);
}

/** Optimal string alignment: the fewest letters to insert, delete or replace, or neighbours to swap. */
export function mistakesBetween(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  const table = Array.from({ length: from.length + 1 }, (_, row) =>
    Array.from({ length: to.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  for (let row = 1; row <= from.length; row++) {
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      let best = Math.min(
        table[row - 1]![column]! + 1,
        table[row]![column - 1]! + 1,
        table[row - 1]![column - 1]! + Number(!isSame),
      );
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (isSwap) best = Math.min(best, table[row - 2]![column - 2]! + 1);
      table[row]![column] = best;
    }
  }
  return table[from.length]![to.length]!;
}

function fieldsOf({ articles, names }: SearchableCorpus): Field[] {
  const split = articles.map((article) => ({ ...article, words: spelledWords(article.text) }));
  const plain = [
    ...split.map((article, number): Omit<Field, 'averageLength'> => {
      const headlineEnd = article.paragraphs[0]?.utf16End ?? 0;
      const headline = article.words.filter(({ utf16End }) => utf16End <= headlineEnd).length;
      const parts = [{ words: article.words.map(spellingsOf), headline }];
      return { type: 'Article', number, parts, length: article.words.length, weight: 1 };
    }),
    ...statementFields(split),
    ...names.map(({ type, number, name }): Omit<Field, 'averageLength'> => {
      const found = spelledWords(name).map(spellingsOf);
      return { type, number, parts: [{ words: found, headline: 0 }], length: found.length, weight: NAME_WEIGHT };
    }),
  ];
  const kindOf = ({ type }: Pick<Field, 'type'>) => (type === 'Article' || type === 'Statement' ? type : 'Name');
  const averages = new Map(
    ['Article', 'Statement', 'Name'].map((kind) => {
      const lengths = plain.filter((field) => kindOf(field) === kind && field.length > 0).map(({ length }) => length);
      return [kind, Math.round((lengths.reduce((sum, length) => sum + length, 0) / lengths.length) * 1000) / 1000];
    }),
  );
  return plain.map((field) => ({ ...field, averageLength: averages.get(kindOf(field))! }));
}

function statementFields(
  articles: readonly (SearchableCorpus['articles'][number] & { readonly words: readonly SpelledWord[] })[],
): Omit<Field, 'averageLength'>[] {
  const numbers = new Set(articles.flatMap(({ statements }) => statements.map(({ number }) => number)));
  return [...numbers].map((number) => {
    const reporting = articles.filter(({ statements }) => statements.some((statement) => statement.number === number));
    const parts = reporting.map((article) => {
      const spans = article.statements.filter((statement) => statement.number === number).flatMap(({ spans }) => spans);
      const isIn = (word: Word) =>
        spans.some((span) => span.utf16Start <= word.utf16Start && word.utf16End <= span.utf16End);
      return { words: article.words.map((word) => (isIn(word) ? spellingsOf(word) : [])), headline: 0 };
    });
    const length = parts.flatMap((part) => part.words).filter((spellings) => spellings.length > 0).length;
    return { type: 'Statement', number, parts, length, weight: 1 };
  });
}
