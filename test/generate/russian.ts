/** Russian, in the generator's few forms: the present tense, since it has no gender. */
import type { Language } from './language.ts';

export const RUSSIAN: Language = {
  tag: 'ru',
  writesCyrillic: true,
  space: ' ',
  stop: '.',
  vocabulary: {
    onsets: 'б в г д ж з к л м н п р с т ф х ц ч ш щ бр гр кр пр ст тр'.split(' '),
    nuclei: 'а е и о у ы ю я ё э'.split(' '),
    codas: ['', 'н', 'ла', 'ть', 'м', 'ского', 'ный', 'вых'],
    frequent:
      'и в не на что с по как это к из за от для о все было при до же так его но они также после года или под уже'.split(
        ' ',
      ),
    size: 50_000,
  },
  names: {
    onsets: 'b v g d zh z k l m n p r s t f ch sh'.split(' '),
    nuclei: 'a e i o u'.split(' '),
    codas: ['n', 'r', 'l', 'nov', 'rin', 'kov', 'min', 'sk'],
  },

  months: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
  monthsOfDay: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  seasons: ['весной', 'летом', 'осенью', 'зимой'],
  dates: {
    dayOfYear: '{day} {month}',
    day: '{day} {month} {year} года',
    on: '{date}',
    around: 'около {date}',
    perhaps: 'возможно, {date}',
    between: 'с {from} по {to}',
    month: 'за {month} {year} года',
    year: 'в {year} году',
    since: 'с {year} года',
    season: '{season} {year} года',
    decade: 'в {decade}-х годах',
  },
  clock: 'в {clock}',

  reporting: {
    DIRECT_QUOTE: [
      '«{Content}», — [говорит] {speaker}.',
      '«{Content}», — [отмечает] {speaker}.',
      '«{Content}», — [говорит {addressee}] {speaker}.',
      '{Speaker} [заявляет]: «{Content}».',
      '«{Content}, — [подчёркивает] {speaker}, — {rest}».',
    ],
    MIXED_QUOTE: ['{Speaker} [называет] {content} «{rest}».'],
    INDIRECT: [
      '{Speaker} [сообщает, что] {content}.',
      '[По словам] {speaker}, {content}.',
      '{Speaker} [рассказывает {addressee}, что] {content}.',
    ],
    ANNOUNCEMENT: ['{Speaker} [объявляет, что] {content}.'],
    FINDING: ['{Speaker} [устанавливает, что] {content}.'],
    DENIAL: ['{Speaker} [опровергает, что] {content}.'],
    NO_COMMENT: ['{Speaker} <[отказывается комментировать] {words}>.'],
  },
  inner: '{speaker} [утверждает, что] {content}',
  pronouns: ['он', 'она'],

  titles:
    'директор,мэр,представитель,следователь,министр,инженер,профессор,адвокат,врач,депутат,капитан,редактор'.split(','),
  position: '{title} {organization} {name}',
  titled: '{title} {name}',
  birth: 'Дата рождения {name}: {date}',
  death: 'Дата смерти {name}: {date}',
  kinship: '{name} и {relative}: {kin}',
  kin: {
    PARENT: 'ребёнок и родитель',
    CHILD: 'родитель и ребёнок',
    SIBLING: 'дети одних родителей',
    SPOUSE: 'супруги',
    OTHER: 'родня',
  },
  tenure: '{name} {title} {date}',

  figures: {
    DEATHS: '{number} погибших',
    INJURIES: '{number} раненых',
    DETENTIONS: '{number} задержанных',
    PARTICIPANTS: '{number} участников',
    MISSING: '{number} пропавших',
    OTHER: '{number} тонн',
  },
  atLeast: 'не менее {number}',
  approximately: 'около {number}',

  organizations: [
    'министерство {name}',
    'компания {name}',
    'полиция {name}',
    'совет {name}',
    'университет {name}',
    'банк {name}',
  ],
  groups: ['жители {name}', 'рабочие {name}', 'студенты {name}', 'эксперты {name}', 'протестующие {name}'],
  papers: ['газета {name}', 'курьер {name}', 'новости {name}'],
  places: {
    COUNTRY: '{name}',
    REGION: 'область {name}',
    CITY: '{name}',
    DISTRICT: 'район {name}',
    BUILDING: 'здание {name}',
    SITE: 'площадь {name}',
    VEHICLE: 'паром {name}',
    OTHER: 'река {name}',
  },
};
