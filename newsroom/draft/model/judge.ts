/** Judging: the compiler decides which proposals of a model stay. */
import { type Annotation, type CorpusFile, examineFiles, lineAt, type NamedType } from '../../../data/compile/index.ts';

/** What the compiler has to know to judge an annotation. */
export interface Ground {
  readonly text: string;
  readonly language: string;
  /** The type of each thing that the annotation may refer to, by its slug. */
  readonly types: ReadonlyMap<string, NamedType>;
}

/** A proposal, in the form in which an annotation has it. */
interface Item {
  readonly authored: object;
}

/** Each item that is refused may have been what others refer to. */
const MOST_ROUNDS = 8;

/**
 * The items of which the compiler has nothing to say in the annotation that `put` makes of them. Faults of its other
 * items are not theirs.
 */
export function accepted<T extends Item>(
  items: readonly T[],
  put: (items: readonly T[]) => Annotation,
  ground: Ground,
): readonly T[] {
  let kept = items;
  for (let round = 0; round < MOST_ROUNDS && kept.length > 0; round++) {
    const faulty = faultyItems(put(kept), ground);
    const left = kept.filter(({ authored }) => !faulty.has(authored));
    if (left.length === kept.length) return kept;
    kept = left;
  }
  return [];
}

/** The items of the annotation that have a problem. */
function faultyItems(annotation: Annotation, { text, language, types }: Ground): ReadonlySet<object> {
  const article = { type: 'Article', slug: ARTICLE, revision: null, legible: true } as const;
  const front = `---\nlanguage: ${language}\n---\n\n`;
  const printed = printItems(annotation);
  const yaml = { path: `${ARTICLE}.yaml`, text: printed.text };
  const files: CorpusFile[] = [
    { ...article, kind: 'md', file: { path: `${ARTICLE}.md`, text: `${front}${text}\n` } },
    { ...article, kind: 'yaml', file: yaml },
  ];
  for (const slug of slugsIn(annotation)) {
    const type = types.get(slug);
    const fields = JSON.stringify({ name: slug, ...(type === 'Place' && { kind: 'OTHER' }) });
    if (type === undefined) continue;
    files.push({
      type,
      slug,
      kind: 'yaml',
      revision: null,
      file: { path: `${slug}.yaml`, text: fields },
      legible: true,
    });
  }
  const { problems } = examineFiles({ files, retired: null, published: null });
  return new Set(problems.flatMap(({ at }) => (at.file === yaml ? printed.itemAt(lineAt(yaml, at.start).number) : [])));
}

interface Printed {
  readonly text: string;
  /** The item on the line; none if there is something else. */
  readonly itemAt: (line: number) => readonly object[];
}

/** The annotation as JSON, which is YAML too, with each item on a line of its own. */
function printItems({ digest, statements = [], events = [], facts = [], mentions = {} }: Annotation): Printed {
  const lines: (object | null)[] = [null];
  const printed = [`{"digest":${JSON.stringify(digest)}`];
  for (const [name, items] of Object.entries({ statements, events, facts })) {
    printed.push(
      `,"${name}":[`,
      ...items.map((item, index) => `${index === 0 ? '' : ','}${JSON.stringify(item)}`),
      ']',
    );
    lines.push(null, ...items, null);
  }
  return {
    text: [...printed, `,"mentions":${JSON.stringify(mentions)}}`].join('\n'),
    itemAt: (line) => [lines[line - 1] ?? []].flat(),
  };
}

/** Longer than any slug, so that nothing else has it. */
const ARTICLE = 'a-draft-that-is-judged'.padEnd(99, '-x');

/** The slugs of the agents and places that an annotation refers to. */
export function slugsIn({ statements = [], events = [], facts = [], mentions = {} }: Annotation): Set<string> {
  return new Set([
    ...Object.keys(mentions),
    ...statements.flatMap(({ speakers, addressees = [], about = [] }) => {
      return [...[...speakers, ...addressees].map(({ agent }) => agent), ...about];
    }),
    ...events.flatMap(({ places = [], participants = [] }) => [...places, ...participants.map(({ agent }) => agent)]),
    ...facts.flatMap(({ person, position, kinship }) => {
      return [person, position?.organization, kinship?.relative].filter((slug) => slug !== undefined);
    }),
  ]);
}
