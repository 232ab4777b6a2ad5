/** Polish, in the generator's few forms: the present tense, since it has no gender. */
import type { Language } from './language.ts';
import type { WordStock } from './words.ts';

const STOCK: WordStock = {
  onsets: 'b c ć d f g h j k l ł m n ń p r s ś t w z ź ż cz sz dż prz str'.split(' '),
  nuclei: 'a ą e ę i o ó u y'.split(' '),
  codas: ['', 'ch', 'm', 'ść', 'nych', 'ł', 'w'],
};

export const POLISH: Language = {
  tag: 'pl',
  writesCyrillic: false,
  space: ' ',
  stop: '.',
  vocabulary: {
    ...STOCK,
    frequent: 'i w na z się nie do to że o jest po od za jak przez dla oraz ale tym już był są przy'.split(' '),
    size: 18_000,
  },
  names: { ...STOCK, codas: ['n', 'r', 'ski', 'wicz', 'ł', 'cki'] },

  months: 'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień'.split(' '),
  monthsOfDay:
    'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia'.split(' '),
  seasons: ['wiosną', 'latem', 'jesienią', 'zimą'],
  dates: {
    dayOfYear: '{day} {month}',
    day: '{day} {month} {year} roku',
    on: '{date}',
    around: 'około {date}',
    perhaps: 'być może {date}',
    between: 'od {from} do {to}',
    month: 'za {month} {year} roku',
    year: 'w {year} roku',
    since: 'od {year} roku',
    season: '{season} {year} roku',
    decade: 'w latach {decade}–tych',
  },
  clock: 'o {clock}',

  reporting: {
    DIRECT_QUOTE: [
      '„{Content}” – [mówi] {speaker}.',
      '„{Content}” – [podkreśla] {speaker}.',
      '„{Content}” – [mówi dla {addressee}] {speaker}.',
      '{Speaker} [pisze]: „{Content}”.',
      '„{Content} – [zaznacza] {speaker} – {rest}”.',
    ],
    MIXED_QUOTE: ['{Speaker} [nazywa] {content} „{rest}”.'],
    INDIRECT: [
      '{Speaker} [twierdzi, że] {content}.',
      '[Zdaniem] {speaker} {content}.',
      '{Speaker} [mówi dla {addressee}, że] {content}.',
    ],
    ANNOUNCEMENT: ['{Speaker} [ogłasza, że] {content}.'],
    FINDING: ['{Speaker} [ustala, że] {content}.'],
    DENIAL: ['{Speaker} [zaprzecza, że] {content}.'],
    NO_COMMENT: ['{Speaker} <[nie chce komentować] {words}>.'],
  },
  inner: '{speaker} [utrzymuje, że] {content}',
  pronouns: ['on', 'ona'],

  titles:
    'dyrektor,burmistrz,rzecznik,inspektor,minister,inżynier,profesor,adwokat,lekarz,poseł,kapitan,redaktor'.split(','),
  position: '{title} {organization} {name}',
  titled: '{title} {name}',
  birth: 'Data urodzenia {name}: {date}',
  death: 'Data śmierci {name}: {date}',
  kinship: '{name} i {relative}: {kin}',
  kin: {
    PARENT: 'dziecko i rodzic',
    CHILD: 'rodzic i dziecko',
    SIBLING: 'rodzeństwo',
    SPOUSE: 'małżeństwo',
    OTHER: 'rodzina',
  },
  tenure: '{name} to {title} {date}',

  figures: {
    DEATHS: '{number} zabitych',
    INJURIES: '{number} rannych',
    DETENTIONS: '{number} zatrzymanych',
    PARTICIPANTS: '{number} uczestników',
    MISSING: '{number} zaginionych',
    OTHER: '{number} ton',
  },
  atLeast: 'co najmniej {number}',
  approximately: 'około {number}',

  organizations: [
    'Ministerstwo {name}',
    'Spółka {name}',
    'Policja {name}',
    'Rada {name}',
    'Uniwersytet {name}',
    'Bank {name}',
  ],
  groups: ['mieszkańcy {name}', 'robotnicy {name}', 'studenci {name}', 'eksperci {name}', 'protestujący {name}'],
  papers: ['Gazeta {name}', 'Kurier {name}', 'Wiadomości {name}'],
  places: {
    COUNTRY: '{name}',
    REGION: 'województwo {name}',
    CITY: '{name}',
    DISTRICT: 'dzielnica {name}',
    BUILDING: 'gmach {name}',
    SITE: 'plac {name}',
    VEHICLE: 'prom {name}',
    OTHER: 'rzeka {name}',
  },
};
