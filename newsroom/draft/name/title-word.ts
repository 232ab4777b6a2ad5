/** Titles, offices, roles and occupations: the words beside a person's name. */
import type { NameGender } from './given-name.ts';

/** Courtesy titles and ranks, which occur only before a name. */
export const COURTESY: ReadonlyMap<string, NameGender> = new Map([
  ...listed('mr mister sir lord monsieur herr señor father fr sheikh brother').map((word) => [word, 'male'] as const),
  ...listed('mrs ms miss madam madame dame lady mme frau señora sister').map((word) => [word, 'female'] as const),
  ...listed(
    'dr prof gen lt col capt cmdr adm maj sgt cpl pvt sen rep gov pres hon rev msgr insp supt det const amb sgt lieutenant cllr mx ayatollah mullah imam rabbi saint pope comrade',
  ).map((word) => [word, 'either'] as const),
]);

/** Nouns for offices and roles: the last word of a title. */
export const ROLES: ReadonlyMap<string, NameGender> = new Map([
  ...listed(
    `king prince duke emperor count baron spokesman chairman congressman assemblyman councilman salesman businessman
    fisherman fireman policeman cameraman actor waiter father brother son husband uncle grandfather grandson stepfather
    nephew widower boyfriend pope sultan emir monk alderman ombudsman anchorman sportsman statesman headmaster
    clergyman frontman postman gunman linesman crown-prince bishop archbishop cardinal priest altar-boy`,
  ).map((word) => [word, 'male'] as const),
  ...listed(
    `queen princess duchess empress countess baroness spokeswoman chairwoman congresswoman assemblywoman councilwoman
    saleswoman businesswoman policewoman actress waitress mother sister daughter wife aunt grandmother granddaughter
    stepmother niece widow girlfriend nun headmistress midwife heroine hostess stewardess sportswoman gunwoman alderwoman`,
  ).map((word) => [word, 'female'] as const),
  ...listed(
    `president premier minister chancellor secretary undersecretary governor mayor senator representative deputy
    ambassador envoy consul attache diplomat commissioner commissar chief head leader boss director manager chairperson chair
    spokesperson speaker whip councillor councilor counselor counsellor counsel lawmaker legislator parliamentarian mp mep msp congressperson politician candidate nominee incumbent
    ministress monarch ruler caliph dictator
    general major colonel captain lieutenant sergeant corporal private admiral commodore commander marshal brigadier
    commandant officer soldier pilot veteran warrant midshipman airman cadet general-secretary
    superintendent inspector detective constable sheriff trooper ranger policeman firefighter paramedic warden guard agent
    judge justice magistrate prosecutor attorney lawyer solicitor barrister advocate notary coroner registrar clerk bailiff
    sergeant-at-arms ombudsperson investigator
    professor doctor lecturer scholar academic historian economist scientist researcher physicist chemist biologist
    geologist psychologist psychiatrist sociologist anthropologist archaeologist archeologist astronomer mathematician statistician
    meteorologist seismologist volcanologist epidemiologist virologist ecologist geographer philosopher linguist
    engineer architect designer inventor programmer developer technician surgeon physician nurse pharmacist dentist
    veterinarian pathologist therapist dean provost rector principal teacher tutor instructor educator student pupil graduate postgraduate alumnus fellow curator
    librarian archivist conservationist naturalist environmentalist theologian
    ceo cfo cto coo executive owner founder co-founder cofounder partner entrepreneur banker financier investor trader
    broker analyst consultant adviser advisor aide assistant administrator coordinator organiser organizer strategist planner auditor treasurer accountant
    employee worker staffer official civil-servant bureaucrat regulator negotiator mediator rapporteur delegate
    activist campaigner protester protestor dissident rebel militant guerrilla warlord terrorist gunman suspect attacker
    hostage victim survivor witness resident villager farmer shopkeeper passenger driver motorist cyclist pedestrian
    whistleblower hacker blogger vlogger youtuber influencer volunteer refugee migrant detainee prisoner inmate convict
    citizen native national immigrant
    journalist reporter correspondent editor columnist photographer photojournalist broadcaster presenter anchor host
    commentator critic publisher author writer novelist poet playwright screenwriter biographer essayist translator
     producer filmmaker film-maker cinematographer comedian entertainer musician singer songwriter singer-songwriter
    rapper composer conductor pianist violinist guitarist drummer bassist vocalist dj dancer choreographer ballerina artist painter
    sculptor illustrator cartoonist animator model magician cosplayer celebrity star legend icon chef cook
    footballer striker midfielder defender goalkeeper keeper winger forward quarterback pitcher batsman bowler
    coach trainer skipper referee umpire athlete sprinter swimmer runner skier skater golfer boxer wrestler
    jockey racer rider gymnast champion medalist medallist player teammate rookie
    astronaut cosmonaut explorer mountaineer sailor crewman
    archdeacon vicar pastor reverend rabbi imam cleric mufti patriarch missionary chaplain abbot deacon evangelist ayatollah preacher
    neighbor neighbour friend colleague relative cousin parent child sibling spouse twin fiance fiancee girl boy man woman
    teenager youth pensioner patient customer tourist member supporter fan follower ally rival opponent successor
    predecessor vice-president vice-chairman vice-chancellor heir regent governor-general solicitor-general
    attorney-general secretary-general director-general inspector-general postmaster-general surgeon-general patron trustee guardian`,
  ).map((word) => [word, 'either'] as const),
]);

