/** Chinese, in the generator's few forms: no space between words, names in Latin letters. */
import { ENGLISH } from './english.ts';
import type { Language } from './language.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);

export const CHINESE: Language = {
  tag: 'zh',
  writesCyrillic: false,
  space: '',
  stop: '。',
  vocabulary: {
    // The last of the first row stands outside the basic plane.
    onsets: [...'天地山水火木金土日风云雨雪石田林江河海湖花草春秋东西南北青红白黑高长大小新古平安𠮷'],
    nuclei: [...'门家人心手车船城桥路市村院馆园校店厂库台塔港站区街楼房屋桌书画歌声光影茶米油布纸'],
    codas: [''],
    frequent: [...'的一在是了不和有这为上个也到他们以来就对要下'],
    size: 6_000,
  },
  names: ENGLISH.names,

  months: MONTHS,
  monthsOfDay: MONTHS,
  seasons: ['春天', '夏天', '秋天', '冬天'],
  dates: {
    dayOfYear: '{month}{day}日',
    day: '{year}年{month}{day}日',
    on: '{date}',
    around: '{date}前后',
    perhaps: '可能于{date}',
    between: '从{from}至{to}',
    month: '{year}年{month}间',
    year: '{year}年内',
    since: '自{year}年以来',
    season: '{year}年{season}',
    decade: '{decade}年代',
  },
  clock: '{clock}左右',

  reporting: {
    DIRECT_QUOTE: [
      '“{Content},”{speaker}[说]。',
      '{Speaker}[表示]:“{Content}。”',
      '{Speaker}[对{addressee}说]:“{Content}。”',
    ],
    MIXED_QUOTE: ['{Speaker}[称]{content}为“{rest}”。'],
    INDIRECT: ['{Speaker}[称],{content}。', '[据]{speaker}介绍,{content}。'],
    ANNOUNCEMENT: ['{Speaker}[宣布],{content}。'],
    FINDING: ['{Speaker}[发现],{content}。'],
    DENIAL: ['{Speaker}[否认]{content}。'],
    NO_COMMENT: ['{Speaker}<[拒绝评论]{words}>。'],
  },
  inner: '{speaker}[曾说]{content}',
  pronouns: ['他', '她'],

  titles: '主任,市长,发言人,督察,部长,工程师,教授,律师,医生,议员,船长,编辑'.split(','),
  position: '{organization}的{title}{name}',
  titled: '{title}{name}',
  birth: '{name}于{date}出生',
  death: '{name}于{date}去世',
  kinship: '{name}是{relative}的{kin}',
  kin: { PARENT: '子女', CHILD: '父母', SIBLING: '兄弟姐妹', SPOUSE: '配偶', OTHER: '亲戚' },
  tenure: '{name}于{date}担任{title}',

  figures: {
    DEATHS: '{number}人死亡',
    INJURIES: '{number}人受伤',
    DETENTIONS: '{number}人被拘留',
    PARTICIPANTS: '{number}人参加',
    MISSING: '{number}人失踪',
    OTHER: '{number}吨',
  },
  atLeast: '至少{number}',
  approximately: '约{number}',

  organizations: ['{name}部', '{name}公司', '{name}警察局', '{name}委员会', '{name}大学', '{name}银行'],
  groups: ['{name}居民', '{name}工人', '{name}学生', '{name}专家', '{name}抗议者'],
  papers: ['{name}报', '{name}信使', '{name}新闻'],
  places: {
    COUNTRY: '{name}',
    REGION: '{name}地区',
    CITY: '{name}',
    DISTRICT: '{name}区',
    BUILDING: '{name}大楼',
    SITE: '{name}广场',
    VEHICLE: '{name}号渡轮',
    OTHER: '{name}河',
  },
};
