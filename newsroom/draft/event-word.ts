/** Words of events: the verbs and nouns that tell of one, with the sense in which they do. */
import type { EventKind } from '../../data/compile/index.ts';
import { kindOfNoun } from './noun.ts';

/** What a verb must be said of to have the sense of an event: "exploded" of a bomb, and not of sales. */
export type Need =
  | 'people'
  | 'body'
  | 'vehicle'
  | 'structure'
  | 'device'
  | 'round'
  | 'act'
  | 'contest'
  | 'money'
  | 'rate'
  | 'restriction'
  | 'effort'
  | 'case'
  | 'document'
  | 'anything';

export interface EventVerb {
  readonly kind: EventKind;
  /** A noun that takes the undergoer: "Death of". */
  readonly noun: string;
  /** Where the undergoer stands in the active voice; `either` for "the hotel opened" and "they opened the hotel". */
  readonly undergoer: 'subject' | 'object' | 'either';
  readonly needs: Need;
}

/** The senses of a past form, or of one with a particle: "laid off"; none if it tells of no event. */
export function eventVerbs(lower: string): readonly EventVerb[] {
  return VERBS.get(lower) ?? [];
}

/** The verb that a noun is made of, "death" of "died"; null if it is none that is done to people. */
export function deedNoun(lower: string): EventVerb | null {
  return DEEDS.get(lower) ?? null;
}

/** The kind of event that a noun tells of; null if it tells of none. */
export function eventNoun(lower: string): EventKind | null {
  return NOUNS.get(lower) ?? null;
}

/** Past form, with an underscore before a particle; kind, place of the undergoer, what it must be, noun. */
const ROWS = `
killed DEATH object people Death of
died DEATH subject people Death of
drowned DEATH subject people Drowning of
found DEATH object people Death of
executed DEATH object people Execution of
murdered CRIME object people Murder of
kidnapped CRIME object people Kidnapping of
abducted CRIME object people Abduction of
robbed CRIME object anything Robbery of
stole CRIME object anything Theft of
stolen CRIME object anything Theft of
hacked CRIME object anything Hacking of
shot VIOLENCE object people Shooting of
stabbed VIOLENCE object people Stabbing of
assaulted VIOLENCE object people Assault on
attacked VIOLENCE object people Attack on
tortured VIOLENCE object people Torture of
fired VIOLENCE object round Firing of
bombed VIOLENCE object structure Bombing of
shelled VIOLENCE object structure Shelling of
clashed VIOLENCE subject people Clashes involving
injured OTHER object people Injuries to
wounded OTHER object people Injuries to
arrested DETENTION object people Arrest of
detained DETENTION object people Detention of
imprisoned DETENTION object people Imprisonment of
jailed DECISION object people Jailing of
sentenced DECISION object people Sentencing of
convicted DECISION object people Conviction of
acquitted DECISION object people Acquittal of
appointed DECISION object people Appointment of
nominated DECISION object people Nomination of
endorsed DECISION object people Endorsement of
sacked DECISION object people Dismissal of
dismissed DECISION object people Dismissal of
fined DECISION object anything Fine for
signed DECISION object anything Signing of
approved DECISION object anything Approval of
adopted DECISION object anything Adoption of
ratified DECISION object anything Ratification of
vetoed DECISION object anything Veto of
banned DECISION object anything Ban on
passed DECISION object act Passage of
rejected DECISION object act Rejection of
repealed DECISION object act Repeal of
charged DECISION object people Charges against
expelled DECISION object people Expulsion of
adjourned DECISION object anything Adjournment of
closed DECISION either structure Closure of
decided DECISION subject body Decision by
ruled DECISION subject body Ruling by
voted DECISION subject body Vote by
elected ELECTION object people Election of
cancelled CANCELLATION object anything Cancellation of
canceled CANCELLATION object anything Cancellation of
postponed CANCELLATION object anything Postponement of
suspended CANCELLATION object anything Suspension of
evacuated TRANSPORT object anything Evacuation of
deported TRANSPORT object people Deportation of
extradited TRANSPORT object people Extradition of
transported TRANSPORT object anything Transport of
arrived TRANSPORT subject people Arrival of
rescued OPERATION object people Rescue of
seized OPERATION object anything Seizure of
stormed OPERATION object structure Storming of
raided OPERATION object structure Raid on
searched OPERATION object structure Search of
interviewed INTERVIEW object people Interview with
inspected EXAMINATION object anything Inspection of
crashed ACCIDENT subject vehicle Crash of
collided ACCIDENT subject vehicle Collision of
derailed ACCIDENT either vehicle Derailment of
capsized ACCIDENT subject vehicle Capsizing of
sank ACCIDENT subject vehicle Sinking of
collapsed ACCIDENT subject structure Collapse of
exploded ACCIDENT subject device Explosion of
flooded DISASTER either structure Flooding of
protested PROTEST subject people Protest by
demonstrated PROTEST subject people Protest by
marched PROTEST subject people March by
met MEETING subject people Meeting of
resigned OTHER subject people Resignation of
opened OTHER either structure Opening of
reopened OTHER either structure Reopening of
demolished OTHER object structure Demolition of
destroyed OTHER object structure Destruction of
built OTHER object structure Construction of
founded OTHER object anything Founding of
launched OTHER object anything Launch of
published OTHER object anything Publication of
unveiled OTHER object anything Unveiling of
inaugurated OTHER object anything Inauguration of
visited OTHER object structure Visit to
released OTHER object people Release of
buried OTHER object people Burial of
gathered OTHER subject people Gathering of
assassinated CRIME object people Assassination of
raped CRIME object people Rape of
hijacked CRIME object vehicle Hijacking of
won ELECTION object contest Victory in
lost ELECTION object contest Defeat in
defeated ELECTION object people Defeat of
bought OTHER object anything Purchase of
acquired OTHER object anything Acquisition of
sold OTHER object anything Sale of
raised OTHER object money Raising of
raised DECISION object rate Increase in
cut DECISION object rate Cut in
imposed DECISION object restriction Imposition of
lifted DECISION object restriction Lifting of
introduced DECISION object act Introduction of
enacted DECISION object act Enactment of
ended CANCELLATION object effort End of
filed OTHER object case Filing of
released OTHER object document Publication of
hired OTHER object people Hiring of
fired DECISION object people Dismissal of
ousted OTHER object people Removal of
promoted DECISION object people Promotion of
married OTHER either people Marriage of
retired OTHER subject people Retirement of
damaged OTHER object structure Damage to
landed TRANSPORT subject vehicle Landing of
dropped_out OTHER subject people Withdrawal of
pulled_out OTHER subject people Withdrawal of
stepped_down OTHER subject people Resignation of
laid_off DECISION object people Dismissal of
shut_down DECISION object structure Closure of
set_up OTHER object body Founding of
burned_down FIRE either structure Burning of
`;

