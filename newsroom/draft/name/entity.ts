/** Entities: the candidates of a text, gathered under the thing that each names. */
import type { Candidate } from './candidate.ts';
import type { NameGender } from './given-name.ts';
import type { KnownMatch } from './known.ts';
import { fitsPerson, surnameOf, surnamesOf } from './person-name.ts';
import { bare, type Reading, type Stretch } from './reading.ts';
import { COURTESY } from './title-word.ts';
import type { Word } from './word.ts';

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
}

/** The person that a single word names: the nearest one before with that surname, or with that given name. */
export function personNamed(gathering: Gathering, word: string, mention: Mention): Entity | null {
  const { bySurname, byGivenName, reading } = gathering;
  const gender = courtesyOf(reading, mention);
  const fits = (entity: Entity) => !isOther(gender, shownGender(reading, entity));
  return (
    nearest((bySurname.get(word) ?? []).slice(0, MOST).filter(fits), mention.from) ??
    nearest((byGivenName.get(word) ?? []).slice(0, MOST).filter(fits), mention.from)
  );
}

/** "Mr Olsen" is neither Marta Olsen nor Mrs Olsen. */
function isOther(one: NameGender | undefined, other: NameGender | undefined): boolean {
  return (one === 'male' && other === 'female') || (one === 'female' && other === 'male');
}

function shownGender(reading: Reading, { mentions, names }: Entity): NameGender | undefined {
  const [first] = mentions;
  const full = names.find((name) => name.length > 1);
  return (first && courtesyOf(reading, first)) ?? reading.givenNames.get(full?.[0] ?? '');
}

function courtesyOf({ words }: Reading, { title }: Mention): NameGender | undefined {
  const word = title === null ? undefined : words[title.from];
  return word && COURTESY.get(bare(word));
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

/** The words of a name, folded, without marks and without a nickname in quotation marks. */
export function foldedWords(reading: Reading, { from, to }: Stretch): string[] {
  return nameWords(reading.words.slice(from, to));
}

/** The same of words that may come from elsewhere than a text. */
export function nameWords(words: readonly Pick<Word, 'text' | 'folded' | 'isMark'>[]): string[] {
  const quote = words.findIndex(({ text }) => /^["“‘]$/.test(text));
  const end = quote === -1 ? -1 : words.findIndex(({ text }, at) => at > quote && /^["”’]$/.test(text));
  return words.filter(({ isMark }, at) => !isMark && !(at > quote && at < end)).map(bare);
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
  if (candidate.type === 'Person') {
    const namesakes = gathering.bySurname.get(surnameOf(name)) ?? [];
    const fitting = namesakes.slice(0, MOST).filter(({ names }) => names.some((one) => fitsPerson(one, name)));
    return nearest(fitting, candidate.from);
  }
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
