/** Dates that `draft` finds: which words, which value, and what is no date. */
import { describe, expect, it } from 'vitest';
import { findDates } from '../../draft/date/find.ts';

/** A Friday. */
const PUBLISHED = '2017-07-21';

function datesOf(text: string, published: string | null = PUBLISHED): [string, string][] {
  return findDates(text, published).map(({ start, end, edtf }) => [text.slice(start, end), edtf]);
}

describe('a date', () => {
  it.each<[rule: string, text: string, words: string, edtf: string]>([
    ['month-and-day', 'The bridge opened on June 27, 2015.', 'June 27, 2015', '2015-06-27'],
    ['month-and-day', 'The bridge opened on Saturday, 27 June 2015.', 'Saturday, 27 June 2015', '2015-06-27'],
    ['month-and-day', 'It was signed on the 27th of June, 2015.', 'the 27th of June, 2015', '2015-06-27'],
    ['month-and-day', 'She quit after the 5 May 2016 vote.', '5 May 2016', '2016-05-05'],
    ['month-and-day', 'The hearing is scheduled for Aug. 3.', 'Aug. 3', '2017-08-03'],
    ['month-and-day', 'HARBOUR, July 19 — A ferry sank.', 'July 19', '2017-07-19'],
    ['month-and-day', 'He was arrested on December 12.', 'December 12', '2016-12-12'],
    ['month-and-day', 'The law will take effect on January 1.', 'January 1', '2018-01-01'],
    ['month-and-day', 'He died in June last year, on June 4 last year.', 'June 4 last year', '2016-06-04'],
    ['month-and-year', 'Talks began in Sept. 2015.', 'Sept. 2015', '2015-09'],
    ['month', 'The mayor resigned in March.', 'March', '2017-03'],
    ['month', 'The mayor resigned in October.', 'October', '2016-10'],
    ['month', 'The singer turns 50 in September.', 'September', '2017-09'],
    ['month', 'The mayor will resign in March.', 'March', '2018-03'],
    ['month', 'The deal was agreed last November.', 'last November', '2016-11'],
    ['month', 'The mill burned earlier in June.', 'earlier in June', '2017-06'],
    ['iso-day', 'Filed 2016-02-29.', '2016-02-29', '2016-02-29'],
    ['day-in-figures', 'Dated 27/06/2015.', '27/06/2015', '2015-06-27'],
    ['day-in-figures', 'Dated 06/27/2015.', '06/27/2015', '2015-06-27'],
    ['day-in-figures', 'Dated 27.06.2015.', '27.06.2015', '2015-06-27'],
    ['day-in-figures', 'Dated 01-July-2015.', '01-July-2015', '2015-07-01'],
    ['day-in-figures', 'Dated July-01-2015.', 'July-01-2015', '2015-07-01'],
    ['day-in-figures', 'Dated 1/Jul/2015.', '1/Jul/2015', '2015-07-01'],
    ['day-in-figures', 'Dated 2015-Jul-01.', '2015-Jul-01', '2015-07-01'],
    ['holiday', 'The shop burned on Christmas Day.', 'Christmas Day', '2016-12-25'],
    ['holiday', 'The shop burned on New Year’s Eve 2014.', 'New Year’s Eve 2014', '2014-12-31'],
    ['holiday', 'He will be home by Christmas.', 'Christmas', '2017-12-25'],
    ['holiday', 'The dam broke last Easter.', 'last Easter', '2017-04-16'],
    ['holiday', 'The dam broke on Easter Monday 2008.', 'Easter Monday 2008', '2008-03-24'],
    ['holiday', 'He spoke on Ash Wednesday.', 'Ash Wednesday', '2017-03-01'],
    ['holiday', 'It was shut after the Labor Day parade.', 'Labor Day', '2016-09-05'],
    ['holiday', 'It was shut on Memorial Day.', 'Memorial Day', '2017-05-29'],
    ['holiday', 'It was shut before Thanksgiving 2015.', 'Thanksgiving 2015', '2015-11-26'],
    ['year', 'The firm, founded in 1889, closed.', '1889', '1889'],
    ['year', 'Police broke up the 2014 protests.', '2014', '2014'],
    ['year', 'In 2016 people voted.', '2016', '2016'],
    ['year', 'It will be ready by early 2019.', 'early 2019', '2019'],
    ['year', 'The chapel was built around 1850.', 'around 1850', '1850~'],
    ['years-in-short', 'The 2014-15 season was dull.', '2014-15', '2014/2015'],
    ['decade', 'Rents doubled in the 1990s.', 'the 1990s', '199X'],
    ['decade', 'Rents doubled in the mid-1980s.', 'the mid-1980s', '198X'],
    ['decade', 'Rents doubled in the sixties.', 'the sixties', '196X'],
    ['century', 'The mill is of the 19th century.', 'the 19th century', '18XX'],
    ['century', 'The mill is of the early twenty-first century.', 'the early twenty-first century', '20XX'],
    ['season-and-year', 'They met in the summer of 2016.', 'the summer of 2016', '2016-22'],
    ['season', 'They met last summer.', 'last summer', '2016-22'],
    ['season', 'The river rose in the spring.', 'the spring', '2017-21'],
    ['quarter', 'Sales fell in the first quarter of 2016.', 'the first quarter of 2016', '2016-01/2016-03'],
    ['quarter', 'Sales fell in Q3 2016.', 'Q3 2016', '2016-07/2016-09'],
    ['quarter', 'Sales fell in the second quarter.', 'the second quarter', '2017-04/2017-06'],
    ['quarter', 'Sales fell in the fourth quarter.', 'the fourth quarter', '2016-10/2016-12'],
    ['quarter', 'Sales will fall in the fourth quarter.', 'the fourth quarter', '2017-10/2017-12'],
    ['quarter', 'Sales fell in the first three months of 2016.', 'the first three months of 2016', '2016-01/2016-03'],
    ['quarter', 'Sales fell in the first quarter of last year.', 'the first quarter of last year', '2016-01/2016-03'],
    ['half-year', 'Sales fell in H1 2016.', 'H1 2016', '2016-01/2016-06'],
    ['half-year', 'Sales fell in the first half of the year.', 'the first half of the year', '2017-01/2017-06'],
    [
      'months-of-year',
      'Sales fell in the first nine months of 2016.',
      'the first nine months of 2016',
      '2016-01/2016-09',
    ],
    ['year', 'Sales fell in fiscal 2016.', 'fiscal 2016', '2016~'],
    ['month-and-day', 'The fair is in the week of May 5, 2018.', 'the week of May 5, 2018', '2018-05-05~'],
    ['years-in-short', 'The 2014/15 season was dull.', '2014/15', '2014/2015'],
    ['season', 'The bridge opens in autumn of the current year.', 'autumn of the current year', '2017-23'],
    ['season', 'The bridge opened in spring last year.', 'spring last year', '2016-21'],
    ['season', 'Bridge shut until summer\n\nLARKFORD — It broke.', 'summer', '2018-22'],
    ['season', 'The bridge stays shut until autumn.', 'autumn', '2017-23'],
    ['season', 'Talks began in the autumn and failed.', 'the autumn', '2016-23'],
    ['weekday', 'The shop would stay closed through Sunday.', 'Sunday', '2017-07-23'],
    ['weekday', 'She will speak in Larkford. Monday, she met the miners.', 'Monday', '2017-07-17'],
    ['month', 'The firm would cut 600 jobs by the end of March.', 'March', '2018-03'],
    ['weekday', 'The show ran until Sunday.', 'Sunday', '2017-07-16'],
    ['month-and-day', 'The chief, who leaves on Dec. 31, spoke.', 'Dec. 31', '2017-12-31'],
    ['half-year', 'Sales fell in the second half of 2016.', 'the second half of 2016', '2016-07/2016-12'],
    ['weekday', 'Three men drowned on Tuesday.', 'Tuesday', '2017-07-18'],
    ['weekday', 'Three men drowned, police said on Friday.', 'Friday', '2017-07-21'],
    ['weekday', 'The minister will meet the miners on Tuesday.', 'Tuesday', '2017-07-25'],
    ['weekday', 'The vote is on Sunday.', 'Sunday', '2017-07-23'],
    ['weekday', 'He agreed to meet the miners on Monday.', 'Monday', '2017-07-24'],
    ['weekday', 'On Monday, the two are to travel home.', 'Monday', '2017-07-24'],
    ['weekday', 'The match will be played soon, the club said Monday.', 'Monday', '2017-07-17'],
    ['weekday', 'The union called a strike for Monday and Tuesday.', 'Tuesday', '2017-07-25'],
    ['weekday', 'A court on Tuesday ordered the firm to pay.', 'Tuesday', '2017-07-18'],
    ['weekday', 'A court ordered the firm to pay by Tuesday.', 'Tuesday', '2017-07-25'],
    ['weekday', 'She is due to visit the flooded valley on Tuesday.', 'Tuesday', '2017-07-25'],
    ['weekday', 'It will be the third fire since Tuesday.', 'Tuesday', '2017-07-18'],
    ['weekday', 'The ban could begin on Tuesday.', 'Tuesday', '2017-07-25'],
    ['weekday', 'She could not be reached on Tuesday.', 'Tuesday', '2017-07-18'],
    ['sided-weekday', 'Talks resume next Friday.', 'next Friday', '2017-07-28'],
    ['sided-weekday', 'Talks broke down last Friday.', 'last Friday', '2017-07-14'],
    ['weekday', 'He left on Tuesday of last week.', 'Tuesday of last week', '2017-07-11'],
    ['last-week', 'The court rose last week.', 'last week', '2017-07-10/2017-07-16'],
    ['this-year', 'This year’s fair was small.', 'This year', '2017'],
    ['next-month', 'The fair opens early next month.', 'early next month', '2017-08'],
    ['this-weekend', 'Thousands will come this weekend.', 'this weekend', '2017-07-22/2017-07-23'],
    ['this-weekend', 'Thousands came over the weekend.', 'the weekend', '2017-07-15/2017-07-16'],
    ['near-day', 'A storm hit the port yesterday.', 'yesterday', '2017-07-20'],
    ['near-day', 'A storm hit the port last night.', 'last night', '2017-07-20'],
    ['near-day', 'A storm may hit the port tomorrow.', 'tomorrow', '2017-07-22'],
    ['near-day', 'It was calm the day before yesterday.', 'the day before yesterday', '2017-07-19'],
    ['years-ago', '“Seventeen years ago this was a farm.”', 'Seventeen years ago', '2000'],
    ['years-ago', 'It closed nearly a decade ago.', 'nearly a decade ago', '2007~'],
    ['weeks-ago', 'She was elected a fortnight ago.', 'a fortnight ago', '2017-07-03/2017-07-09'],
    ['years-ago', '“[Ten] years ago this was a farm.”', 'Ten] years ago', '2007'],
    ['months-ago', 'She was elected three months ago.', 'three months ago', '2017-04'],
    ['weeks-ago', 'She was elected two weeks ago.', 'two weeks ago', '2017-07-03/2017-07-09'],
    ['days-ago', 'It was posted 48 hours ago.', '48 hours ago', '2017-07-19'],
    ['past-stretch', 'It rained for the past 30 days.', 'the past 30 days', '2017-06-21/2017-07-21'],
    ['coming-stretch', 'Costs will fall over the next five years.', 'the next five years', '2017/2022'],
    ['end-of-year', 'The road will be closed until the end of the year.', 'the end of the year', '2017-12-31'],
  ])('by the rule %s: %s', (rule, text, words, edtf) => {
    const found = findDates(text, PUBLISHED).map((date) => ({ ...date, words: text.slice(date.start, date.end) }));
    expect(found).toContainEqual(expect.objectContaining({ rule, words, edtf }));
  });

  it.each<[text: string, words: string, edtf: string]>([
    ['The fair ran June 27–30, 2015.', 'June 27–30, 2015', '2015-06-27/2015-06-30'],
    ['A boat searched from 14 to 16 June.', 'from 14 to 16 June', '2017-06-14/2017-06-16'],
    [
      'It was shut from December 30 to January 2, 2016.',
      'from December 30 to January 2, 2016',
      '2015-12-30/2016-01-02',
    ],
    ['It was shut from May to July.', 'from May to July', '2017-05/2017-07'],
    ['He led it between 2010 and 2014.', 'between 2010 and 2014', '2010/2014'],
    ['He led it 2010-2014.', '2010-2014', '2010/2014'],
    ['They struck from Monday to Wednesday.', 'from Monday to Wednesday', '2017-07-17/2017-07-19'],
    ['Voting runs from Monday to Wednesday next week.', 'from Monday to Wednesday next week', '2017-07-24/2017-07-26'],
    ['It was shut from October 1987 until March 3.', 'from October 1987 until March 3', '1987-10/1988-03-03'],
  ])('is an interval where the words give both ends: %s', (text, words, edtf) => {
    expect(datesOf(text)).toEqual([[words, edtf]]);
  });

  it.each([
    'Boeing 787 and Airbus 2000.',
    'At least 1,200 people and 2000 others fled.',
    'A crowd of 1709 schoolchildren, a 2000-strong crowd.',
    'Flights at 1945 GMT cost $2000.',
    'Council resolution 1973, telephone 555-2017.',
    'See http://example.org/2015/05/18/x-2016.html',
    'May the best man win, and march on.',
    'Support for Theresa May fell; April Jones was glad.',
    'The Sunday Times and Black Friday; every Tuesday; on Mondays.',
    'He is in his 50s, aged 21, and came second a second later.',
    'It is dated 06/07/2017.',
    'Two days before the vote he resigned, a few years ago.',
    'The vote was 51-49, and the fall of the wall came.',
    'On February 30 nothing happened.',
    'It closed half a century ago, two and a half years ago.',
    'They sent a Christmas card before Christmas dinner and met at Thanksgiving Island.',
    'The rules are as strict today as ever, USA Today said.',
  ])('is not found in: %s', (text) => {
    expect(datesOf(text)).toEqual([]);
  });
});

