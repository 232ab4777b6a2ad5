/** Drafts: what a rule proposed and nobody has confirmed. It is checked like everything else, and not published. */
import type { Authored } from './check.ts';
import { counted, type Problem } from './problem.ts';
import type { Path, YamlSource } from './yaml.ts';

/** One problem for each file that has such proposals, at the first of them. */
export function listDrafts({ articles, entities }: Authored): Problem[] {
  const files = [
    ...articles.flatMap(({ text, annotation }) => [text.yaml, annotation.yaml]),
    ...entities.map(({ yaml }) => yaml),
  ];
  return files.flatMap((yaml) => {
    const paths = draftPaths(yaml);
    const [first] = paths;
    return first === undefined ? [] : [unconfirmed(yaml, first, paths.length)];
  });
}

/** The ways to all `draft` fields of a file. */
export function draftPaths({ value }: YamlSource): Path[] {
  return pathsIn(value, []);
}

function pathsIn(value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'draft' ? [[...path, name]] : pathsIn(inner, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

function unconfirmed(yaml: YamlSource, path: Path, count: number): Problem {
  return {
    code: 'unconfirmed-draft',
    at: yaml.at(path),
    says: `${counted(count, 'proposal')} of this file ${count === 1 ? 'is a draft' : 'are drafts'} that nobody has confirmed.`,
    expected: null,
    mend: `Look at them one by one: npm run data -- review ${yaml.file.path}; or take out each line "draft: …" whose proposal is right.`,
  };
}
