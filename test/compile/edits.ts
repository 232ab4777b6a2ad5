// Edits of a small corpus, as an editor's day brings them: files added, changed, broken, mended, renamed and removed.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { articleOf } from './run.ts';

/** The files of a corpus by path, in a folder of their own. */
export interface Desk {
  readonly folder: string;
  /** Where the cache of the folder lies. */
  readonly place: string;
  readonly files: Map<string, string>;
}

export type Edit = (files: Map<string, string>) => void;

export function openDesk(): Desk {
  const root = mkdtempSync(join(tmpdir(), 'dateline-edits-'));
  const desk = { folder: join(root, 'corpus'), place: join(root, 'cache'), files: new Map<string, string>() };
  mkdirSync(desk.folder);
  for (const number of [0, 1, 2, 3]) change(desk, (files) => writeArticle(files, number, PLAIN));
  for (const slug of SLUGS) change(desk, (files) => files.set(`people/${slug}.yaml`, `name: ${slug} Lee\n`));
  return desk;
}

/** Applies the edit and writes what it changes. */
export function change({ folder, files }: Desk, edit: Edit): void {
  const before = new Map(files);
  edit(files);
  for (const path of before.keys()) if (!files.has(path)) rmSync(join(folder, path));
  for (const [path, content] of files) {
    if (before.get(path) === content) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

const SLUGS = ['ann', 'bea', 'cal', 'dan'];
const slug = fc.constantFrom(...SLUGS, 'dana', 'statement-1');
const number = fc.nat({ max: 5 });

interface Story {
  readonly speaker: string;
  readonly about: string;
  /** The article whose statement this one reports again. */
  readonly again: number;
  readonly words: string;
  readonly rest: string;
}

const PLAIN: Story = { speaker: 'ann', about: 'bea', again: 0, words: 'the mill had burned down', rest: '' };

const story: fc.Arbitrary<Story> = fc.record({
  speaker: slug,
  about: slug,
  again: number,
  words: fc.constantFrom(PLAIN.words, 'the bridge 😀 was closed', 'nobody — nobody — knew'),
  rest: fc.constantFrom(
    '',
    'draft: speech\n',
    'facts:\n  - { person: ann, birth: { edtf: 1956, words: in 1956 } , evidence: in 1956 }\n',
    'facts:\n  - { person: "ann", position: { title: mayor }, evidence: the mayor }\n',
    'mentions:\n  bea: Bea\n  cal: { names: [Cal], draft: name }\n',
    'mentions: { ann: Ann, nobody: Bea }\n',
    '# dateline-ignore unlinked-name\n',
    'wrong: field\n',
    'facts: [',
  ),
});

function writeArticle(files: Map<string, string>, at: number, { speaker, about, again, words, rest }: Story): void {
  const text = `Headline ${at}\n\nAnn, the mayor, said that ${words}, Bea and Cal told us in 1956.`;
  const annotation = [
    'statements:',
    `  - statement: statement-${at}`,
    '    kind: INDIRECT',
    `    content: ${words}`,
    '    cue: said that',
    `    speakers: [{ agent: ${speaker}, evidence: Ann }]`,
    `    about: [${about}]`,
    ...(again === at ? [] : [`  - of: statement-${again}`, '    kind: INDIRECT', '    content: told us']),
    ...(again === at ? [] : ['    speakers: [{ agent: bea, evidence: Bea }]', `    attributedTo: statement-${at}`]),
    'events:',
    `  - event: event-${at}`,
    '    name: "A fire\\u0021"',
    '    kind: FIRE',
    `    evidence: ${words}`,
    '    date: { edtf: 1956, words: in 1956 }',
    '    participants:',
    `      - { agent: ${about}, role: ACTOR }`,
    '      - { agent: cal, role: WITNESS, evidence: Cal }',
    ...(again === at ? [] : [`    partOf: event-${again}`]),
    rest,
  ].join('\n');
  for (const [path, content] of Object.entries(articleOf(`article-${at}`, text, annotation))) files.set(path, content);
}

function rename(files: Map<string, string>, from: string, to: string): void {
  const content = files.get(from);
  if (content === undefined) return;
  files.delete(from);
  files.set(to, content);
}

/** Edits, the commonest first. */
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(number, story).map(
      ([at, one]): Edit =>
        (files) =>
          writeArticle(files, at, one),
    ),
  },
  {
    weight: 2,
    arbitrary: number.map(
      (at): Edit =>
        (files) =>
          writeArticle(files, at, { ...PLAIN, again: at }),
    ),
  },
  fc.tuple(number, fc.constantFrom('md', 'yaml')).map(([at, kind]): Edit => {
    return (files) => files.delete(`articles/article-${at}.${kind}`);
  }),
  fc.tuple(number, number).map(
    ([from, to]): Edit =>
      (files) => {
        for (const kind of ['md', 'yaml'])
          rename(files, `articles/article-${from}.${kind}`, `articles/article-${to}.${kind}`);
      },
  ),
  fc.tuple(number, fc.constantFrom('\r\n', '\uFEFF', 'x', ' ', '\t')).map(
    ([at, typed]): Edit =>
      (files) => {
        const path = `articles/article-${at}.md`;
        files.set(path, `${typed === '\uFEFF' ? typed : ''}${files.get(path) ?? ''}${typed}`);
      },
  ),
  fc.tuple(slug, fc.constantFrom('Ann', '" Bea "', '1', 'Cal\\u00e9', '"\\ud83d"', '[')).map(([one, name]): Edit => {
    return (files) => files.set(`people/${one}.yaml`, `name: ${name}\n`);
  }),
  slug.map(
    (one): Edit =>
      (files) =>
        files.delete(`people/${one}.yaml`),
  ),
  fc.tuple(slug, slug).map(
    ([from, to]): Edit =>
      (files) =>
        rename(files, `people/${from}.yaml`, `people/${to}.yaml`),
  ),
  // The same slug names a thing of another type.
  slug.map(
    (one): Edit =>
      (files) =>
        rename(files, `people/${one}.yaml`, `organizations/${one}.yaml`),
  ),
  slug.map(
    (one): Edit =>
      (files) =>
        rename(files, `organizations/${one}.yaml`, `people/${one}.yaml`),
  ),
  fc.tuple(slug, slug).map(
    ([one, other]): Edit =>
      (files) => {
        files.set('retired.yaml', `- { slug: ${one}, reason: merged, replacedBy: ${other} }\n`);
      },
  ),
  fc.constant((files: Map<string, string>) => void files.delete('retired.yaml')),
  fc.constant((files: Map<string, string>) => void files.set('articles/note.txt', 'stray')),
);
