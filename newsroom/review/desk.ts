/** The desk of a review: the files under review, what the rest of the corpus has, and who answers. */

import { a, type Examination, type Problem, printable, type Slug, usesColours } from '../../data/compile/index.ts';
import { ENTITY_FOLDERS, readPath, shownPath } from '../corpus-path.ts';
import type { Change, Copy } from './copy.ts';
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
  /** The files that are asked for, and the drafts that they name, as they are now. */
  files(): string[];
  proposals(): Proposal[];
  /** Those of the files that were read once and cannot be read any more: somebody has saved them with a mistake. */
  illegible(): string[];
  /** The values of the files under review and of all others that name the slug. */
  valuesNaming(slug: Slug): Map<string, unknown>;
  /** What the compiler would find wrong with a change that it does not find wrong without it. */
  faultsOf(change: Change): Problem[];
  /** What it finds wrong with a proposal as it stands. */
  faultsIn(proposal: Proposal): Problem[];
  /** Of which type the thing with the slug is; null where there is none. */
  typeOf(slug: Slug): string | null;
  /** "Ann Lee (ann-lee, a person)" */
  describe(slug: Slug): string;
}

/** Sets the desk up for these files. */
export function openDesk(targets: readonly string[], copy: Copy, examination: Examination, lines: Lines): Desk {
  const { authored } = examination;
  const rest = { introductions: authored.introductions, retired: authored.retired };
  const prefix = shownPath(copy.folder, 'x').slice(0, -1);
  const sources = [
    ...authored.articles.flatMap(({ text, annotation }) => [text.yaml, annotation.yaml]),
    ...authored.entities.map(({ yaml }) => yaml),
  ];
  const named = new Map<Slug, Set<string>>();
  for (const { file, value } of sources) {
    for (const slug of namedSlugs(value)) {
      const all = named.get(slug) ?? new Set();
      named.set(slug, all.add(file.path.slice(prefix.length)));
    }
  }
  const names = new Map(authored.entities.map(({ slug, value }) => [slug, value.name]));
  const files = () => gatherFiles(targets, copy);
  const opened = files();
  const now = (): Trial => tryFiles(files(), copy, new Map(), rest);

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
      // An article is read with both of its files, before and after.
      const both = [...change.keys()].flatMap((file) => [file, file.replace(/^(articles\/.*)\.(md|yaml)$/, '$1.md')]);
      const all = [...files(), ...both.flatMap((file) => [file, file.replace(/^(articles\/.*)\.md$/, '$1.yaml')])];
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

/** The files asked for and the draft entities that they name, with the larger places that these lie in. */
function gatherFiles(targets: readonly string[], copy: Copy): string[] {
  const asked = targets.filter((file) => copy.read(file) !== null);
  const reached = new Set(asked);
  // Also through places that are no draft, or no draft any more. A set goes on over what is added meanwhile.
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
