/** The desk of a review: the files under review, the rest of the corpus, and the dialogue with the editor. */

import {
  a,
  type Examination,
  type Problem,
  printable,
  type Slug,
  usesColours,
  yamlsOf,
} from '../../data/compile/index.ts';
import type { FileChange } from '../change-files.ts';
import { ENTITY_FOLDERS, readPath, shownPath } from '../corpus-path.ts';
import type { Copy } from './copy.ts';
import { yamlOf } from './copy.ts';
import type { Lines } from './line.ts';
import { listProposals, type Proposal, readValues } from './proposal.ts';
import { fieldsOf, namedSlugs } from './reference.ts';
import { stretchOf } from './splice.ts';
import { newProblems, type Trial, tryFiles } from './trial.ts';

export interface Desk {
  readonly copy: Copy;
  readonly lines: Lines;
  readonly colours: boolean;
  readonly width: number;
  /** The files asked for, and the drafts that they name, at present. */
  files(): string[];
  proposals(): Proposal[];
  /** The files that could be read when the review began and can no longer be read: they were saved with a mistake. */
  illegible(): string[];
  /** The values of the files under review and of all others that name the slug. */
  valuesNaming(slug: Slug): Map<string, unknown>;
  /** The problems that a change would add, as the compiler reports them. */
  faultsOf(change: FileChange): Problem[];
  /** The problems of a proposal as it is. */
  faultsIn(proposal: Proposal): Problem[];
  /** The type of the thing with this slug; null if there is none. */
  typeOf(slug: Slug): string | null;
  /** "Ann Lee (ann-lee, a person)" */
  describe(slug: Slug): string;
}

/** Sets up the desk for these files. */
export function openDesk(targets: readonly string[], copy: Copy, examination: Examination, lines: Lines): Desk {
  const { authored } = examination;
  const rest = { introductions: authored.introductions, retired: authored.retired };
  const prefix = shownPath(copy.folder, 'x').slice(0, -1);
  const sources = [...authored.articles.flatMap(yamlsOf), ...authored.entities.map(({ yaml }) => yaml)];
  const named = new Map<Slug, Set<string>>();
  for (const { file, value } of sources) {
    for (const slug of namedSlugs(value)) {
      const all = named.get(slug) ?? new Set();
      named.set(slug, all.add(file.path.slice(prefix.length)));
    }
  }
  const names = new Map(authored.entities.map(({ slug, value }) => [slug, value.name]));
  // Also those that were confirmed or moved since: `rest` has them as they were when the review began, or not at all.
  const reviewed = new Set<string>();
  const files = () => {
    const present = gatherFiles(targets, copy);
    for (const file of present) reviewed.add(file);
    return present;
  };
  const opened = files();
  const tried = () => {
    files();
    return [...reviewed];
  };
  const now = (): Trial => tryFiles(tried(), copy, new Map(), rest);

  return {
    copy,
    lines,
    colours: usesColours(process.stdout),
    width: Math.min(Math.max(process.stdout.columns || 100, 40), 100),
    files,
    proposals: () => listProposals(files(), copy),
    illegible: () => opened.filter((file) => copy.read(file) !== null && !isLegible(valueIn(file, copy))),
    valuesNaming: (slug) => readValues([...new Set([...files(), ...(named.get(slug) ?? [])])], copy),
    faultsOf(change) {
      // Both files of an article are read together, with and without the change.
      const both = [...change.keys()].flatMap((file) => [file, file.replace(/^(articles\/.*)\.(md|yaml)$/, '$1.md')]);
      const all = [...tried(), ...both.flatMap((file) => [file, file.replace(/^(articles\/.*)\.md$/, '$1.yaml')])];
      return newProblems(tryFiles(all, copy, new Map(), rest), tryFiles(all, copy, change, rest));
    },
    faultsIn(proposal) {
      return now().problems.filter(({ at }) =>
        proposal.parts.some(({ file, way }) => {
          const content = copy.read(file);
          if (content === null || shownPath(copy.folder, file) !== at.file.path) return false;
          const { yaml, from } = yamlOf(file, content);
          const { start, end } = stretchOf(yaml, way);
          return at.start >= from + start && at.start <= from + end;
        }),
      );
    },
    typeOf: (slug) => now().slugs.types.get(slug) ?? null,
    describe(slug) {
      const path = Object.values(ENTITY_FOLDERS).map((folder) => `${folder}/${slug}.yaml`);
      const file = path.find((one) => copy.read(one) !== null);
      const type = file === undefined ? null : (readPath(file)?.type ?? null);
      if (file === undefined || type === null) return printable(slug);
      const value = fieldsOf(readValues([file], copy).get(file));
      const name = String(value.name ?? names.get(slug) ?? slug);
      return printable(`${name} (${slug}, ${a(type)}${value.draft === undefined ? '' : ', proposed too'})`);
    },
  };
}

/** The files asked for, and the draft entities that they name, including the larger places that contain these. */
function gatherFiles(targets: readonly string[], copy: Copy): string[] {
  const asked = targets.filter((file) => copy.read(file) !== null);
  const reached = new Set(asked);
  // Follow confirmed places too. Iterating over a set also visits what is added meanwhile.
  for (const file of reached) {
    for (const slug of namedSlugs(valueIn(file, copy))) {
      for (const folder of Object.values(ENTITY_FOLDERS)) reached.add(`${folder}/${slug}.yaml`);
    }
  }
  const drafts = [...reached].filter((file) => fieldsOf(valueIn(file, copy)).draft !== undefined);
  return [...new Set([...asked, ...drafts])];
}

function isLegible(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueIn(file: string, copy: Copy): unknown {
  return readValues([file], copy).get(file);
}
