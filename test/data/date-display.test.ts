// A date of every precision and vagueness in every language that has words for it, and in some that have none.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readEdtf } from '../../data/compile/date.ts';
import { displayDate } from '../../data/date-display.ts';
import { UNMETERED } from '../../data/store.ts';

function display(edtf: string, language: string): string | null {
  // No date that the compiler refuses is ever displayed.
  expect(readEdtf(edtf)).toHaveProperty('precision');
  return displayDate({ edtf }, language, UNMETERED);
}

const LANGUAGES = ['en', 'az', 'ru', 'tr', 'pl', 'de', 'fr'] as const;

const EXPECTED: { readonly [edtf: string]: readonly string[] } = {
  '2025-06-27': [
    '27 June 2025',
    '27 iyun 2025',
    '27 июня 2025 г.',
    '27 Haziran 2025',
    '27 czerwca 2025',
    '27. Juni 2025',
    '27 juin 2025',
  ],
  '2025-06-27T15:00:00Z': [
    '27 June 2025, 15:00 UTC',
    '27 iyun 2025, 15:00 UTC',
    '27 июня 2025 г., 15:00 UTC',
    '27 Haziran 2025, 15:00 UTC',
    '27 czerwca 2025, 15:00 UTC',
    '27. Juni 2025, 15:00 UTC',
    '27 juin 2025, 15:00 UTC',
  ],
  '2025-06': ['June 2025', 'iyun 2025', 'июнь 2025 г.', 'Haziran 2025', 'czerwiec 2025', 'Juni 2025', 'juin 2025'],
  '2024-22': ['summer 2024', '2024-cü ilin yayı', 'лето 2024 г.', '2024 yazı', 'lato 2024', 'Sommer 2024', 'été 2024'],
  '1956': ['1956', '1956', '1956 г.', '1956', '1956', '1956', '1956'],
  '199X': ['1990s', '1990-cı illər', '1990-е гг.', '1990’lı yıllar', 'lata 1990–1999', '1990er-Jahre', 'années 1990'],
  '19XX': ['20th century', 'XX əsr', 'XX век', '20. yüzyıl', 'XX wiek', '20. Jahrhundert', 'XXe siècle'],
  '1956~': ['around 1956', 'təxminən 1956', 'около 1956 г.', '1956 civarı', 'około 1956 r.', 'ca. 1956', 'vers 1956'],
  '2025-06~': [
    'around June 2025',
    'təxminən iyun 2025',
    'около июня 2025 г.',
    'Haziran 2025 civarı',
    'około czerwca 2025',
    'ca. Juni 2025',
    'vers juin 2025',
  ],
  '2025-06-27~': [
    'around 27 June 2025',
    'təxminən 27 iyun 2025',
    'около 27 июня 2025 г.',
    '27 Haziran 2025 civarı',
    'około 27 czerwca 2025',
    'ca. 27. Juni 2025',
    'vers le 27 juin 2025',
  ],
  '1956?': ['1956 (?)', '1956 (?)', '1956 г. (?)', '1956 (?)', '1956 (?)', '1956 (?)', '1956 (?)'],
  '1956%': [
    'around 1956 (?)',
    'təxminən 1956 (?)',
    'около 1956 г. (?)',
    '1956 civarı (?)',
    'około 1956 r. (?)',
    'ca. 1956 (?)',
    'vers 1956 (?)',
  ],
  '2025-03-03/2025-03-05': [
    '3 – 5 March 2025',
    '3 – 5 mart 2025',
    '3 – 5 марта 2025 г.',
    '3 – 5 Mart 2025',
    '3 – 5 marca 2025',
    '3. – 5. März 2025',
    '3 – 5 mars 2025',
  ],
  '2025-02-28/2025-03-01': [
    '28 February – 1 March 2025',
    '28 fevral – 1 mart 2025',
    '28 февраля – 1 марта 2025 г.',
    '28 Şubat – 1 Mart 2025',
    '28 lutego – 1 marca 2025',
    '28. Februar – 1. März 2025',
    '28 février – 1er mars 2025',
  ],
  '2024-12-31/2025-01-02': [
    '31 December 2024 – 2 January 2025',
    '31 dekabr 2024 – 2 yanvar 2025',
    '31 декабря 2024 г. – 2 января 2025 г.',
    '31 Aralık 2024 – 2 Ocak 2025',
    '31 grudnia 2024 – 2 stycznia 2025',
    '31. Dezember 2024 – 2. Januar 2025',
    '31 décembre 2024 – 2 janvier 2025',
  ],
  '2025-03/2025-05': [
    'March – May 2025',
    'mart – may 2025',
    'март – май 2025 г.',
    'Mart – Mayıs 2025',
    'marzec – maj 2025',
    'März – Mai 2025',
    'mars – mai 2025',
  ],
  '2009/2016': [
    '2009 – 2016',
    '2009 – 2016',
    '2009 г. – 2016 г.',
    '2009 – 2016',
    '2009 – 2016',
    '2009 – 2016',
    '2009 – 2016',
  ],
  '1956~/1958': [
    '1956 (~) – 1958',
    '1956 (~) – 1958',
    '1956 г. (~) – 1958 г.',
    '1956 (~) – 1958',
    '1956 (~) – 1958',
    '1956 (~) – 1958',
    '1956 (~) – 1958',
  ],
  '2025-06/..': [
    'since June 2025',
    'iyun 2025 tarixindən bəri',
    'с июня 2025 г.',
    'Haziran 2025 tarihinden beri',
    'od czerwca 2025',
    'seit Juni 2025',
    'depuis juin 2025',
  ],
  '2019/': [
    'since 2019',
    '2019-cu ildən bəri',
    'с 2019 г.',
    '2019 yılından beri',
    'od 2019 r.',
    'seit 2019',
    'depuis 2019',
  ],
  '2025-06-27/..': [
    'since 27 June 2025',
    '27 iyun 2025 tarixindən bəri',
    'с 27 июня 2025 г.',
    '27 Haziran 2025 tarihinden beri',
    'od 27 czerwca 2025',
    'seit dem 27. Juni 2025',
    'depuis le 27 juin 2025',
  ],
  '../2025-06-27': [
    'until 27 June 2025',
    '27 iyun 2025 tarixinədək',
    'до 27 июня 2025 г.',
    '27 Haziran 2025 tarihine kadar',
    'do 27 czerwca 2025',
    'bis 27. Juni 2025',
    'jusqu’au 27 juin 2025',
  ],
  '../2025': [
    'until 2025',
    '2025-ci ilədək',
    'до 2025 г.',
    '2025 yılına kadar',
    'do 2025 r.',
    'bis 2025',
    'jusqu’en 2025',
  ],
};

