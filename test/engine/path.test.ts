// Paths over a small corpus: which links they go by.
import { expect, test } from 'vitest';
import { CERTAINTIES, type Certainty, OWN_VOICE, UNHEDGED } from '../../data/model.ts';
import { articleOf, folderOf } from '../compile/run.ts';
import { compileFolder } from '../corpus.ts';
import { openBundled } from '../store/opened.ts';

const CORPUS = compileFolder(
  folderOf({
    'people/ann.yaml': 'name: Ann\n',
    'people/bob.yaml': 'name: Bob\n',
    'people/cy.yaml': 'name: Cy\n',
    ...articleOf(
      'a',
      'Meeting\nAnn perhaps met Bob. She said that Cy may be late.',
      `
events:
  - event: meeting
    name: Meeting
    kind: MEETING
    evidence: Ann perhaps met Bob
    certainty: POSSIBLE
    participants:
      - { agent: ann, role: PARTICIPANT, certainty: CERTAIN }
      - { agent: bob, role: PARTICIPANT }
statements:
  - statement: cy-may-be-late
    kind: INDIRECT
    content: Cy may be late
    cue: said that
    speakers: [{ agent: ann, evidence: She }]
    about: [cy]
    certainty: POSSIBLE
`,
    ),
  }),
);

test('what is only possible connects two where it is asked for, as sure as the less sure of them', async () => {
  const hops = async (to: string, certainties: readonly Certainty[]) => {
    const store = openBundled(CORPUS);
    const { paths } = await store.paths({ from: 'ann', to, maxHops: 1, limit: 5, voices: OWN_VOICE, certainties });
    return paths.flatMap((path) => path.hops.map(({ link, linkCount }) => [link.via.type, link.certainty, linkCount]));
  };
  expect(await hops('bob', UNHEDGED)).toEqual([]);
  expect(await hops('bob', CERTAINTIES)).toEqual([['Event', 'POSSIBLE', 1]]);
  // That she said so is certain.
  expect(await hops('cy', UNHEDGED)).toEqual([['Statement', 'UNSPECIFIED', 1]]);
});
