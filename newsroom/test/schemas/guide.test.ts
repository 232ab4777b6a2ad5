// The guide for editors: its small example compiles, and its question has the answer that stands there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { packBundle } from '../../../data/bundled/pack.ts';
import { openBundledSource } from '../../../data/bundled/source.ts';
import { indexCorpus } from '../../../data/engine/build.ts';
import { openStore } from '../../../data/engine/store.ts';
import { schema } from '../../../schema/index.ts';
import { folderOf } from '../../../test/compile/run.ts';
import { compileFolder } from '../../../test/corpus.ts';
import { fillGuide } from '../../schemas/guide.ts';

const GUIDE = readFileSync('data/corpus/README.md', 'utf8');

describe('the example of the guide', () => {
  const files = Object.fromEntries(
    Array.from(GUIDE.matchAll(/^\*\*`(.+)`\*\*\n\n```yaml\n([\s\S]*?)^```$/gm), ([, path = '', content = '']) => [
      join('corpus', path),
      content,
    ]),
  );

  test('has every kind of file that it speaks of', () => {
    expect(Object.keys(files)).toEqual([
      'corpus/articles/ferry-to-skerry-stopped.md',
      'corpus/articles/ferry-to-skerry-stopped.yaml',
      'corpus/people/otto-lind.yaml',
      'corpus/people/ida-fell.yaml',
      'corpus/organizations/marrow-bay-post.yaml',
      'corpus/places/skerry-pier.yaml',
    ]);
  });

  test('compiles, and answers its question as the guide says', () => {
    const corpus = compileFolder(join(folderOf(files), 'corpus'));
    const result = execute({
      schema,
      document: parse(fenced('graphql')),
      contextValue: { store: openStore(openBundledSource(packBundle(indexCorpus(corpus)))) },
    });
    expect(result).toEqual({ data: JSON.parse(fenced('json')) });
  });
});

describe('a part of the guide that is made', () => {
  const parts = new Map([['fields of event', 'TABLE']]);

  test('replaces what stands between its markers, and nothing else', () => {
    const guide = 'before\n<!-- made: fields of event -->\nold\n<!-- end -->\nbehind';
    const filled = 'before\n<!-- made: fields of event -->\n\nTABLE\n<!-- end -->\nbehind';
    expect(fillGuide(guide, parts, 'g.md')).toBe(filled);
    expect(fillGuide(filled, parts, 'g.md')).toBe(filled);
  });

  test.each([
    ['a marker of an unknown part', '<!-- made: fields of evnt -->\n<!-- end -->', 'there is no part "fields of evnt"'],
    ['a part without a marker', 'no marker', 'g.md has no marker for "fields of event"'],
  ])('refuses %s', (_, guide, says) => {
    expect(() => fillGuide(guide, parts, 'g.md')).toThrow(says);
  });
});

function fenced(language: string): string {
  const [, content] = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(GUIDE) ?? [];
  if (content === undefined) throw new Error(`The guide has no ${language}.`);
  return content;
}
