/**
 * The file of an earlier text of an article: in its front matter only what differs from the text that replaced it, then
 * the text itself, or where in the newer one it ended.
 */
import { anchor, openText } from './anchor.ts';
import { type ArticleText, digestOf, reportEmpty, splitText, trimLines } from './article-text.ts';
import { type EarlierFrontMatter, earlierFrontMatter } from './authored-file.ts';
import { checkAgainst } from './issue.ts';
import type { Report } from './problem.ts';
import type { CorpusFile } from './read.ts';
import { openedYaml } from './revision.ts';
import type { YamlSource } from './yaml.ts';

/** Checks the file, and completes its front matter from the text that replaced it. */
export function checkEarlierText(part: CorpusFile, newer: ArticleText, report: Report): ArticleText | null {
  const split = splitText(part, report);
  // Nothing differs if there is nothing between the two lines.
  const parts = split?.yaml.value === null ? { ...split, yaml: { ...openedYaml(split.yaml), value: {} } } : split;
  const own = parts === null ? null : checkAgainst(earlierFrontMatter, parts.yaml, report);
  if (parts === null || own === null) return null;
  const body = own.upTo === undefined ? bodyOf(parts, report) : beginningOf(newer, parts, own, report);
  if (body === null) return null;
  const { upTo, ...differs } = own;
  return {
    ...body,
    digest: digestOf(body.text),
    withheld: newer.withheld,
    yaml: besides(parts.yaml, newer.yaml),
    frontMatter: { ...newer.frontMatter, revised: undefined, ...differs },
  };
}

type Body = Pick<ArticleText, 'file' | 'from' | 'text'>;

function bodyOf({ file, from, text }: Body, report: Report): Body | null {
  if (text !== '') return { file, from, text };
  reportEmpty(file, report);
  return null;
}

/** The newer text up to the words, without the blank lines before them. */
function beginningOf(
  newer: ArticleText,
  parts: Body & Pick<ArticleText, 'yaml'>,
  { upTo = '' }: EarlierFrontMatter,
  report: Report,
): Body | null {
  const at = parts.yaml.at(['upTo']);
  if (parts.text !== '') {
    report({
      code: 'exactly-one',
      at: parts.yaml.at(['upTo'], 'key'),
      says: 'There is both a text and "upTo".',
      expected: 'the text, or "upTo" with the words of the newer text where it ended.',
      fix: 'Remove one of the two.',
    });
    return null;
  }
  const words = anchor(upTo, openText('', newer.text, newer.file, newer.from), at, report);
  if (words === null) return null;
  const { to } = trimLines(newer.text.slice(0, words.utf16Start), 0);
  const text = newer.text.slice(0, to);
  if (text.trim() !== '') return { file: newer.file, from: newer.from, text };
  reportEmpty(parts.yaml.file, report);
  return null;
}

/** What the front matter itself gives is placed there, everything else where the newer text gives it. */
function besides(own: YamlSource, newer: YamlSource): YamlSource {
  const fields = new Set(Object.keys(Object(own.value)));
  return {
    ...openedYaml(own),
    at: (path, part) =>
      path[0] === undefined || path[0] === 'revised' || fields.has(String(path[0]))
        ? own.at(path, part)
        : newer.at(path, part),
  };
}
