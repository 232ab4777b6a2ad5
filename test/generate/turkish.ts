/** Turkish, in the generator's few forms. */
import type { Language } from './language.ts';
import type { WordStock } from './words.ts';

const MONTHS = 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık'.split(' ');

const STOCK: WordStock = {
  onsets: 'b c ç d f g ğ h j k l m n p r s ş t v y z'.split(' '),
  nuclei: 'a e ı i o ö u ü â'.split(' '),
  codas: ['', 'lar', 'ler', 'dır', 'n', 'k', 'ş', 'ncı'],
};

export const TURKISH: Language = {
  tag: 'tr',
  writesCyrillic: false,
  space: ' ',
  stop: '.',
  vocabulary: {
    ...STOCK,
    frequent: 've bir bu da de için ile olarak çok daha sonra kadar gibi en olan ancak o ne var yeni göre her'.split(
      ' ',
    ),
    size: 18_000,
  },
  names: { ...STOCK, codas: ['n', 'r', 'oğlu', 'l', 'm', 'ç'] },

  months: MONTHS,
  monthsOfDay: MONTHS,
  seasons: ['baharında', 'yazında', 'güzünde', 'kışında'],
  dates: {
    dayOfYear: '{day} {month}',
    day: '{day} {month} {year}',
    on: '{date} tarihinde',
    around: '{date} civarında',
    perhaps: 'belki {date} günü',
    between: '{from} ile {to} arasında',
    month: '{year} yılının {month} ayında',
    year: '{year} yılında',
    since: '{year} yılından beri',
    season: '{year} yılının {season}',
    decade: '{decade} ’lu yıllarda',
  },
  clock: 'saat {clock} sularında',

  reporting: {
    DIRECT_QUOTE: [
      '“{Content}” diye {speaker} [konuştu].',
      '{Speaker}, “{Content}” [dedi].',
      '{Speaker} [{addressee} için konuştu]: “{Content}”.',
      '“{Content}” diye [ekledi] {speaker}, “{rest}”.',
    ],
    MIXED_QUOTE: ['{Speaker} {content} için “{rest}” [dedi].'],
    INDIRECT: [
      '{Speaker} [şunu söyledi]: {content}.',
      '{Speaker} [şunu belirtti]: {content}.',
      '{Speaker} [{addressee} için şunu anlattı]: {content}.',
    ],
    ANNOUNCEMENT: ['{Speaker} [şunu duyurdu]: {content}.'],
    FINDING: ['{Speaker} [şunu saptadı]: {content}.'],
    DENIAL: ['{Speaker} [şunu yalanladı]: {content}.'],
    NO_COMMENT: ['{Speaker} <{words} hakkında [yorum yapmadı]>.'],
  },
  inner: '{speaker} [şunu demişti]: {content}',
  pronouns: ['o'],

  titles: 'müdür,başkan,sözcü,müfettiş,bakan,mühendis,profesör,avukat,doktor,milletvekili,kaptan,editör'.split(','),
  position: '{organization} {title} {name}',
  titled: '{title} {name}',
  birth: '{name} {date} doğdu',
  death: '{name} {date} öldü',
  kinship: '{name} ve {relative}: {kin}',
  kin: { PARENT: 'çocuk ve ebeveyn', CHILD: 'ebeveyn ve çocuk', SIBLING: 'kardeş', SPOUSE: 'eş', OTHER: 'akraba' },
  tenure: '{name} {date} {title} görevinde',

  figures: {
    DEATHS: '{number} ölü',
    INJURIES: '{number} yaralı',
    DETENTIONS: '{number} gözaltı',
    PARTICIPANTS: '{number} katılımcı',
    MISSING: '{number} kayıp',
    OTHER: '{number} ton',
  },
  atLeast: 'en az {number}',
  approximately: 'yaklaşık {number}',

  organizations: [
    '{name} Bakanlığı',
    '{name} Şirketi',
    '{name} Polisi',
    '{name} Meclisi',
    '{name} Üniversitesi',
    '{name} Bankası',
  ],
  groups: ['{name} sakinleri', '{name} işçileri', '{name} öğrencileri', '{name} uzmanları', '{name} göstericileri'],
  papers: ['{name} Gazetesi', '{name} Postası', '{name} Haber'],
  places: {
    COUNTRY: '{name}',
    REGION: '{name} bölgesi',
    CITY: '{name}',
    DISTRICT: '{name} ilçesi',
    BUILDING: '{name} binası',
    SITE: '{name} meydanı',
    VEHICLE: '{name} vapuru',
    OTHER: '{name} nehri',
  },
};
