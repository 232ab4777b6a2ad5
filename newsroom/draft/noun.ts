/** Nouns: which of them mean somebody who can speak: one person, several, or a body. */
import type { FoundName } from './name/find.ts';
import { ORGANIZATION_HEADS } from './name/organization-word.ts';
import { ROLES } from './name/title-word.ts';
import type { Token } from './token.ts';

export type Gender = FoundName['gender'];

/** The noun that a phrase is about: the last one before a preposition, a comma or a relative clause. */
export function headOf(tokens: readonly Token[]): Token | null {
  let head: Token | null = null;
  for (const token of tokens) {
    if (head !== null && (token.tag === 'ADP' || token.kind !== 'word' || /^(who|which|that)$/.test(token.lower)))
      break;
    if ((token.tag === 'NOUN' || token.tag === 'PROPN') && !NOBODY.test(token.lower)) head = token;
  }
  return head;
}

/** Words that the tagger takes for nouns at the start of a sentence. */
const NOBODY =
  /^(others?|another|many|most|some|several|few|both|all|one|each|none|everyone|everybody|when|while|it|what)$/;

/** Whom the noun means; null for a thing, which says nothing: "smile". */
export function kindOfNoun({ tag, lower }: Pick<Token, 'tag' | 'lower'>): 'person' | 'people' | 'body' | null {
  const word = lower.replace(/['’]s?$/, '');
  if (isPerson(word)) return 'person';
  if (PEOPLE.test(word) || SINGULARS.some(([plural, one]) => plural.test(word) && isPerson(word.replace(plural, one))))
    return 'people';
  if (ORGANIZATION_HEADS.has(word) || TEXTS.test(word)) return 'body';
  // A name that was not recognized.
  return tag === 'PROPN' ? (/[^s]s$/.test(word) ? 'people' : 'person') : null;
}

/** Texts say what their writers do, whom the article leaves unnamed: "a leaked letter". */
const TEXTS =
  /^(campaign|(report|statement|letter|document|study|survey|poll|estimate|post|website|site|lawsuit|filing|email|article|transcript|memo|indictment)(s|ies)?|studies|data|analysis)$/;

const PEOPLE = /^(police|people|staff|crew|families|women|children|authorities|media|\p{L}+folk)$/u;
const SINGULARS: readonly (readonly [RegExp, string])[] = [
  [/men$/, 'man'],
  [/ies$/, 'y'],
  [/s$/, ''],
];

function isPerson(word: string): boolean {
  return ROLES.has(word) || (PERSON.test(word) && !THINGS.test(word) && !ORGANIZATION_HEADS.has(word));
}

const PERSON =
  /^(source|expert|advocate|delegate|friend|individual|insider|youth|teen)$|(man|person|ist|ian|eer|er|or|crat)$/;
const THINGS =
  /^(human|german|letter|paper|number|answer|order|offer|charter|chapter|quarter|banner|register|tower|power|river|cent(er|re)|matter|error|factor|list|twist|computer|server|border|rumor|labor|door|floor|dinner|summer|winter|weather|water|career|beer|cheer|laughter)$/;

/** The gender of a role, where the word shows it: "spokeswoman", "father". */
export function genderOfRole(word: string): Gender {
  if (/wom[ae]n$|^(girl|lady)$/.test(word)) return 'female';
  const role = ROLES.get(word);
  if (role === 'male' || role === 'female') return role;
  return /man$|^boy$/.test(word) ? 'male' : null;
}