describe('a date in words', () => {
  test.each(Object.entries(EXPECTED))('%s', (edtf, expected) => {
    expect(LANGUAGES.map((language) => display(edtf, language))).toEqual(expected);
  });

  test('of an unspecified day or month is that of the rest', () => {
    expect([display('2025-06-XX', 'en'), display('2025-XX-XX', 'en')]).toEqual(['June 2025', '2025']);
  });

  test('of few years ago or of long ago', () => {
    expect(['0995', '00XX', '201X', '20XX', '10XX'].map((edtf) => display(edtf, 'en'))).toEqual([
      '995',
      '1st century',
      '2010s',
      '21st century',
      '11th century',
    ]);
    expect(['190X', '200X', '201X', '202X'].map((edtf) => display(edtf, 'tr'))).toEqual([
      '1900’lü yıllar',
      '2000’li yıllar',
      '2010’lu yıllar',
      '2020’li yıllar',
    ]);
    expect(['1996/..', '1999/..', '1990/..', '1900/..', '2000/..'].map((edtf) => display(edtf, 'az'))).toEqual([
      '1996-cı ildən bəri',
      '1999-cu ildən bəri',
      '1990-cı ildən bəri',
      '1900-cü ildən bəri',
      '2000-ci ildən bəri',
    ]);
  });
});

