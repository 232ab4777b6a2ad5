/** English, in the generator's few forms. */
import type { Language } from './language.ts';
import type { WordStock } from './words.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const STOCK: WordStock = {
  onsets: 'b d f g h k l m n p r s t v w z br ch cl dr fl gr pl sh st th tr'.split(' '),
  nuclei: 'a e i o u ai ea ou'.split(' '),
  codas: ['', 'n', 'r', 's', 'l', 'ck', 'nd', 'st'],
};

export const ENGLISH: Language = {
  tag: 'en',
  writesCyrillic: false,
  space: ' ',
  stop: '.',
  vocabulary: {
    ...STOCK,
    frequent:
      'the of and to in a that for was on with as were by at from it had not which be this but have an are or been its after who their new would over more'.split(
        ' ',
      ),
    size: 200_000,
  },
  names: { ...STOCK, codas: ['n', 'r', 'l', 'nd', 'm', 'rt', 'ck', 'lm'] },

  months: MONTHS,
  monthsOfDay: MONTHS,
  seasons: ['spring', 'summer', 'autumn', 'winter'],
  dates: {
    dayOfYear: '{day} {month}',
    day: '{day} {month} {year}',
    on: 'on {date}',
    around: 'around {date}',
    perhaps: 'perhaps on {date}',
    between: 'from {from} to {to}',
    month: 'in {month} {year}',
    year: 'in {year}',
    since: 'since {year}',
    season: 'in the {season} of {year}',
    decade: 'in the {decade}s',
  },
  clock: 'at {clock}',

  reporting: {
    DIRECT_QUOTE: [
      '“{Content},” [said] {speaker}.',
      '“{Content},” {speaker} [noted].',
      '“{Content},” {speaker} [told {addressee}].',
      '“{Content},” {speaker} [said], “{rest}.”',
      '{Speaker} [said]: “{Content}.”',
    ],
    MIXED_QUOTE: ['{Speaker} [called] {content} “{rest}”.', '{Speaker} [said that] {content} was “{rest}”.'],
    INDIRECT: [
      '{Speaker} [said that] {content}.',
      '[According to] {speaker}, {content}.',
      '{Speaker} [told {addressee} that] {content}.',
      '{Speaker} [added that] {content}.',
    ],
    ANNOUNCEMENT: ['{Speaker} [announced that] {content}.', '{Speaker} [stated on its page that] {content}.'],
    FINDING: ['{Speaker} [found that] {content}.', '{Speaker} [established that] {content}.'],
    DENIAL: ['{Speaker} [denied that] {content}.', '{Speaker} [told {addressee} that it was not true that] {content}.'],
    NO_COMMENT: [
      '{Speaker} <[declined to comment] on {words}>.',
      '{Speaker} <[did not answer questions] about {words}>.',
    ],
  },
  inner: '{speaker} [had said that] {content}',
  pronouns: ['he', 'she'],

  titles: 'director,mayor,spokesman,inspector,minister,engineer,professor,lawyer,doctor,deputy,captain,editor'.split(
    ',',
  ),
  position: '{organization} {title} {name}',
  titled: '{title} {name}',
  birth: '{name} was born {date}',
  death: '{name} died {date}',
  kinship: '{name} is {kin} of {relative}',
  kin: { PARENT: 'a child', CHILD: 'a parent', SIBLING: 'a sibling', SPOUSE: 'the spouse', OTHER: 'a cousin' },
  tenure: '{name} has been {title} {date}',

  figures: {
    DEATHS: '{number} people killed',
    INJURIES: '{number} people injured',
    DETENTIONS: '{number} people detained',
    PARTICIPANTS: '{number} people present',
    MISSING: '{number} people missing',
    OTHER: '{number} tonnes',
  },
  atLeast: 'at least {number}',
  approximately: 'about {number}',

  organizations: [
    '{name} Ministry',
    '{name} Company',
    '{name} Police',
    '{name} Council',
    '{name} University',
    '{name} Bank',
  ],
  groups: [
    'residents of {name}',
    'workers of {name}',
    'students of {name}',
    'experts from {name}',
    'protesters in {name}',
  ],
  papers: ['{name} Gazette', '{name} Courier', '{name} News'],
  places: {
    COUNTRY: '{name}',
    REGION: '{name} Region',
    CITY: '{name}',
    DISTRICT: '{name} District',
    BUILDING: '{name} Hall',
    SITE: '{name} Square',
    VEHICLE: 'the ferry {name}',
    OTHER: '{name} River',
  },
};
