import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderOf } from '../../../test/compile/run.ts';
import { readHoldings } from '../../draft/holding.ts';

it('finds the names, slugs and texts of a corpus, however its files are written', () => {
  const folder = folderOf({
    'c/README.md': 'name: No One\n',
    'c/people/ann-lee.yaml': 'name: Ann Lee\n',
    'c/people/bob.yaml': '# A mayor\nname: "Bob \\"Bo\\" Hill" # as he signs\notherNames:\n  - Bo\n  - Mayor Hill\n',
    'c/people/cy.yaml': 'otherNames: [Cy Holt, Old Cy]\nname: Cyril Holt\n',
    'c/people/broken.yaml': 'name: [',
    'c/organizations/echo.yaml': '{ name: The Echo, otherNames: ["Echo, The"] }\n',
    'c/places/larkford.yaml': "name: 'Larkford'\nkind: CITY\n",
    'c/articles/quay.md': '---\nlanguage: en\nurl: https://echo.example/quay\n---\n\n\nQuay reopens\n\nIt did.\n',
    'c/articles/quay@1.md': '---\n---\n\nQuay shut\n',
    'c/articles/quay.yaml':
      'digest: x\nevents:\n  - event: opening\n  - { event: "closing", name: C }\nstatements:\n  - statement: lee-safe\n',
    'c/retired.yaml': '- slug: old-quay\n  reason: Moved.\n- { slug: older-quay, reason: Gone. }\n',
  });
  const { articles, entities, introductions, retired } = readHoldings(join(folder, 'c'));

  expect(entities).toEqual([
    { type: 'Person', slug: 'ann-lee', value: { name: 'Ann Lee' } },
    { type: 'Person', slug: 'bob', value: { name: 'Bob "Bo" Hill', otherNames: ['Bo', 'Mayor Hill'] } },
    { type: 'Person', slug: 'cy', value: { name: 'Cyril Holt', otherNames: ['Cy Holt', 'Old Cy'] } },
    { type: 'Organization', slug: 'echo', value: { name: 'The Echo', otherNames: ['Echo, The'] } },
    { type: 'Place', slug: 'larkford', value: { name: 'Larkford' } },
  ]);
  expect(articles).toEqual(
    expect.arrayContaining([
      { slug: 'quay', text: 'Quay reopens\n\nIt did.', url: 'https://echo.example/quay' },
      { slug: 'quay', text: 'Quay shut', url: null },
    ]),
  );
  const taken = ['ann-lee', 'bob', 'broken', 'closing', 'cy', 'echo', 'larkford', 'lee-safe', 'opening', 'quay'];
  expect([...new Set(introductions.map(({ slug }) => slug))].sort()).toEqual(taken);
  expect(retired.map(({ slug }) => slug)).toEqual(['old-quay', 'older-quay']);
});

it('finds nothing in an empty folder', () => {
  expect(readHoldings(folderOf({}))).toEqual({ articles: [], entities: [], introductions: [], retired: [] });
});
