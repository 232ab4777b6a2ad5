/** The corpus, file by file: articles in the order of their days, then everybody and everything they tell of. */

import { printYaml } from '../../newsroom/print-yaml.ts';
import { type Commission, type WrittenArticle, writeArticle } from './article.ts';
import { AZERBAIJANI } from './azerbaijani.ts';
import { CHINESE } from './chinese.ts';
import { FIRST_DAY, LAST_DAY } from './date.ts';
import { ENGLISH } from './english.ts';
import type { Language } from './language.ts';
import { openMemory } from './memory.ts';
import { POLISH } from './polish.ts';
import { openRandom, type Random } from './random.ts';
import { RUSSIAN } from './russian.ts';
import { type Agent, addAgent, addPaper, addPlace, type Named, openStock, otherNames, type Stock } from './stock.ts';
import { TURKISH } from './turkish.ts';

export interface GeneratedFile {
  /** From the corpus' folder on, with slashes. */
  readonly path: string;
  readonly content: string;
  readonly adds: Counts;
}

export interface Counts {
  readonly articles: number;
  readonly statements: number;
  readonly events: number;
  readonly people: number;
  readonly organizations: number;
  readonly groups: number;
  readonly places: number;
}

export const NOTHING: Counts = {
  articles: 0,
  statements: 0,
  events: 0,
  people: 0,
  organizations: 0,
  groups: 0,
  places: 0,
};

/** Makes one file after the other: what stays in memory does not grow with the texts. */
export function* generateCorpus(articles: number, seed: number): Generator<GeneratedFile> {
  const stock = openStock(String(seed));
  const memory = openMemory();
  for (let number = 1; number <= articles; number++) {
    const random = openRandom(`${seed}/article/${number}`);
    const article = writeArticle(commission(number, articles, stock, random), memory, random);
    yield* filesOf(article);
  }
  for (const place of stock.places) {
    const { kind, containedIn } = place;
    yield entityFile('places', place, { kind, containedIn: containedIn?.slug }, { ...NOTHING, places: 1 });
  }
  for (const agent of [...stock.agents, ...stock.papers]) {
    const folder = FOLDERS[agent.type];
    yield entityFile(folder, agent, {}, { ...NOTHING, [folder]: 1 });
  }
}

const FOLDERS = { Person: 'people', Organization: 'organizations', Group: 'groups' } as const;

function filesOf({ slug, text, annotation, statements, events }: WrittenArticle): GeneratedFile[] {
  return [
    { path: `articles/${slug}.md`, content: text, adds: { ...NOTHING, articles: 1 } },
    { path: `articles/${slug}.yaml`, content: annotation, adds: { ...NOTHING, statements, events } },
  ];
}

function entityFile(
  folder: string,
  thing: Named,
  more: Readonly<Record<string, string | undefined>>,
  adds: Counts,
): GeneratedFile {
  const others = otherNames(thing);
  const fields = { name: thing.nameIn(thing.home), otherNames: others.length === 0 ? undefined : others, ...more };
  return { path: `${folder}/${thing.slug}.yaml`, content: printYaml(fields), adds };
}

function commission(number: number, articles: number, stock: Stock, random: Random): Commission {
  const language = languageOf(number);
  const home = language === CHINESE ? ENGLISH : language;
  const words = sizeOf(number, random);
  while (stock.papers.length < growth(PAPERS, number)) addPaper(stock, home);
  while (stock.places.length < growth(PLACES, number)) addPlace(stock, home);
  const newcomers: Agent[] = [];
  while (stock.agents.length + stock.papers.length < growth(AGENTS, number)) newcomers.push(addAgent(stock, home));
  const cast = gatherCast(newcomers, 5 + Math.round(words / 150), stock, home, random);
  return {
    number,
    language,
    words,
    published: Math.floor(FIRST_DAY + ((number - random.unit()) / articles) * (LAST_DAY - FIRST_DAY)),
    cast,
    places: gatherPlaces(2 + Math.round(words / 250), stock, random),
    paper: pickLocal(stock.papers, home, random),
    author: random.chance(0.8) ? (cast.filter(({ type }) => type === 'Person').at(-1) ?? null) : null,
  };
}

/** How many there are once so many articles are written: `first` after seven, and on by this power. */
interface Growth {
  readonly first: number;
  readonly power: number;
}

const AGENTS: Growth = { first: 37, power: 0.747 };
const PAPERS: Growth = { first: 2, power: 0.4 };
const PLACES: Growth = { first: 25, power: 0.54 };

function growth({ first, power }: Growth, articles: number): number {
  return Math.round(first * (articles / 7) ** power);
}

/** Of twenty articles twelve are in English, three in Azerbaijani, three in Russian; now and then one is in Chinese. */
function languageOf(number: number): Language {
  if (number % 83 === 41) return CHINESE;
  return LANGUAGES[(number * 7) % LANGUAGES.length] ?? ENGLISH;
}

const LANGUAGES: readonly Language[] = [
  ...Array<Language>(8).fill(ENGLISH),
  ...Array<Language>(3).fill(AZERBAIJANI),
  ...Array<Language>(4).fill(ENGLISH),
  ...Array<Language>(3).fill(RUSSIAN),
  POLISH,
  TURKISH,
];

const LEAST_WORDS = 150;
const MOST_WORDS = 1500;

/** Words of an article: 680 on average, most of them shorter. Spread evenly, so that a few articles come near to that. */
function sizeOf(number: number, random: Random): number {
  const spread = (number * GOLDEN_RATIO + random.unit() * 0.1) % 1;
  return Math.round(LEAST_WORDS + (MOST_WORDS - LEAST_WORDS) * spread ** 1.56);
}

const GOLDEN_RATIO = 0.618034;

/** The newcomers, and others by how well they are known; the best known first. */
function gatherCast(newcomers: readonly Agent[], size: number, stock: Stock, home: Language, random: Random): Agent[] {
  const cast = new Set(newcomers);
  for (let attempt = 0; cast.size < size && attempt < 3 * size; attempt++)
    cast.add(pickLocal(stock.agents, home, random));
  return [...cast].sort((a, b) => a.number - b.number);
}

/** Known ones first; of another language only every second time. */
function pickLocal(agents: readonly Agent[], home: Language, random: Random): Agent {
  const drawn = () => agents[random.rank(agents.length, 3)];
  const first = drawn();
  const picked = first !== undefined && first.home !== home && random.chance(0.5) ? drawn() : first;
  if (picked === undefined) throw new Error('The corpus has nobody to tell of yet.');
  return picked;
}

function gatherPlaces(size: number, { places }: Stock, random: Random): Commission['places'] {
  const newest = places.at(-1);
  const drawn = Array.from({ length: size }, () => places[random.rank(places.length, 2)]);
  return [...new Set([newest, ...drawn])].filter((place) => place !== undefined);
}
