/** The people, organizations, groups and places that the articles tell of; new ones come in as the corpus grows. */
import type { EntityType, PlaceKind, Slug } from '../../data/model.ts';
import { ENGLISH } from './english.ts';
import type { Language } from './language.ts';
import { openRandom, type Random } from './random.ts';
import { toCyrillic, toSlug } from './spelling.ts';
import { fillWords } from './template.ts';
import { inventWord } from './words.ts';

export interface Named {
  readonly type: EntityType;
  readonly slug: Slug;
  /** In the order in which they came in. */
  readonly number: number;
  readonly home: Language;
  readonly nameIn: (language: Language) => string;
  /** Every name that an article has used. */
  readonly used: Set<string>;
}

export interface Agent extends Named {
  readonly type: 'Person' | 'Organization' | 'Group';
  /** By which a text names a person again; the whole name of others. */
  readonly familyNameIn: (language: Language) => string;
}

export interface Place extends Named {
  readonly type: 'Place';
  readonly kind: PlaceKind;
  readonly containedIn: Place | null;
}

export interface Stock {
  readonly agents: Agent[];
  readonly papers: Agent[];
  readonly places: Place[];
  readonly random: Random;
  readonly slugs: Set<Slug>;
}

/** Nobody and nothing yet. */
export function openStock(seed: string): Stock {
  return { agents: [], papers: [], places: [], random: openRandom(`${seed}/stock`), slugs: new Set() };
}

/** An agent whom an article in this language is the first to tell of. */
export function addAgent(stock: Stock, home: Language): Agent {
  const number = stock.agents.length;
  const type = AGENT_TYPES[number % AGENT_TYPES.length] ?? 'Person';
  const { random } = stock;
  const stem = nameWord(GIVEN_NAMES + number, home);
  const given = nameWord(random.rank(GIVEN_NAMES, 5), home);
  const form = random.between(0, 99);
  const nameIn = (language: Language) => {
    if (type === 'Person') return spell(`${given} ${stem}`, language);
    const forms = type === 'Organization' ? language.organizations : language.groups;
    return fillWords(forms[form % forms.length] ?? '{name}', { name: spell(stem, language) });
  };
  const familyNameIn = type === 'Person' ? (language: Language) => spell(stem, language) : nameIn;
  const agent: Agent = { type, number, home, nameIn, familyNameIn, ...slugAndUsed(nameIn, stock) };
  stock.agents.push(agent);
  return agent;
}

// A tenth of them groups, a quarter organizations.
const AGENT_TYPES: readonly Agent['type'][] = [
  'Person',
  'Organization',
  'Person',
  'Person',
  'Group',
  'Person',
  'Organization',
  'Person',
  'Person',
  'Person',
];
const GIVEN_NAMES = 120;

/** A paper, whose name says that it is made up. */
export function addPaper(stock: Stock, home: Language): Agent {
  const number = stock.papers.length;
  const stem = nameWord(number, home);
  const nameIn = (language: Language) => {
    const form = language.papers[number % language.papers.length] ?? '{name}';
    return `Generated ${fillWords(form, { name: spell(stem, language) })}`;
  };
  const paper: Agent = {
    type: 'Organization',
    number,
    home,
    nameIn,
    familyNameIn: nameIn,
    ...slugAndUsed(nameIn, stock),
  };
  stock.papers.push(paper);
  return paper;
}

/** A place, within one of the next larger kind where there is one. */
export function addPlace(stock: Stock, home: Language): Place {
  const { places, random } = stock;
  const number = places.length;
  const kind = FIRST_KINDS[number] ?? random.pick(PLACE_KINDS);
  const stem = nameWord(PLACE_NAMES + number, home);
  const nameIn = (language: Language) => fillWords(language.places[kind], { name: spell(stem, language) });
  const around = places.filter((place) => CONTAINER[kind].includes(place.kind));
  const containedIn = around[random.rank(around.length, 1)] ?? null;
  const place: Place = { type: 'Place', number, kind, home, nameIn, containedIn, ...slugAndUsed(nameIn, stock) };
  places.push(place);
  return place;
}

const PLACE_NAMES = 40_000;
const FIRST_KINDS: readonly PlaceKind[] = ['COUNTRY', 'REGION', 'CITY', 'BUILDING', 'DISTRICT'];
const PLACE_KINDS = Object.entries({
  COUNTRY: 1,
  REGION: 4,
  CITY: 13,
  DISTRICT: 6,
  BUILDING: 10,
  SITE: 4,
  VEHICLE: 1,
  OTHER: 1,
} satisfies Record<PlaceKind, number>).flatMap(([kind, share]) => Array<PlaceKind>(share).fill(kind as PlaceKind));

const CONTAINER: Readonly<Record<PlaceKind, readonly PlaceKind[]>> = {
  COUNTRY: [],
  REGION: ['COUNTRY'],
  CITY: ['REGION'],
  DISTRICT: ['CITY'],
  BUILDING: ['CITY', 'DISTRICT'],
  SITE: ['CITY', 'DISTRICT'],
  VEHICLE: [],
  OTHER: ['COUNTRY', 'REGION'],
};

/** The other names of a thing that articles have used. */
export function otherNames({ home, nameIn, used }: Named): string[] {
  return [...used].filter((name) => name !== nameIn(home)).sort();
}

function slugAndUsed(nameIn: Named['nameIn'], { slugs }: Stock): Pick<Named, 'slug' | 'used'> {
  const plain = toSlug(nameIn(ENGLISH));
  let slug = plain;
  for (let next = 2; slugs.has(slug); next++) slug = `${plain}-${next}`;
  slugs.add(slug);
  return { slug, used: new Set() };
}

function nameWord(number: number, { names, tag }: Language): string {
  // Behind the names of one syllable.
  const word = inventWord(number + names.onsets.length * names.nuclei.length * names.codas.length, names);
  return word.charAt(0).toLocaleUpperCase(tag) + word.slice(1);
}

function spell(name: string, { writesCyrillic }: Language): string {
  return writesCyrillic ? toCyrillic(name) : name;
}