const SENSES_OF_VERBS = Array.from(
  ROWS.matchAll(/^(\w+) ([A-Z]+) (\w+) (\w+) (.+)$/gm),
  ([, past = '', kind, undergoer, needs, noun = '']) => ({
    past: past.replace('_', ' '),
    verb: { kind, noun, undergoer, needs } as EventVerb,
  }),
);

const VERBS: ReadonlyMap<string, readonly EventVerb[]> = new Map(
  [...Map.groupBy(SENSES_OF_VERBS, ({ past }) => past)].map(([past, senses]) => [past, senses.map(({ verb }) => verb)]),
);

const DEEDS: ReadonlyMap<string, EventVerb> = new Map(
  SENSES_OF_VERBS.filter(
    ({ verb }) => /^(?:DEATH|CRIME|VIOLENCE|DETENTION)$/.test(verb.kind) && verb.needs === 'people',
  )
    .map(({ verb }) => [verb.noun.toLowerCase().replace(/ of$/, ''), verb] as const)
    .flatMap(([noun, verb]) => [[noun, verb] as const, [`${noun}s`, verb] as const]),
);

const NOUNS: ReadonlyMap<string, EventKind> = new Map(
  Object.entries({
    ACCIDENT: 'crash collision derailment accident explosion blast',
    CANCELLATION: 'cancellation',
    CONVERSATION: 'conversation',
    CRIME: 'robbery burglary heist murder murders kidnapping theft',
    CULTURAL: 'concert festival exhibition premiere parade ceremony',
    DETENTION: 'arrest arrests',
    DISASTER:
      'earthquake quake flood floods flooding hurricane typhoon cyclone tornado landslide mudslide avalanche tsunami storm',
    ELECTION: 'election elections referendum by-election primary caucuses',
    EXAMINATION: 'autopsy inspection examination survey audit inquiry assessment',
    FIRE: 'fire fires blaze wildfire wildfires bushfire grassfire',
    MEETING: 'meeting summit talks conference rally debate',
    OPERATION: 'raid raids operation offensive',
    PROTEST: 'protest protests demonstration demonstrations march strike walkout sit-in',
    TRANSPORT: 'evacuation',
    VIOLENCE:
      'attack attacks shooting bombing stabbing clashes massacre airstrike airstrikes ambush riot riots brawl fighting',
  } satisfies Partial<Record<EventKind, string>>).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [word, kind as EventKind] as const),
  ),
);

