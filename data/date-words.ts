/**
 * Words for dates, vague ones too, in the languages of the corpora and their neighbours. They are not from `Intl`,
 * which has no words for "around" and "since", and in workerd none for the months in Azerbaijani.
 */

/** The precisions of a date that may be approximate or end a span. Seasons, decades and centuries may not (EDTF level 1). */
export type DateUnit = 'YEAR' | 'MONTH' | 'DAY';

/** A date in words: alone, and after a preposition. */
export interface DateInWords {
  readonly kind: DateUnit;
  readonly plain: string;
  readonly after: string;
}

export interface DateLanguage {
  /** ISO 15924. The words exist only in this script. */
  readonly script: 'Latn' | 'Cyrl';
  /** January first. */
  readonly months: readonly string[];
  /** The months with a day and after a preposition, if they differ from `months`. */
  readonly monthsAfter?: readonly string[];
  readonly day: (day: number) => string;
  /** The word before a day after a preposition. */
  readonly articleOfDay: string;
  /** With a month. */
  readonly yearOf: (year: number) => string;
  readonly year: (year: number, isAfter: boolean) => string;
  /** Spring, summer, autumn, winter, as EDTF numbers them. */
  readonly seasons: readonly string[];
  readonly season: (season: string, year: number) => string;
  /** By its first year. */
  readonly decade: (year: number) => string;
  readonly century: (number: number) => string;
  readonly around: (date: DateInWords) => string;
  readonly since: (date: DateInWords) => string;
  readonly until: (date: DateInWords) => string;
}

function listed(words: string): readonly string[] {
  return words.split(' ');
}

/** The form of most languages. */
const USUAL = {
  script: 'Latn',
  day: String,
  articleOfDay: '',
  yearOf: String,
  year: String,
  season: (season: string, year: number) => `${season} ${year}`,
} as const;

const EN: DateLanguage = {
  ...USUAL,
  months: listed('January February March April May June July August September October November December'),
  seasons: listed('spring summer autumn winter'),
  decade: (year) => `${year}s`,
  century: (number) => `${number}${endingOf(number)} century`,
  around: ({ after }) => `around ${after}`,
  since: ({ after }) => `since ${after}`,
  until: ({ after }) => `until ${after}`,
};

