// Two articles small enough to count by hand, with drafts.
import { articleOf } from '../../../test/compile/run.ts';

// Covered: 57 of 97 characters: three sentences, the words said, and who says them. In the other, 30 of 40 code points.
const MILL = articleOf(
  'mill',
  'Mill\nThe mill burned. “It was old,” Li said. It fell in 1999.\nAnn Lee said no more. Ann is mayor.',
  `statements:
  - statement: li-it-was-old
    kind: DIRECT_QUOTE
    content: It was old
    speakers: [{ agent: li, evidence: Li }]
    draft: quote
events:
  - event: mill-fire
    name: Fire at the mill
    kind: FIRE
    evidence: The mill burned.
    draft: verb
  - event: age
    name: Age of the mill
    kind: OTHER
    evidence: It was old
    attributedTo: li-it-was-old
  - event: mill-fall
    name: Fall of the mill
    kind: ACCIDENT
    evidence: It fell in 1999.
    attributedTo: li-it-was-old
    voice: CARRIED_OVER
  - of: age
    evidence: It fell in 1999.
    attributedTo: li-it-was-old
    voice: CARRIED_OVER
facts:
  - person: ann-lee
    position: { title: mayor }
    evidence: Ann is mayor.
  - person: ann-lee
    position: { title: mayor }
    evidence: Ann is mayor.
    attributedTo: li-it-was-old
`,
);

const FAIR = articleOf(
  'fair',
  'Fair\nThe mill burned, Ann Lee said.\n🎪🎪🎪🎪',
  `statements:
  - statement: lee-mill-burned
    kind: INDIRECT
    content: The mill burned
    speakers: [{ agent: ann-lee, evidence: Ann Lee }]
events:
  - of: mill-fire
    evidence: The mill burned, Ann Lee said.
`,
);

export const CORPUS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    ...MILL,
    ...FAIR,
    'people/ann-lee.yaml': 'name: Ann Lee\n',
    'people/li.yaml': 'name: 李雷\n',
    'places/town.yaml': 'name: Town\nkind: CITY\ndraft: gazetteer\n',
  }).map(([path, content]) => [`corpus/${path}`, content]),
);
