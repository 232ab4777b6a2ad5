/** Entities: the candidates of a text, gathered under the thing that each names. */
import type { Candidate } from './candidate.ts';
import type { KnownMatch } from './known.ts';
import { bare, type Reading, type Stretch } from './reading.ts';
import { PARTICLES } from './stop-word.ts';

export interface Mention extends Stretch {
  readonly title: Stretch | null;
}

/** One person, organization or place while its mentions are gathered. */
export interface Entity {
  readonly type: 'Person' | 'Organization' | 'Group' | 'Place';
  readonly slug: string | null;
  readonly rule: string;
  readonly placeKind: Candidate['placeKind'];
  /** Its key in the gazetteer; null if it is not there. */
  readonly key: string | null;
  /** Folded names, each as its words. */
  readonly names: (readonly string[])[];
  readonly mentions: Mention[];
}

/** The entities of a text so far, with indexes for finding them again. */
export interface Gathering {
  readonly reading: Reading;
  readonly entities: Entity[];
  /** By type with a whole name or a key of the gazetteer. */
  readonly byName: Map<string, Entity>;
  /** People by surname, and by given name. */
  readonly bySurname: Map<string, Entity[]>;
  readonly byGivenName: Map<string, Entity[]>;
  /** Organizations and places by the parts that stand for their whole name. */
  readonly byPart: Map<string, Entity[]>;
  /** By the first and by the last word of a mention. */
  readonly byStart: Map<number, Entity>;
  readonly byEnd: Map<number, Entity>;
}

export function startGathering(reading: Reading): Gathering {
  return {
    reading,
    entities: [],
    byName: new Map(),
    bySurname: new Map(),
    byGivenName: new Map(),
    byPart: new Map(),
    byStart: new Map(),
    byEnd: new Map(),
  };
}

/** Adds a mention of an entity of the corpus. */
export function addKnown(gathering: Gathering, match: KnownMatch): void {
  const { entity: known, placeKind } = match;
  const key = `slug ${known.slug}`;
  const own = gathering.byName.get(key);
  if (own !== undefined) {
    addMention(gathering, own, match);
    return;
  }
  const entity: Entity = {
    type: known.type,
    slug: known.slug,
    rule: 'known-name',
    placeKind,
    key: match.key,
    names: [],
    mentions: [],
  };
  gathering.byName.set(key, entity);
  gathering.entities.push(entity);
  for (const name of match.names) addName(gathering, entity, name);
  if (match.key !== null) gathering.byName.set(`${entity.type} =${match.key}`, entity);
  addMention(gathering, entity, match);
}

/** Adds a whole name, of a thing that the text has already or of a new one. */
export function addWhole(gathering: Gathering, candidate: Candidate): void {
  const name = foldedWords(gathering.reading, candidate);
  const entity = findWhole(gathering, candidate, name) ?? startEntity(gathering, candidate);
  addName(gathering, entity, name);
  addMention(gathering, entity, candidate);
}

export function addMention({ byStart, byEnd }: Gathering, entity: Entity, { from, to, title }: Mention): void {
  entity.mentions.push({ from, to, title });
  byStart.set(from, entity);
  byEnd.set(to, entity);
}

/** Adds another name by which the entity is found again. */
export function addName(gathering: Gathering, entity: Entity, name: readonly string[]): void {
  const key = `${entity.type} ${name.join(' ')}`;
  if (gathering.byName.get(key) === entity) return;
  entity.names.push(name);
  if (!gathering.byName.has(key)) gathering.byName.set(key, entity);
  if (entity.type !== 'Person') {
    for (const part of partsOf(name)) addTo(gathering.byPart, part, entity);
    return;
  }
  for (const surname of surnamesOf(name)) addTo(gathering.bySurname, surname, entity);
  const [given] = name;
  if (given === undefined || name.length < 2) return;
  addTo(gathering.byGivenName, given, entity);
  const ends = `Person ${given} … ${surnameOf(name)}`;
  if (!gathering.byName.has(ends)) gathering.byName.set(ends, entity);
}

/** The person that a single word names: the nearest one before with that surname, or with that given name. */
export function personNamed({ bySurname, byGivenName }: Gathering, word: string, at: number): Entity | null {
  return nearest(bySurname.get(word) ?? [], at) ?? nearest(byGivenName.get(word) ?? [], at);
}

