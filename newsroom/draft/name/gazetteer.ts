/** The gazetteer: well-known countries, regions, cities, sites and organizations, and the names of peoples. */
import type { PlaceKind } from '../../../data/compile/index.ts';
import { readCountries } from './country.ts';
import { KNOWN_ORGANIZATIONS } from './organization-word.ts';
import { indexPhrases, type Phrase, type PhraseIndex } from './phrase.ts';
import { CITIES, REGIONS, SITES } from './region.ts';
import { fold } from './word.ts';

/** An entry of the gazetteer. */
export interface Listed {
  readonly type: 'Place' | 'Organization';
  readonly placeKind: PlaceKind | null;
  readonly rule: string;
  /** One key for all names of the same thing: "US", "America". */
  readonly key: string;
}

export interface Gazetteer {
  readonly names: PhraseIndex<Listed>;
  /** Adjectives and peoples, folded, which may have several words: "south korean". */
  readonly demonyms: ReadonlySet<string>;
}

let loaded: Gazetteer | null = null;

/** The gazetteer, built on the first call. */
export function readGazetteer(): Gazetteer {
  loaded ??= { names: indexPhrases(listNames()), demonyms: listDemonyms() };
  return loaded;
}

function* listNames(): Generator<Phrase<Listed>> {
  for (const name of KNOWN_ORGANIZATIONS) {
    yield { name, value: { type: 'Organization', placeKind: null, rule: 'known-organization', key: fold(name) } };
  }
  for (const { names, capitals } of readCountries()) {
    const key = fold(names[0] ?? '');
    for (const name of names) yield place(name, 'COUNTRY', 'country', key);
    for (const name of names.filter((one) => !one.includes('.'))) {
      yield place(`Republic of ${name}`, 'COUNTRY', 'country', key);
    }
    for (const name of capitals) yield place(name, 'CITY', 'city');
  }
  for (const name of REGIONS) yield place(name, 'REGION', 'region');
  for (const name of CITIES) yield place(name, 'CITY', 'city');
  for (const name of SITES) yield place(name, 'SITE', 'site');
}

function place(name: string, placeKind: PlaceKind, rule: string, key = fold(name)): Phrase<Listed> {
  return { name, value: { type: 'Place', placeKind, rule, key } };
}

const PEOPLES = `Afrikaner Arab Arabic Arabian Asian African European Balkan Baltic Berber Bedouin Catalan Basque Kurd Kurdish
  Tatar Chechen Uighur Uyghur Rohingya Pashtun Hazara Tamil Sikh Hindu Muslim Moslem Islamic Islamist Christian Catholic
  Protestant Orthodox Jew Jewish Hebrew Buddhist Sunni Shia Shiite Shi'ite Alawite Druze Yazidi Coptic Copt Anglican Mormon
  Scottish Scot Welsh English Cornish Londoner Parisian Texan Californian Hawaiian Floridian Sicilian Bavarian Siberian
  Crimean Caucasian Latin Latino Latina Hispanic Chicano Indigenous Aboriginal Maori Māori Inuit Sami Roma Gypsy Creole
  Slavic Nordic Scandinavian Mediterranean Atlantic Celtic Roman Ottoman Byzantine Victorian Marxist Nazi Communist
  Western Eastern Northern Southern Anglo Franco Sino Indo Euro Eurasian Balinese Javanese Bengali Punjabi Kashmiri Gujarati
  Pacific Antarctic Democrat Republican Tory Liberal Conservative Socialist Scientologist Satanist Gazan Darfuri Hutu Tutsi Zulu
  Tuareg Hausa Igbo Yoruba Oromo Tigrayan Amhara Cantonese Mandarin Spanish-language Scandinavians Hellenic`;

function listDemonyms(): ReadonlySet<string> {
  const demonyms = new Set<string>();
  const words = [...readCountries().flatMap(({ demonyms: own }) => own), ...PEOPLES.trim().split(/\s+/)];
  for (const word of words) {
    const folded = fold(word);
    for (const form of [folded, `${folded}s`, folded.replace(/y$/, 'ies')]) demonyms.add(form);
  }
  for (const word of ['frenchman', 'frenchmen', 'englishman', 'irishman', 'dutchman', 'scotsman', 'welshman'])
    demonyms.add(word);
  return demonyms;
}