function endingOf(number: number): string {
  const isTeen = Math.floor(number / 10) === 1;
  return (isTeen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th';
}

const DE: DateLanguage = {
  ...USUAL,
  months: listed('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
  day: (day) => `${day}.`,
  articleOfDay: 'dem ',
  seasons: listed('Frühling Sommer Herbst Winter'),
  decade: (year) => `${year}er-Jahre`,
  century: (number) => `${number}. Jahrhundert`,
  around: ({ plain }) => `ca. ${plain}`,
  since: ({ after }) => `seit ${after}`,
  until: ({ plain }) => `bis ${plain}`,
};

const FR: DateLanguage = {
  ...USUAL,
  months: listed('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  day: (day) => (day === 1 ? '1er' : String(day)),
  articleOfDay: 'le ',
  seasons: listed('printemps été automne hiver'),
  decade: (year) => `années ${year}`,
  century: (number) => `${roman(number)}${number === 1 ? 'er' : 'e'} siècle`,
  around: ({ after }) => `vers ${after}`,
  since: ({ after }) => `depuis ${after}`,
  until: ({ kind, plain }) => `${kind === 'DAY' ? 'jusqu’au' : 'jusqu’en'} ${plain}`,
};

const RU: DateLanguage = {
  ...USUAL,
  script: 'Cyrl',
  months: listed('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
  monthsAfter: listed('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
  yearOf: (year) => `${year} г.`,
  year: (year) => `${year} г.`,
  seasons: listed('весна лето осень зима'),
  season: (season, year) => `${season} ${year} г.`,
  decade: (year) => `${year}-е гг.`,
  century: (number) => `${roman(number)} век`,
  around: ({ after }) => `около ${after}`,
  since: ({ after }) => `с ${after}`,
  until: ({ after }) => `до ${after}`,
  // Only a day is written the same in the grammatical case that this takes.
};

const PL: DateLanguage = {
  ...USUAL,
  months: listed('styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień'),
  monthsAfter: listed(
    'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  ),
  year: (year, isAfter) => `${year}${isAfter ? ' r.' : ''}`,
  seasons: listed('wiosna lato jesień zima'),
  decade: (year) => `lata ${year}–${year + 9}`,
  century: (number) => `${roman(number)} wiek`,
  around: ({ after }) => `około ${after}`,
  since: ({ after }) => `od ${after}`,
  until: ({ after }) => `do ${after}`,
  // As in Russian.
};

const TR: DateLanguage = {
  ...USUAL,
  months: listed('Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık'),
  seasons: listed('ilkbaharı yazı sonbaharı kışı'),
  season: (season, year) => `${year} ${season}`,
  decade: (year) => `${year}’${harmonyOf(year, TURKISH_HARMONY)} yıllar`,
  century: (number) => `${number}. yüzyıl`,
  around: ({ plain }) => `${plain} civarı`,
  since: ({ kind, plain }) => `${plain} ${kind === 'YEAR' ? 'yılından' : 'tarihinden'} beri`,
  until: ({ kind, plain }) => `${plain} ${kind === 'YEAR' ? 'yılına' : 'tarihine'} kadar`,
};

const AZ: DateLanguage = {
  ...USUAL,
  months: listed('yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr'),
  year: (year, isAfter) => (isAfter ? `${ordinalYear(year)} il` : String(year)),
  seasons: listed('yazı yayı payızı qışı'),
  season: (season, year) => `${ordinalYear(year)} ilin ${season}`,
  decade: (year) => `${ordinalYear(year)} illər`,
  century: (number) => `${roman(number)} əsr`,
  around: ({ plain }) => `təxminən ${plain}`,
  since: ({ kind, after }) => `${after}${kind === 'YEAR' ? 'dən' : ' tarixindən'} bəri`,
  until: ({ kind, after }) => `${after}${kind === 'YEAR' ? 'ədək' : ' tarixinədək'}`,
};

function ordinalYear(year: number): string {
  return `${year}-${harmonyOf(year, AZERBAIJANI_HARMONY)}`;
}

/** Endings take the vowels of the last number word. Lists begin with an entry for 0, which has no word there. */
interface Harmony {
  readonly ones: readonly string[];
  readonly tens: readonly string[];
  readonly hundreds: string;
  readonly thousands: string;
}

/** On, yirmi, otuz, kırk, elli, altmış, yetmiş, seksen, doksan; yüz; bin. A decade has no ones. */
const TURKISH_HARMONY: Harmony = {
  ones: [],
  tens: listed('- lu li lu lı li lı li li lı'),
  hundreds: 'lü',
  thousands: 'li',
};

/** Bir, iki, üç, dörd, beş, altı, yeddi, səkkiz, doqquz; on, iyirmi, otuz, qırx, əlli, altmış, yetmiş, səksən, doxsan; yüz; min. */
const AZERBAIJANI_HARMONY: Harmony = {
  ones: listed('- ci ci cü cü ci cı ci ci cu'),
  tens: listed('- cu ci cu cı ci cı ci ci cı'),
  hundreds: 'cü',
  thousands: 'ci',
};

function harmonyOf(number: number, { ones, tens, hundreds, thousands }: Harmony): string {
  if (number % 10 !== 0) return ones[number % 10] ?? '';
  if (number % 100 !== 0) return tens[(number % 100) / 10] ?? '';
  return number % 1000 === 0 ? thousands : hundreds;
}

/** Ordinal numbers of centuries: 1 to 100. */
function roman(number: number): string {
  const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC', 'C'];
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
  return `${tens[Math.floor(number / 10)] ?? ''}${ones[number % 10] ?? ''}`;
}

/** By the language of a BCP 47 tag. */
export const DATE_LANGUAGES: ReadonlyMap<string, DateLanguage> = new Map(
  Object.entries({ en: EN, az: AZ, ru: RU, tr: TR, pl: PL, de: DE, fr: FR }),
);