/** The entity mentioned last before the place; otherwise the first one mentioned after it. */
export function nearest(entities: readonly Entity[], at: number): Entity | null {
  if (entities.length < 2) return entities[0] ?? null;
  let best: { entity: Entity; distance: number } | null = null;
  for (const entity of entities.slice(0, MOST)) {
    for (const { from } of [...entity.mentions.slice(0, MOST), ...entity.mentions.slice(-MOST)]) {
      const distance = from < at ? at - from : AFTER + from - at;
      if (best === null || distance < best.distance) best = { entity, distance };
    }
  }
  return best?.entity ?? null;
}

/** More bearers or mentions of one name than any article has; with more, searching for the nearest takes too long. */
const MOST = 50;
/** Any mention before the place counts as nearer than every one after it. */
const AFTER = 1e9;

export function foldedWords(reading: Reading, { from, to }: Stretch): string[] {
  return reading.words
    .slice(from, to)
    .filter(({ isMark }) => !isMark)
    .map(bare);
}

const SUFFIX = /^(jr|sr|ii|iii|iv|qc|kc|sc|mp|phd|obe|cbe|mbe)$/;

export function surnameOf(name: readonly string[]): string {
  return name.findLast((word) => !SUFFIX.test(word)) ?? '';
}

/** The last word, alone and with the particles before it: "Bruyne", "de Bruyne". */
function surnamesOf(name: readonly string[]): string[] {
  const particle = name.findIndex((part, index) => index > 0 && PARTICLES.has(part));
  return particle > 0 ? [surnameOf(name), name.slice(particle).join(' ')] : [surnameOf(name)];
}

function startEntity({ entities, byName }: Gathering, candidate: Candidate): Entity {
  const { type, rule, placeKind, key } = candidate;
  const entity: Entity = {
    type: type === 'Unknown' ? 'Person' : type,
    slug: null,
    rule,
    placeKind,
    key,
    names: [],
    mentions: [],
  };
  entities.push(entity);
  if (key !== null) byName.set(`${entity.type} =${key}`, entity);
  return entity;
}

function findWhole(gathering: Gathering, candidate: Candidate, name: readonly string[]): Entity | null {
  const { byName, byPart } = gathering;
  const same =
    byName.get(`${candidate.type} ${name.join(' ')}`) ?? byName.get(`${candidate.type} =${candidate.key ?? ''}`);
  if (same !== undefined) return same;
  // "Hillary Rodham Clinton" and "Hillary Clinton"; not "Ahmed Mohamed" and "Mohamed Mohamed".
  if (candidate.type === 'Person')
    return name.length < 2 ? null : (byName.get(`Person ${name[0]} … ${surnameOf(name)}`) ?? null);
  const longer = (byPart.get(name.join(' ').replaceAll('.', '')) ?? []).filter(({ type }) => type === candidate.type);
  return nearest(longer, candidate.from);
}

/** "Ministry of Culture" for "Azerbaijan's Ministry of Culture", "Department" for "Department of Defense", and its initials. */
function partsOf(name: readonly string[]): ReadonlySet<string> {
  if (name.length < 2 || name.length > 20) return new Set();
  const suffixes = name.flatMap((_, at) =>
    at > 0 && !CONNECTOR.test(name[at - 1] ?? '') && name.length - at > 1 ? [name.slice(at).join(' ')] : [],
  );
  const prefixes = name.flatMap((word, at) => (at > 1 && word === 'of' ? [name.slice(0, at).join(' ')] : []));
  const letters = (words: readonly string[]) => words.map((word) => word[0] ?? '').join('');
  return new Set([...suffixes, ...prefixes, letters(name), letters(name.filter((word) => !CONNECTOR.test(word)))]);
}

/** After such a word comes another body, which is not a shorter name of the first. */
const CONNECTOR = /^(of|the|and|for|on|in|to|at|de|la)$/;

function addTo(index: Map<string, Entity[]>, key: string, entity: Entity): void {
  const own = index.get(key);
  if (own === undefined) index.set(key, [entity]);
  else if (!own.includes(entity)) own.push(entity);
}