/** Words before a role that belong to it. */
export const ROLE_ADJECTIVES: ReadonlySet<string> = new Set(
  listed(
    `acting assistant associate chief co-founding deputy emeritus executive ex ex- federal first foreign former general
    grand head high interim joint junior lead legal local managing metropolitan military minority majority national official opposition outgoing
    permanent police political presidential press prime principal public regional retired ruling second senior shadow
    special state supreme third top vice veteran late longtime long-time long-serving independent celebrated famous
    renowned noted prominent leading legendary current incoming then then- newly-elected elected crown team club company
    family defence defense finance interior home health education environment trade justice culture labour labor
    transport agriculture energy economy development climate human rights law fashion film football basketball soccer
    rugby cricket tennis baseball hockey movie pop rock jazz rap opera television tv radio news sports science research
    medical trial defence-minister parliamentary congressional senatorial gubernatorial mayoral democratic republican
    conservative liberal communist socialist union trade-union student youth women's men's school university college bishop-elect
    district city county town village council party house senate assembly parliament cabinet government administration ministry
    court appeals criminal civil constitutional army navy naval air force fire intelligence security
    counter-terrorism counterterrorism border customs immigration traffic corporate commercial financial creative technical artistic musical
    technology marketing communications media sales operations spiritual religious muslim christian jewish catholic anglican
    orthodox buddhist hindu sunni shia shiite islamist`,
  ),
);

/** Whether the words are only a title: "Mr", "the Prime Minister". */
export function isTitleAlone(words: string): boolean {
  const bare =
    words
      .toLowerCase()
      .match(/[\p{L}-]+/gu)
      ?.filter((word) => word !== 'the') ?? [];
  const isRole = (word: string) => COURTESY.has(word) || ROLES.has(word);
  return isRole(bare.at(-1) ?? '') && bare.every((word) => isRole(word) || ROLE_ADJECTIVES.has(word));
}

/** Whether the words name an office or an occupation, and not just a courtesy title or a kinship. */
export function isOffice(words: string): boolean {
  const parts = words.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  return !NO_OFFICE.test(words) && parts.some((part) => ROLES.has(part) && !COURTESY.has(part));
}

const NO_OFFICE =
  /\b(brother|sister|father|mother|son|daughter|husband|wife|uncle|aunt|nephew|niece|widow|grand\w+|girlfriend|boyfriend|citizens?|detainees?|victims?|suspects?|resident)\b/i;

function listed(words: string): string[] {
  return words.trim().split(/\s+/);
}
