/** The words of an article that name a thing, for an editor who has to say which thing is meant. */
import { type Anchors, checkText, listAnchors, openText, placesOfWords, type Slug } from '../../data/compile/index.ts';
import { openSentences } from '../check/sentence-of.ts';
import { corpusFile } from '../corpus-path.ts';
import { namesOf } from '../review/proposal.ts';
import { fieldsOf, valueAt } from '../review/reference.ts';
import type { Rewrite } from './rewrite.ts';
import { placesOf } from './slug-place.ts';

const MOST_SHOWN = 3;

/** The first sentences that name it, as its mentions, or else the items that refer to it, say; never an empty list. */
export function mentionedIn(files: readonly string[], slug: Slug, rewrite: Rewrite): string[] {
  const sentences = files.flatMap((file) => sentencesIn(file, slug, rewrite));
  const distinct = [...new Set(sentences)];
  const more = distinct.length - MOST_SHOWN;
  if (distinct.length > 0) return [...distinct.slice(0, MOST_SHOWN), ...(more > 0 ? [`… and ${more} more`] : [])];
  return [`It stands there as ${files.flatMap((file) => waysIn(file, slug, rewrite)).join(', ')}.`];
}

function sentencesIn(file: string, slug: Slug, rewrite: Rewrite): string[] {
  const textFile = file.replace(/\.yaml$/, '.md');
  const content = textFile.startsWith('articles/') ? rewrite.read(textFile) : null;
  const text = content === null ? null : checkText(corpusFile(textFile, content, rewrite.corpus.folder), () => {});
  if (text === null) return [];
  const anchored = openText(slug, text.text, text.file, text.from);
  const sentenceAt = openSentences(text.text);
  return wordsNaming(file, slug, rewrite)
    .flatMap(({ anchor }) => placesOfWords(anchor, anchored))
    .sort((one, other) => one.start - other.start)
    .map(({ utf16Start, utf16End }) => {
      const { start, end } = sentenceAt({ start: utf16Start, end: utf16End });
      const [before, words, after] = [
        [start, utf16Start],
        [utf16Start, utf16End],
        [utf16End, end],
      ].map(([from, to]) => text.text.slice(from, to));
      return `${before}[${words}]${after}`.replaceAll('\n', ' ');
    });
}

/** The names that the article has for it; if it mentions none, the words beside each reference. */
function wordsNaming(file: string, slug: Slug, rewrite: Rewrite) {
  const value = rewrite.readValue(file);
  const mention = valueAt(value, ['mentions', slug]);
  if (mention !== undefined) return listAnchors(namesOf(mention) as Anchors);
  return placesOf(slug, file, value).flatMap(({ way }) => {
    const { evidence, words } = fieldsOf(valueAt(value, way.slice(0, -1)));
    const quoted = evidence ?? words;
    return quoted === undefined ? [] : listAnchors(quoted as Anchors);
  });
}

function waysIn(file: string, slug: Slug, rewrite: Rewrite): string[] {
  return placesOf(slug, file, rewrite.readValue(file)).map(({ way }) => way.join('.'));
}
