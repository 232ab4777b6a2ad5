/** Speech verbs: English verbs of saying, in every form. */

/** A speech verb and what may follow it. */
export interface SpeechVerb {
  readonly base: string;
  /** "She said the bridge was safe": a clause without "that". */
  readonly takesClause: boolean;
  /** "She told reporters that …": an addressee comes between the verb and the content. */
  readonly takesAddressee: boolean;
  /** "reports", "claims", "notes": the same letters are a noun. */
  readonly isNounToo: boolean;
}

/** The speech verb that this word is a form of; null if there is none. */
export function speechVerb(word: string): SpeechVerb | null {
  return FORMS.get(word.toLowerCase()) ?? null;
}

/** Whether the word is a form of a verb of saying. */
export function isSpeechVerb(word: string): boolean {
  return FORMS.has(word.toLowerCase());
}

const CLAUSE = `say claim state add note admit insist explain warn report announce reveal confirm predict acknowledge
  allege argue assert contend maintain declare deny conclude stress emphasise emphasize reiterate estimate concede testify
  write tweet vow promise suggest complain clarify affirm caution recall boast remark mention disclose counter speculate
  post respond reply comment proclaim attest pledge lament opine point forecast profess think indicate signal`;
const QUOTATION = `ask answer continue observe agree joke quip shout cry whisper exclaim urge demand call describe brand term label dub dismiss tell
  inform remind assure notify advise repeat begin retort interject mutter murmur laugh sigh conclude protest plead
  elaborate find criticize criticise denounce`;
const ADDRESSEE = 'tell inform remind assure notify advise warn ask urge promise';
const NOUN = `claim state note report promise remark comment post tweet estimate answer reply cry shout joke demand caution
  counter urge vow call laugh sigh mention forecast pledge lament protest boast quip whisper`;
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  find: ['finds', 'found', 'finding'],
  say: ['says', 'said', 'saying'],
  tell: ['tells', 'told', 'telling'],
  write: ['writes', 'wrote', 'written', 'writing'],
  begin: ['begins', 'began', 'beginning'],
  forecast: ['forecasts', 'forecast', 'forecasting'],
  admit: ['admits', 'admitted', 'admitting'],
  quip: ['quips', 'quipped', 'quipping'],
  think: ['thinks', 'thought', 'thinking'],
};

const FORMS = listForms();

function listForms(): ReadonlyMap<string, SpeechVerb> {
  const listed = (text: string) => new Set(text.split(/\s+/));
  const [clause, addressee, noun] = [listed(CLAUSE), listed(ADDRESSEE), listed(NOUN)];
  const forms = new Map<string, SpeechVerb>();
  for (const base of new Set([...clause, ...listed(QUOTATION)])) {
    const verb = {
      base,
      takesClause: clause.has(base),
      takesAddressee: addressee.has(base),
      isNounToo: noun.has(base),
    };
    for (const form of [base, ...(IRREGULAR[base] ?? inflect(base))]) forms.set(form, verb);
  }
  return forms;
}

/** "-s", "-ed" and "-ing" by the rules of English spelling. */
function inflect(base: string): string[] {
  if (/[^aeiou]y$/.test(base)) {
    const stem = base.slice(0, -1);
    return [`${stem}ies`, `${stem}ied`, `${base}ing`];
  }
  if (base.endsWith('e')) return [`${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  return [/(s|sh|ch|x)$/.test(base) ? `${base}es` : `${base}s`, `${base}ed`, `${base}ing`];
}
