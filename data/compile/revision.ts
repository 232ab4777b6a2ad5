/** The revisions of an article: the items that stand in each, and what its front matter says of it. */
import type { Standing } from '../model.ts';
import type { AuthoredAnnotation, Item } from './authored-annotation.ts';
import type { AuthoredArticle, EarlierText } from './authored-article.ts';
import { counted, type Problem, type Report } from './problem.ts';
import type { Path, YamlSource } from './yaml.ts';

/**
 * From when to when an item stands. Its path in the annotation of a revision begins with the number of the file that has
 * it, unless that is the present one.
 */
export function standingOf(since = 1, path: Path): Standing | null {
  const until = fileOf(path);
  return since === 1 && until === null ? null : { since, until };
}

/** The number of the file that has an item; null for the present one. */
export function fileOf([first]: Path): number | null {
  return typeof first === 'number' ? first : null;
}

/** The number of the present text. */
export function numberOf({ earlier }: Pick<AuthoredArticle, 'earlier'>): number {
  return earlier.length + 1;
}

/** The present text of an article, then those that it replaced, the newest first. */
export function allTexts<Present extends { readonly earlier: readonly unknown[] }>(
  article: Present,
): readonly (Present | Present['earlier'][number])[] {
  return [article, ...article.earlier];
}

/** The YAML of all files of an article. */
export function yamlsOf(article: AuthoredArticle): YamlSource[] {
  return allTexts(article).flatMap(({ text, annotation }) => [text.yaml, annotation.yaml]);
}

/** An earlier text as an article of its own, with the items that stand in it. */
export function articleAt(article: AuthoredArticle, { number, text }: EarlierText): AuthoredArticle {
  return { ...article, text, annotation: annotationOf(article, number) };
}

/** The annotation of a revision: the items of its own file and of newer ones that stand in it. */
export function annotationOf({ annotation, earlier }: AuthoredArticle, number: number): AuthoredAnnotation {
  const yamlOf = new Map(earlier.map((one) => [one.number, one.annotation.yaml]));
  const files = [
    { prefix: [], annotation },
    ...earlier
      .filter((one) => one.number >= number)
      .map((one) => ({ prefix: [one.number], annotation: one.annotation })),
  ];
  function standing<Value extends { readonly since?: number | undefined }>(
    itemsOf: (of: AuthoredAnnotation) => readonly Item<Value>[],
  ): Item<Value>[] {
    return files.flatMap(({ prefix, annotation: of }) =>
      itemsOf(of)
        .filter(({ value: { since = 1 } }) => since <= number)
        .map(({ value, path }) => ({ value, path: [...prefix, ...path] })),
    );
  }
  return {
    yaml: {
      ...openedYaml(annotation.yaml),
      at(path, part) {
        const file = fileOf(path);
        return file === null ? annotation.yaml.at(path, part) : placesIn(yamlOf, file).at(path.slice(1), part);
      },
    },
    quoted: new Set(files.flatMap((one) => [...one.annotation.quoted])),
    statements: standing((of) => of.statements),
    events: standing((of) => of.events),
    facts: standing((of) => of.facts),
    mentions: files.flatMap(({ prefix, annotation: of }) =>
      of.mentions.map((mention) => ({ ...mention, path: [...prefix, ...mention.path] })),
    ),
  };
}

function placesIn(yamlOf: ReadonlyMap<number, YamlSource>, file: number): YamlSource {
  const yaml = yamlOf.get(file);
  if (yaml === undefined) throw new Error(`The article has no file of revision ${file}.`);
  return yaml;
}

/** The same without getters, which a copy would lose. */
export function openedYaml({ file, value, outline, drafts, at }: YamlSource): YamlSource {
  return { file, value, outline, drafts, at };
}

/** Checks what the texts and annotations of an article say of its revisions. */
export function checkRevisions(article: AuthoredArticle, report: Report): void {
  const last = numberOf(article);
  const texts = [{ number: last, text: article.text, annotation: article.annotation }, ...article.earlier];
  for (const [index, { number, text, annotation }] of texts.entries()) {
    reportSince(annotation, number, report);
    const { revised } = text.frontMatter;
    const at = text.yaml.at(['revised'], 'key');
    if (number === 1 && revised !== undefined) {
      report({
        code: 'needless-field',
        at,
        says: 'This is the first text of the article, so it replaced no other.',
        expected: null,
        fix: `Remove "revised", or add the earlier text as ${article.slug}@1.md with ${article.slug}@1.yaml.`,
      });
    } else if (number > 1 && revised === undefined) {
      report({
        code: 'missing-field',
        at: text.yaml.at([]),
        says: `This is revision ${number} of the article, and nothing says when and why it replaced revision ${number - 1}.`,
        expected: '"revised" with "on" and "reason".',
        fix: 'Add "revised: { on: YYYY-MM-DD, reason: … }" to the front matter.',
      });
    }
    const before = texts[index + 1]?.text.frontMatter.revised?.on;
    if (revised !== undefined && before !== undefined && revised.on < before) {
      report({
        code: 'end-before-start',
        at: text.yaml.at(['revised', 'on']),
        says: `Revision ${number} is of ${revised.on}, before revision ${number - 1} (${before}).`,
        expected: 'revisions in the order of their days.',
        fix: 'Correct one of the days, or the numbers of the files.',
      });
    }
  }
}

function reportSince(annotation: AuthoredAnnotation, last: number, report: Report): void {
  const items = [...annotation.statements, ...annotation.events, ...annotation.facts];
  for (const { value, path } of items) {
    if ((value.since ?? 1) <= last) continue;
    report({
      code: 'end-before-start',
      at: annotation.yaml.at([...path, 'since']),
      says: `This stands since revision ${value.since}, and the last revision of its file is ${last}.`,
      expected: `a number up to ${last}: the article has ${counted(last, 'text')} up to that of this file.`,
      fix: 'Correct "since", or move the item to the file of a later revision.',
    });
  }
}

/** Reports each problem of an item once, though it is read in several texts. */
export function reportEach(report: Report): {
  readonly report: Report;
  readonly reportEarlier: (number: number) => Report;
} {
  const reported = new Set<string>();
  const once: Report = (problem) => {
    const key = `${problem.code} ${problem.at.file.path} ${problem.at.start}`;
    if (!reported.has(key)) report(problem);
    reported.add(key);
  };
  return {
    report: once,
    reportEarlier: (number) => (problem) => {
      const isQuote = problem.code === 'quote-not-found' || problem.code === 'quote-ambiguous';
      once(isQuote ? { ...problem, fix: `${problem.fix} ${whyEarlier(number, problem)}` } : problem);
    },
  };
}

/** An item is looked for in every text from its first revision to its last, and a byline in every text. */
function whyEarlier(number: number, { at }: Problem): string {
  const mend = at.file.path.endsWith('.md')
    ? `write what it had in its own front matter, such as "bylines: []".`
    : `write "since: ${number + 1}".`;
  return `Revision ${number} is an earlier text: if it did not say this yet, ${mend}`;
}