describe('a language tag', () => {
  it('with a region of English that writes the month first has it first', () => {
    expect(display('2025-06-27', 'en-US')).toBe('June 27, 2025');
    expect(display('2025-03-03/2025-03-05', 'en-US')).toBe('March 3 – 5, 2025');
    expect(display('2025-02-28/2025-03-05', 'en-US')).toBe('February 28 – March 5, 2025');
    expect(display('2025-06-27', 'en-GB')).toBe('27 June 2025');
  });

  it('is read whatever its case, and with what else it says', () => {
    expect(display('2025-06', 'EN')).toBe('June 2025');
    expect(display('2025-06', 'de-Latn-AT-u-ca-buddhist')).toBe('Juni 2025');
  });

  it('of a language without words here has dates, signs and the notation', () => {
    expect(display('2025-06-27', 'es')).toBe('27 de junio de 2025');
    expect(display('2025-06~', 'es')).toBe('junio de 2025 (~)');
    expect(display('2025-06/..', 'es')).toBe('junio de 2025 –');
    expect(display('../2025-06?', 'es')).toBe('– junio de 2025 (?)');
    expect(display('2025/2026', 'es')).toBe('2025 – 2026');
    expect(display('2024-22', 'es')).toBe('2024-22');
    expect(display('199X', 'es')).toBe('199X');
    // In the calendar that the articles are dated in.
    expect(display('2025-06-27', 'th')).toBe('27 มิถุนายน 2025');
  });

  it.each(['tlh', 'und', 'xx-YY'])('of a language that nobody knows has the notation: %s', (tag) => {
    expect(display('2025-06-27', tag)).toBe('2025-06-27');
    expect(display('2025-06~/..', tag)).toBe('2025-06 (~) –');
  });

  it('of another script has no words in this one', () => {
    expect(display('2025-06~', 'az-Cyrl')).not.toMatch(/təxminən/);
  });

  it.each(['', 'e', 'english language', 'en_US', '-', `en-${'x'.repeat(200)}`, 'en\n'])(
    'that is none has none: %j',
    (tag) => {
      expect(display('2025-06-27', tag)).toBeNull();
    },
  );

  it('costs something once', () => {
    const spent: number[] = [];
    const meter = { spend: (microseconds: number) => void spent.push(microseconds) };
    const ask = () => displayDate({ edtf: '2025' }, 'sv-FI', meter);
    expect([ask(), ask()]).toEqual(['2025', '2025']);
    expect(spent).toHaveLength(1);
  });
});

it('has words for every date that the compiler takes', () => {
  const two = (least: number, most: number) =>
    fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, '0'));
  const year = fc.tuple(two(1, 99), two(0, 99)).map((parts) => parts.join(''));
  const date = fc
    .tuple(
      fc.oneof(
        year,
        fc.tuple(year, two(1, 12)).map((parts) => parts.join('-')),
        fc.tuple(year, two(1, 12), two(1, 28)).map((parts) => parts.join('-')),
      ),
      fc.constantFrom('', '~', '?', '%'),
    )
    .map((parts) => parts.join(''));
  const edtf = fc.oneof(
    date,
    date.map((one) => `${one}/..`),
    date.map((one) => `../${one}`),
    fc.tuple(date, date).map((sides) => sides.sort().join('/')),
    year.map((text) => `${text.slice(0, 3)}X`),
    year.map((text) => `${text.slice(0, 2)}XX`),
    fc.tuple(year, two(21, 24)).map((parts) => parts.join('-')),
  );
  fc.assert(
    fc.property(edtf, fc.constantFrom(...LANGUAGES, 'en-US'), (text, language) => {
      fc.pre('precision' in readEdtf(text));
      const words = display(text, language);
      expect(words).not.toMatch(/undefined|NaN|null|\d-\d|[~%]$| {2}|^ | $/);
      // Nothing vague looks exact.
      if (/[~%]/.test(text)) expect(words).toMatch(/~|around|təxminən|около|civarı|około|ca\.|vers/);
      if (/[?%]/.test(text)) expect(words).toContain('?');
    }),
  );
});
