// The article that this project began with, drafted as if nobody had annotated it, against how its editors did.
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Annotation } from '../../../data/compile/index.ts';
import { openCast } from '../../draft/cast.ts';
import { draftArticle } from '../../draft/draft.ts';

const ARTICLE = 'data/corpus/articles/russia-ready-to-resume-ties-with-azerbaijan';
const TEXT = readFileSync(`${ARTICLE}.md`, 'utf8').split('\n---\n')[1]!.trim();
const GOLD: Annotation = parse(readFileSync(`${ARTICLE}.yaml`, 'utf8'));

let drafted: Annotation;
let names: string[];

beforeAll(() => {
  const cast = openCast({ articles: [], entities: [], introductions: [], retired: [] });
  const { files } = draftArticle(
    { text: TEXT, slug: cast.takeSlug('a'), language: 'en', published: null },
    cast,
    'corpus',
  );
  drafted = parse(files.get('corpus/articles/a.yaml') ?? '');
  names = [...files].filter(([path]) => !path.includes('articles')).map(([, file]) => parse(file).name);
});

test('every direct quotation is proposed, with the right speaker', () => {
  const direct = ({ statements = [] }: Annotation) =>
    statements
      .filter(({ kind }) => kind === 'DIRECT_QUOTE')
      .map(({ content, speakers }) => ({ content, speaker: speakers[0]?.agent }));
  expect(direct(GOLD)).toHaveLength(2);
  expect(direct(drafted)).toEqual(direct(GOLD));
});

test('every date is proposed with its value and its words', () => {
  const dates = (annotation: Annotation) =>
    new Set(
      [
        ...(annotation.events ?? []).map(({ date }) => date),
        ...(annotation.statements ?? []).map(({ date }) => date),
        ...(annotation.facts ?? []).map(({ birth }) => birth),
      ].flatMap((date) => (date === undefined ? [] : [`${date.edtf} ${plain(date.words)}`])),
    );
  // Only words of their own: "during this operation" points back at another date.
  const explicit = [...dates(GOLD)].filter((date) => /\d$|June/.test(date));
  expect(explicit.length).toBeGreaterThan(5);
  expect(explicit.filter((date) => ![...dates(drafted)].includes(date))).toEqual([]);
});

function plain(words: unknown): string {
  return typeof words === 'string' ? words : String((words as { quote: string }).quote);
}

test('nine of ten people, organizations and places with a name are proposed, and nothing else but a group that is told', () => {
  const gold = Object.entries(GOLD.mentions ?? {}).map(
    ([slug, anchors]) => [slug, [anchors].flat().map(plain)] as const,
  );
  const things = gold.filter(([slug]) => !existsSync(`data/corpus/groups/${slug}.yaml`));
  // "regional FSB unit" describes a body, and names only the FSB.
  const wanted = things.filter(([, forms]) => forms.some((form) => /^\p{Lu}/u.test(form)));
  const found = Object.values(drafted.mentions ?? {}).flatMap((mention) =>
    [(mention as { names: unknown }).names].flat().map(plain),
  );
  const missing = wanted.filter(
    ([, forms]) => !forms.some((form) => found.some((one) => one === form || form.endsWith(one) || one.endsWith(form))),
  );
  expect(wanted.length).toBeGreaterThan(15);
  expect(missing.length / wanted.length).toBeLessThanOrEqual(0.1);
  const known = things.flatMap(([, forms]) => forms);
  const extra = names.filter(
    (name) => !known.some((form) => form === name || form.endsWith(name) || name.endsWith(form)),
  );
  expect(extra).toEqual(['Russian media']);
});
