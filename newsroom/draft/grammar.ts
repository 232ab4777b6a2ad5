/** Grammar: closed classes of English words, which show where a phrase begins and ends. */
import { speechVerb } from './speech-verb.ts';
import type { Token } from './token.ts';

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

export const SUBJECT_PRONOUNS = listed('he she they it we i you');
/** Forms of "be": a participle after one is passive or progressive. */
export const BE = listed("is are was were be been being am 's 're isn't aren't wasn't weren't");
export const AUXILIARIES = listed(
  `${[...BE].join(' ')} has have had having will would can could may might must shall should do does did won't wouldn't can't cannot couldn't doesn't don't didn't hasn't haven't hadn't shouldn't mustn't`,
);
export const NEGATIONS = listed(
  "not never neither nor no didn't don't doesn't hasn't haven't hadn't won't wouldn't couldn't can't cannot",
);
export const DETERMINERS = listed(
  'the a an this that these those his her their its our my your some any no every each all both several many few most one two three four five six seven eight nine ten another other',
);
export const POSSESSIVES = listed('his her their its our my your');
export const PREPOSITIONS = listed(
  'in on at to of by for from with about during after before since until under over between among against through via into onto across near outside inside amid despite without within following regarding concerning throughout along around behind beyond above below as per than like unlike off up',
);
/** Words that begin another clause. */
export const SUBORDINATORS = listed(
  'that because while although though when if after before since as where which whether unless until but so than whereas once why how what',
);
export const RELATIVES = listed('who whom which whose');
export const CONJUNCTIONS = listed('and or but nor yet');
const TIME_WORDS = listed(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow earlier later recently now then afterwards afterward meanwhile overnight',
);
const TIME_UNITS = listed(
  'week month year morning afternoon evening night weekend day days weeks months years hours hour',
);
const ADVERBS = listed(
  'also later then once again still even just only already now never always often however therefore meanwhile further reportedly too first previously earlier repeatedly recently subsequently apparently simply yesterday today monday tuesday wednesday thursday friday saturday sunday himself herself themselves itself both all not',
);

export function isAdverb(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return (
    ADVERBS.has(token.lower) ||
    (/^\p{Ll}+ly$/u.test(token.text) && !/^(family|only|supply|july|italy|ally)$/.test(token.lower))
  );
}

export function isTimeWord(token: Token | undefined): boolean {
  return token !== undefined && (TIME_WORDS.has(token.lower) || TIME_UNITS.has(token.lower) || MONTH.test(token.text));
}

const MONTH = /^(January|February|March|April|May|June|July|August|September|October|November|December)$/;

export function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^[\p{Lu}\d@]/u.test(token.text);
}

export function isPronoun(token: Token | undefined): boolean {
  return token !== undefined && SUBJECT_PRONOUNS.has(token.lower);
}

/** Whether a noun phrase may begin here. */
export function beginsNoun(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === 'word' &&
    (isCapital(token) || DETERMINERS.has(token.lower) || isPronoun(token))
  );
}

/** Whether it is certainly the verb of a clause: an auxiliary, or a speech verb that cannot be a noun. */
export function isFiniteVerb(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word') return false;
  if (AUXILIARIES.has(token.lower)) return true;
  const verb = speechVerb(token.text);
  return verb !== null && !verb.isNounToo && /(ed|said|told|wrote|say|s)$/.test(token.lower);
}

/** Whether a clause with a subject and a verb of its own seems to begin there. */
export function looksLikeClause(tokens: readonly Token[]): boolean {
  if (isPronoun(tokens[0]) || (/^(there|this|that)$/.test(tokens[0]?.lower ?? '') && isFiniteVerb(tokens[1])))
    return true;
  const verb = tokens.findIndex((token, index) => index > 0 && isVerb(tokens, index, token));
  const subject = tokens.slice(0, verb);
  return verb > 0 && verb <= LONGEST_SUBJECT && !subject.some((token, index) => endsSubject(token, tokens[index + 1]));
}

const LONGEST_SUBJECT = 14;
const PAST = listed(
  'left went came took made got gave found knew saw became began ran won lost met held kept led paid sent spent stood thought brought bought caught fell felt fought grew heard put set shot died rose broke built chose drew drove hid hit hurt knew lay let meant read rang sat sold shook showed shut sank spoke stole struck swam threw understood wore needs wants remains makes takes gives shows goes comes',
);

/** Whether it is the irregular past of a common verb. */
export function isPast(token: Token): boolean {
  return PAST.has(token.lower);
}

function isVerb(tokens: readonly Token[], index: number, token: Token): boolean {
  if (isFiniteVerb(token) || PAST.has(token.lower)) return true;
  return (
    /^\p{Ll}{2,}(ed|s)$/u.test(token.text) &&
    !/['’]s$|ss$/.test(token.text) &&
    beginsNoun(tokens[index + 1]) &&
    !DETERMINERS.has(tokens[index - 1]?.lower ?? '')
  );
}

/** Whether the token ends a subject, since it begins a clause or an infinitive. */
function endsSubject(token: Token, next: Token | undefined): boolean {
  if (/^(that|whether|which|who|because|while|if|when|where|after|before|until|how|what)$/.test(token.lower))
    return true;
  return token.lower === 'to' && next !== undefined && /^\p{Ll}/u.test(next.text) && !DETERMINERS.has(next.lower);
}