/** Whether a noun, or a number alone, has the sense that a verb needs. */
export function isOf(need: Need, lower: string): boolean {
  if (need === 'anything') return true;
  if (need === 'people') return QUANTITY.test(lower) || BODIES.test(lower) || isHuman(lower);
  return SENSES[need].test(lower);
}

/** Whether the word can begin to tell of an event. */
export function isWordOfEvent(lower: string): boolean {
  return WORDS.has(lower);
}

const WORDS: ReadonlySet<string> = new Set([
  ...[...VERBS.keys()].map((past) => past.replace(/ .*/, '')),
  ...NOUNS.keys(),
  ...DEEDS.keys(),
]);

function isHuman(lower: string): boolean {
  const kind = kindOfNoun({ tag: 'NOUN', lower });
  return kind === 'person' || kind === 'people';
}

const QUANTITY = /^(?:thousands|hundreds|dozens|scores|others)$/;
const BODIES =
  /^(?:council|court|parliament|senate|assembly|congress|jury|government|cabinet|board|committee|commission|voters|councillors|lawmakers|members|judges?|mps|company|regulator|union|panel|ministers|tribunal)$/;
const SENSES: Readonly<Record<Exclude<Need, 'people' | 'anything'>, RegExp>> = {
  body: BODIES,
  vehicle:
    /^(?:bus(?:es)?|minibus|coach|cars?|taxi|trucks?|lorr(?:y|ies)|vans?|tankers?|trains?|trams?|(?:air)?planes?|aircraft|jets?|jetliner|airliner|flight|helicopters?|drones?|boats?|ships?|ferr(?:y|ies)|vessels?|trawler|yacht|canoe|dinghy|motorcycles?|motorbike|bicycle|balloon|glider|carriages?|wagons?|locomotives?|vehicles?|tractor|ambulance|submarine)$/,
  structure:
    /^(?:\w*house|homes?|buildings?|blocks?|towers?|roofs?|walls?|ceiling|bridges?|quays?|docks?|span|tunnels?|dams?|cranes?|scaffolding|stands?|stage|floors?|hillside|mines?|quarr(?:y|ies)|mills?|factor(?:y|ies)|works|plants?|hotels?|inns?|pubs?|shops?|stores?|malls?|markets?|schools?|librar(?:y|ies)|hospitals?|clinics?|churches|church|mosques?|temples?|museums?|theat(?:re|er)s?|cinemas?|stadiums?|stations?|airports?|ports?|harbou?rs?|piers?|roads?|streets?|highways?|motorway|railways?|lines?|tracks?|border|crossing|offices?|sheds?|barns?|farms?|fields?|cellars?|basements?|villages?|towns?|cit(?:y|ies)|districts?|camps?|headquarters|base|depots?|warehouses?|prisons?|centres?|centers?|parks?|pools?|galler(?:y|ies)|apartments?|flats?|phase)$/,
  device:
    /^(?:bombs?|devices?|grenades?|mines?|landmines?|shells?|rockets?|missiles?|mortars?|fireworks|gas|boilers?|tanks?|pipelines?|plants?|reactors?|transformers?|generators?|warheads?|cars?|vehicles?|ammunition|dynamite|cylinders?)$/,
  act: /^(?:bills?|laws?|resolutions?|budgets?|amendments?|measures?|acts?|motions?|legislation|treat(?:y|ies)|referendum|plans?|proposals?|appeals?)$/,
  contest:
    /^(?:primar(?:y|ies)|caucus(?:es)?|elections?|by-election|contests?|seats?|nomination|referendum|presidency|runoff)$/,
  money: /^[$£€][\d.,]+(?:bn|m|k)?$|^(?:dollars|pounds|euros|crowns|rubles|manats|yen|millions?|billions?)$/,
  rate: /^(?:rates?|forecasts?|budgets?|jobs|prices?|tariffs?|tax(?:es)?|spending|wages?|pensions?|fares?|fees?|salar(?:y|ies)|subsid(?:y|ies))$/,
  restriction:
    /^(?:sanctions|bans?|embargo|restrictions?|curfew|siege|blockade|tariffs?|moratorium|tax(?:es)?|fines?)$/,
  effort: /^(?:campaign|bid|candidacy|strike|operations?|programmes?|programs?|contract|partnership|moratorium)$/,
  case: /^(?:lawsuits?|suits?|complaints?|petitions?|appeals?|motions?|charges|claims?)$/,
  document:
    /^(?:reports?|emails?|e-mails|documents?|videos?|footage|recordings?|audio|transcripts?|memos?|books?|albums?|stud(?:y|ies)|records|statistics)$/,
  round: /^(?:shots?|bullets?|rounds|rockets?|missiles?|mortars?|grenades?|gas)$/,
};