describe('the order of days in figures', () => {
  it('is that of another date of the text', () => {
    expect(datesOf('Dated 06/07/2017, sealed 27/06/2017.')).toContainEqual(['06/07/2017', '2017-07-06']);
    expect(datesOf('Dated 06/07/2017, sealed 06/27/2017.')).toContainEqual(['06/07/2017', '2017-06-07']);
  });

  it('is not settled by two that contradict each other', () => {
    expect(datesOf('06/07/2017, 27/06/2017, 06/27/2017')).toHaveLength(2);
  });
});

describe('what the words leave out', () => {
  it('is nothing where they give all', () => {
    expect(findDates('On June 27, 2015, it rained.', PUBLISHED)[0]?.inferred).toEqual([]);
  });

  it('is inferred from the day of publication, part by part', () => {
    const basis = 'The last Tuesday before the article was published, July 21, 2017.';
    expect(findDates('It rained on Tuesday.', PUBLISHED)[0]?.inferred).toEqual([
      { part: 'YEAR', basis, evidence: null },
      { part: 'MONTH', basis, evidence: null },
      { part: 'DAY', basis, evidence: null },
    ]);
    expect(findDates('It rained last month.', PUBLISHED)[0]?.inferred.map(({ part }) => part)).toEqual([
      'YEAR',
      'MONTH',
    ]);
    expect(findDates('It rained last year.', PUBLISHED)[0]?.inferred.map(({ part }) => part)).toEqual(['YEAR']);
  });

  it('is inferred from the date that the words refer to, with its words as evidence', () => {
    const text = 'The mill burned on May 4, 2015. Two men died the same day. A third died three days later.';
    expect(datesOf(text).slice(1)).toEqual([
      ['the same day', '2015-05-04'],
      ['three days later', '2015-05-07'],
    ]);
    const evidence = findDates(text, PUBLISHED)[1]?.inferred[0]?.evidence;
    expect(text.slice(evidence?.start, evidence?.end)).toBe('May 4, 2015');
  });

  it('is the year of a date in the same sentence', () => {
    expect(datesOf('In 2008, on November 4, he won.')).toContainEqual(['November 4', '2008-11-04']);
    expect(datesOf('Filed on May 4, 2009, it was heard on June 3.')).toContainEqual(['June 3', '2009-06-03']);
    expect(datesOf('It was filed on May 4, 2009. It was heard on June 3.')).toContainEqual(['June 3', '2017-06-03']);
  });

  it('may be a year alone, where the publication is known to the year', () => {
    expect(datesOf('It rained on Tuesday, last week, last month and last year.', '2017')).toEqual([
      ['last year', '2016'],
    ]);
  });
});

describe('without a date of publication', () => {
  const text =
    'On October 24 the two spoke. Earlier in May the fair was cancelled. On the morning of May 27, 2025, a man (born 1956) fell ill; he died on the same day, May 27. On May 30 he was buried.';

  it('a year is that of another date, and its words are the evidence', () => {
    const found = findDates(text, null);
    expect(datesOf(text, null)).toEqual([
      ['October 24', '2025-10-24'],
      ['Earlier in May', '2025-05'],
      ['May 27, 2025', '2025-05-27'],
      ['1956', '1956'],
      ['the same day, May 27', '2025-05-27'],
      ['May 30', '2025-05-30'],
    ]);
    const evidence = found[0]?.inferred[0]?.evidence;
    expect(found[0]?.inferred.map(({ part }) => part)).toEqual(['YEAR']);
    expect(text.slice(evidence?.start, evidence?.end)).toBe('May 27, 2025');
  });

  it('what counts from it is left out', () => {
    expect(datesOf('On June 27 it rained, and on Tuesday, last week, yesterday and ten years ago.', null)).toEqual([]);
  });

  it('a birth gives no year to anything else', () => {
    expect(datesOf('On June 27 a man (born 1956) fell.', null)).toEqual([['1956', '1956']]);
  });
});
