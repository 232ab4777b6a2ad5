/** A small corpus whose slugs stand in every place where one can, and in every way of writing YAML. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleOf, folderOf, type Outcome } from '../../../test/compile/run.ts';
import { runInProcess } from '../../../test/run-commands.ts';

const MILL = articleOf(
  'mill',
  'Mill burns\n\nAnn Lee, mayor of Elm, saw the fire in Elm. “It was hot,” Ann Lee told the Echo. Bob Roe denied it. Ms Lee went home.',
  `# Ann Lee is ann-lee everywhere here
statements:
  - statement: lee-hot
    kind: DIRECT_QUOTE
    content: It was hot,   # three spaces
    cue: told the Echo
    speakers: [{ agent: "ann-lee", evidence: { quote: Ann Lee, suffix: " told" } }]
    addressees:
      - { agent: echo, evidence: the Echo }
    about: [fire, ann-lee, 'elm', bob-roe]
  - statement: roe-denies
    kind: INDIRECT
    content: it
    cue: denied
    polarity: DENIED
    speakers: [{ agent: bob-roe, evidence: Bob Roe }]
    denies: [ lee-hot ]

events:
  - event: fire
    name: Fire in the mill
    kind: FIRE
    places: &where [elm]
    participants:
      - agent: ann-lee
        role: WITNESS
    evidence: saw the fire
  - event: walk
    name: Walk home
    kind: OTHER
    partOf: fire
    places: *where
    evidence: Ms Lee went home

facts:
  - person: ann-lee
    position: { title: mayor, organization: elm-council }
    evidence: Ann Lee, mayor

mentions:
  ann-lee: [Ann Lee, Ms Lee]
  bob-roe: Bob Roe
  "elm": { quote: Elm, suffix: "," }
`,
);

const AGAIN = articleOf(
  'again',
  'The fire again\n\nA. Lee saw the fire at dawn. “It was hot,” said Bob Roe’s friend.',
  `statements:
  - of: lee-hot
    kind: DIRECT_QUOTE
    content: It was hot
    speakers: [{ agent: a-lee, evidence: A. Lee }]
events:
  - of: fire
    date: { edtf: 2026-03-01, words: at dawn, inferred: [{ part: DAY, basis: given }] }
    evidence: { quote: saw the fire }
  - event: blaze
    name: Blaze
    kind: OTHER
    evidence: The fire
mentions:
  a-lee: A. Lee
`,
);

export const TOWN: Readonly<Record<string, string>> = {
  ...MILL,
  'articles/mill.md': (MILL['articles/mill.md'] ?? '').replace(
    'language: en',
    'language: en # as printed\npublisher: echo\npublished:\n  edtf: 2026-03-01',
  ),
  ...AGAIN,
  'articles/again.md': (AGAIN['articles/again.md'] ?? '').replace(
    'language: en',
    'language: en\npublished: { edtf: 2026-03-02 }',
  ),
  'people/ann-lee.yaml': 'name: Ann Lee # the mayor\notherNames:\n  - Lee of Elm\n',
  'people/a-lee.yaml': 'name: A. Lee\notherNames: [Lee of Elm, Annie]\nsameAs:\n  - https://lee.example/a\n',
  'people/bob-roe.yaml': 'name: Bob Roe\n',
  'organizations/echo.yaml': 'name: Echo\n',
  'organizations/elm-council.yaml': 'name: Council of Elm\n',
  'places/elm.yaml': 'name: Elm\nkind: CITY\ncontainedIn: shire\n',
  'places/shire.yaml': 'name: Shire\nkind: REGION\n',
  'retired.yaml': '# gone\n- slug: lee\n  reason: Too short.\n  replacedBy: ann-lee # the mayor\n',
};

/** The town in a folder of its own; files may be others, or missing. */
export function townFolder(others: Readonly<Record<string, string | null>> = {}): string {
  const all = Object.entries({ ...TOWN, ...others }).filter((one): one is [string, string] => one[1] !== null);
  return folderOf(Object.fromEntries(all.map(([path, content]) => [`corpus/${path}`, content])));
}

/** Every file of the corpus by its path, hidden ones too. */
export function filesOf(folder: string): Record<string, string> {
  const corpus = join(folder, 'corpus');
  const paths = readdirSync(corpus, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    paths
      .map(({ parentPath, name }) => join(parentPath, name).slice(corpus.length + 1))
      .sort()
      .map((path) => [path, readFileSync(join(corpus, path), 'utf8')]),
  );
}

export function contentOf(folder: string, path: string): string | null {
  const file = join(folder, 'corpus', path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Runs a command on the corpus, and checks that it still has no problem. */
export async function rewritten(
  folder: string,
  name: 'rename' | 'merge' | 'withdraw',
  ...args: string[]
): Promise<Outcome & { readonly problems: unknown[] }> {
  const outcome = await runInProcess(folder, name, ...args, '--on', '2026-03-09', '--corpus', 'corpus');
  const { stdout } = await runInProcess(folder, 'check', '--corpus', 'corpus', '--format', 'json');
  return { ...outcome, problems: JSON.parse(stdout).problems };
}
