/** References: the places in files that name a slug, and how they change when the thing is replaced or removed. */
import type { Slug } from '../../data/compile/index.ts';
import { removeAt, type Way } from './splice.ts';

/** A place in a file that names a slug. */
export interface Reference {
  readonly file: string;
  readonly way: Way;
  /** "name it as their speaker" */
  readonly role: string;
  /** The part of the file that is invalid without it: a field, an item of a list, or the whole statement. */
  readonly removes: Way;
}

/**
 * For each place in a file that can name a slug, with * for a position in a list: the role of the thing there, and how
 * many steps of the way lead to the part that is removed with the reference.
 */
const ROLES: Readonly<Record<string, readonly [role: string, removedSteps: number]>> = {
  'statements.*.speakers.*.agent': ['as a speaker', 4],
  'statements.*.addressees.*.agent': ['as an addressee', 4],
  'statements.*.about.*': ['as the subject of a statement', 4],
  ...relationRoles('denies', 'as denied'),
  ...relationRoles('repeats', 'as repeated'),
  ...relationRoles('corrects', 'as corrected'),
  ...relationRoles('retracts', 'as taken back'),
  ...relationRoles('answers', 'as answered'),
  'statements.*.of': ['as a statement reported again', 2],
  'statements.*.attributedTo': ['as the source of an attribution', 2],
  'events.*.of': ['as an event reported again', 2],
  'events.*.attributedTo': ['as the source of an attribution', 2],
  'events.*.partOf': ['as the larger event', 3],
  'events.*.places.*': ['as a place', 4],
  'events.*.participants.*.agent': ['as a participant', 4],
  'events.*.participants.*.attributedTo': ['as the source of an attribution', 4],
  'facts.*.person': ['as the person', 2],
  'facts.*.attributedTo': ['as the source of an attribution', 2],
  'facts.*.position.organization': ['as the organization of a position', 4],
  'facts.*.kinship.relative': ['as a relative', 2],
  'bylines.*.person': ['as the author', 3],
  publisher: ['as the publisher', 1],
  'agency.organization': ['as the credited agency', 1],
  containedIn: ['as the larger place', 1],
};

/** A statement that another one relates to, named by its slug or with the words that say so. */
function relationRoles(field: string, role: string): Readonly<Record<string, readonly [string, number]>> {
  return { [`statements.*.${field}.*`]: [role, 4], [`statements.*.${field}.*.statement`]: [role, 4] };
}

/** Every place in the values of the files that names the slug, except the keys of `mentions`. */
export function findReferences(slug: Slug, values: ReadonlyMap<string, unknown>): Reference[] {
  return [...values].flatMap(([file, value]) =>
    leavesOf(value, []).flatMap(([way, leaf]): Reference[] => {
      const found = ROLES[way.map((step) => (typeof step === 'number' ? '*' : step)).join('.')];
      if (leaf !== slug || found === undefined) return [];
      return [{ file, way, role: found[0], removes: way.slice(0, found[1]) }];
    }),
  );
}

/** The slugs that the value of a file names. */
export function namedSlugs(value: unknown): Slug[] {
  const named = leavesOf(value, []).flatMap(([way, leaf]) => {
    return Object.hasOwn(ROLES, way.map((step) => (typeof step === 'number' ? '*' : step)).join('.'))
      ? [String(leaf)]
      : [];
  });
  return [...named, ...Object.keys(fieldsOf(fieldsOf(value).mentions))];
}

/** The parts of files to remove when the thing is removed, including those that depend on other removed parts. */
export function findDependents(first: Slug, values: ReadonlyMap<string, unknown>): Map<string, Way[]> {
  const gone = new Map<string, Map<string, Way>>();
  const slugs = [first];
  for (const slug of slugs) {
    const introduces = (file: string, way: Way) => {
      const { statement, event } = fieldsOf(valueAt(values.get(file), way));
      return [statement, event].filter((one): one is string => typeof one === 'string');
    };
    for (const { file, removes } of findReferences(slug, values)) {
      const ways = gone.get(file) ?? new Map<string, Way>();
      gone.set(file, ways);
      const way = isLastSpeaker(values.get(file), removes, ways) ? removes.slice(0, 2) : removes;
      ways.set(way.join('.'), way);
      if (way.length === 2) slugs.push(...introduces(file, way).filter((one) => !slugs.includes(one)));
    }
  }
  return new Map([...gone].map(([file, ways]) => [file, [...ways.values()]]));
}

/** Whether the statement would have no speaker left, so that it has to be removed too. */
function isLastSpeaker(value: unknown, way: Way, gone: ReadonlyMap<string, Way>): boolean {
  if (way[2] !== 'speakers') return false;
  const all = valueAt(value, way.slice(0, 3));
  const count = Array.isArray(all) ? all.length : 0;
  return [...Array(count).keys()].every((index) => index === way[3] || gone.has([...way.slice(0, 3), index].join('.')));
}

/** Removes the parts, the last first, so that the ways to the others stay valid. */
export function removeAll(yaml: string, ways: readonly Way[]): string {
  const outermost = ways.filter((way) => !ways.some((one) => one !== way && isWithin(way, one)));
  return outermost.sort(compareWays).reduceRight((text, way) => removeAt(text, way), yaml);
}

function isWithin(way: Way, outer: Way): boolean {
  return outer.length < way.length && outer.every((step, index) => step === way[index]);
}

function compareWays(a: Way, b: Way): number {
  for (const [index, step] of a.entries()) {
    const other = b[index];
    if (step === other) continue;
    if (typeof step === 'number' && typeof other === 'number') return step - other;
    return String(step) < String(other) ? -1 : 1;
  }
  return a.length - b.length;
}

function leavesOf(value: unknown, way: Way): [Way, unknown][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...way, index]));
  if (typeof value !== 'object' || value === null) return [[way, value]];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...way, name]));
}

/** The value at the end of the way; undefined if there is none. */
export function valueAt(value: unknown, way: Way): unknown {
  return way.reduce<unknown>((at, step) => fieldsOf(at)[step], value);
}

export function fieldsOf(value: unknown): Record<string | number, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
