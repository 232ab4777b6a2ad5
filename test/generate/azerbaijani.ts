/** Azerbaijani, in the generator's few forms. */
import type { Language } from './language.ts';
import type { WordStock } from './words.ts';

const MONTHS = 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr'.split(' ');

const STOCK: WordStock = {
  onsets: 'b c ç d f g ğ h x j k q l m n p r s ş t v y z'.split(' '),
  nuclei: 'a e ə i ı o ö u ü'.split(' '),
  codas: ['', 'lar', 'lər', 'mız', 'dən', 'n', 'ş', 'lıq'],
};

export const AZERBAIJANI: Language = {
  tag: 'az',
  writesCyrillic: false,
  space: ' ',
  stop: '.',
  vocabulary: {
    ...STOCK,
    frequent:
      'və bu bir ilə üçün olan də da ki o çox daha sonra kimi isə hər edib olub həm lakin üzrə qədər görə ən var yeni'.split(
        ' ',
      ),
    size: 50_000,
  },
  names: { ...STOCK, codas: ['n', 'r', 'lı', 'zadə', 'oğlu', 'f', 'l', 'm'] },

  months: MONTHS,
  monthsOfDay: MONTHS,
  seasons: ['yazında', 'yayında', 'payızında', 'qışında'],
  dates: {
    dayOfYear: '{day} {month}',
    day: '{day} {month} {year}-ci il',
    on: '{date} tarixində',
    around: 'təxminən {date}',
    perhaps: 'bəlkə də {date}',
    between: '{from} – {to} arasında',
    month: '{year}-ci ilin {month} ayında',
    year: '{year}-ci ildə',
    since: '{year}-ci ildən bəri',
    season: '{year}-ci ilin {season}',
    decade: '{decade}-cı illərdə',
  },
  clock: 'saat {clock} radələrində',

  reporting: {
    DIRECT_QUOTE: [
      '“{Content}”, – deyə {speaker} [bildirdi].',
      '“{Content}”, – {speaker} [qeyd etdi].',
      '“{Content}”, – deyə {speaker} [{addressee} üçün bildirdi].',
      '{Speaker} [dedi]: “{Content}”.',
      '“{Content}, – deyə {speaker} [vurğuladı], – {rest}”.',
    ],
    MIXED_QUOTE: ['{Speaker} {content} haqqında “{rest}” [dedi].'],
    INDIRECT: [
      '{Speaker} [bildirdi ki], {content}.',
      '{Speaker} [əlavə etdi ki], {content}.',
      '{Speaker} [{addressee} üçün söylədi ki], {content}.',
    ],
    ANNOUNCEMENT: ['{Speaker} [açıqladı ki], {content}.'],
    FINDING: ['{Speaker} [müəyyən etdi ki], {content}.'],
    DENIAL: ['{Speaker} [təkzib etdi ki], {content}.'],
    NO_COMMENT: ['{Speaker} <{words} barədə [şərh verməkdən imtina etdi]>.'],
  },
  inner: '{speaker} [demişdi ki], {content}',
  pronouns: ['o'],

  titles: 'direktor,mer,mətbuat katibi,müfəttiş,nazir,mühəndis,professor,vəkil,həkim,deputat,kapitan,redaktor'.split(
    ',',
  ),
  position: '{organization} {title} {name}',
  titled: '{title} {name}',
  birth: '{name} {date} anadan olub',
  death: '{name} {date} vəfat edib',
  kinship: '{name} {relative} üçün {kin} sayılır',
  kin: { PARENT: 'övlad', CHILD: 'valideyn', SIBLING: 'qardaş', SPOUSE: 'həyat yoldaşı', OTHER: 'qohum' },
  tenure: '{name} {date} {title} vəzifəsindədir',

  figures: {
    DEATHS: '{number} nəfər ölüb',
    INJURIES: '{number} nəfər yaralanıb',
    DETENTIONS: '{number} nəfər saxlanılıb',
    PARTICIPANTS: '{number} nəfər iştirak edib',
    MISSING: '{number} nəfər itkin düşüb',
    OTHER: '{number} ton',
  },
  atLeast: 'ən azı {number}',
  approximately: 'təxminən {number}',

  organizations: [
    '{name} Nazirliyi',
    '{name} Şirkəti',
    '{name} Polisi',
    '{name} Şurası',
    '{name} Universiteti',
    '{name} Bankı',
  ],
  groups: ['{name} sakinləri', '{name} işçiləri', '{name} tələbələri', '{name} mütəxəssisləri', '{name} etirazçıları'],
  papers: ['{name} Qəzeti', '{name} Səsi', '{name} Xəbərləri'],
  places: {
    COUNTRY: '{name}',
    REGION: '{name} bölgəsi',
    CITY: '{name}',
    DISTRICT: '{name} rayonu',
    BUILDING: '{name} binası',
    SITE: '{name} meydanı',
    VEHICLE: '{name} bərəsi',
    OTHER: '{name} çayı',
  },
};
