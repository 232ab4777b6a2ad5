/** Entities: the candidates of a text gathered, each under the one thing that it names. */
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
  /** What it has in the gazetteer; null where it is not there. */
  readonly key: string | null;
  /** Folded names, each as its words. */
  readonly names: (readonly string[])[];
  readonly mentions: Mention[];
}

/** The entities of a text so far, and where each is found again without looking through all. */
export interface Gathering {
  readonly reading: Reading;
  readonly entities: Entity[];
  /** Under a type with a whole name or a key of the gazetteer. */
  readonly byName: Map<string, Entity>;
  /** People under a surname, and under a given name. */
  readonly bySurname: Map<string, Entity[]>;
  readonly byGivenName: Map<string, Entity[]>;
  /** Organizations and places under what stands for their whole name. */
  readonly byPart: Map<string, Entity[]>;
  /** Under the first and the last word of a mention. */
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

/** A mention of what the corpus has. */
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

/** A whole name: of something that the text has already, or of something new. */
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

/** Another name by which it is found again. */
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

/** The person whom a single word names: the nearest one before with that surname, or that given name. */
export function personNamed({ bySurname, byGivenName }: Gathering, word: string, at: number): Entity | null {
  return nearest(bySurname.get(word) ?? [], at) ?? nearest(byGivenName.get(word) ?? [], at);
}

/** The one mentioned last before the place; else the first that is mentioned behind it. */
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

/** More bearers or mentions of one name than an article has: beyond, the nearest is not worth its time. */
const MOST = 50;
/** Any mention before counts as nearer than every one behind. */
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

/** The last word, and with the small words before it: "Bruyne", "de Bruyne". */
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

/** Behind "of" stands another body, which is not the first by a shorter name. */
const CONNECTOR = /^(of|the|and|for|on|in|to|at|de|la)$/;

function addTo(index: Map<string, Entity[]>, key: string, entity: Entity): void {
  const own = index.get(key);
  if (own === undefined) index.set(key, [entity]);
  else if (!own.includes(entity)) own.push(entity);
}
