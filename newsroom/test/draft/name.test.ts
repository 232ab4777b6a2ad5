/** What `draft` takes for the name of a person, an organization or a place, and why. */
import { describe, expect, test } from 'vitest';
import { findNames, type KnownEntity } from '../../draft/name/find.ts';

/** "Person Ann Lee (given-name)" for each name found. */
function named(text: string, known: readonly KnownEntity[] = []): string[] {
  return findNames(text, known).map(({ type, name, rule }) => `${type} ${name} (${rule})`);
}

const cut = (text: string, ranges: readonly { start: number; end: number }[]) =>
  ranges.map(({ start, end }) => text.slice(start, end));

describe('each rule', () => {
  test.each<[string, string[]]>([
    ['The talks with President Orla Quellin failed.', ['Person Orla Quellin (title-before-name)']],
    ['The talks with Mr Quellin failed.', ['Person Quellin (title-before-name)']],
    ['The talks with coach Orsk Quellin failed.', ['Person Orsk Quellin (role-before-name)']],
    ['The prize went to Margaret Quellin.', ['Person Margaret Quellin (given-name)']],
    ['The prize went to J. K. Quellin.', ['Person J. K. Quellin (initials)']],
    ['The prize went to Tom “Shorty” Quellin.', ['Person Tom “Shorty” Quellin (given-name)']],
    ['He came to the U.S. Tom Quellin did not.', ['Place U.S. (country)', 'Person Tom Quellin (given-name)']],
    ['The prize went to Zhang Weilo.', ['Person Zhang Weilo (family-name-first)']],
    ['It was late, Orsk Quellin said.', ['Person Orsk Quellin (speaker)']],
    ['At home Orsk Quellin, 45, was asleep.', ['Person Orsk Quellin (age)']],
    ['At home Orsk Quellin, a retired miner and singer, was asleep.', ['Person Orsk Quellin (apposition)']],
    ['At home sat fashion designer Quellin.', ['Person Quellin (role-before-name)']],
    [
      'On Friday the Ministry of Foreign Affairs objected.',
      ['Organization Ministry of Foreign Affairs (organization-word)'],
    ],
    ['On Friday the Irvton School District closed.', ['Organization Irvton School District (organization-word)']],
    [
      'On Friday the Food and Drug Administration objected.',
      ['Organization Food and Drug Administration (organization-word)'],
    ],
    [
      "On Friday the Prosecutor General's Office objected.",
      ["Organization Prosecutor General's Office (organization-word)"],
    ],
    ['On Friday the XQZ was dissolved.', ['Organization XQZ (acronym)']],
    ['On Friday shares in Gazprom fell.', ['Organization Gazprom (known-organization)']],
    ['On Friday localist group Quelspiration objected.', ['Organization Quelspiration (organization-noun)']],
    ['The Quell Verkstad union objected.', ['Organization Quell Verkstad (organization-noun)']],
    ['On Friday Quell-Press agency objected.', ['Organization Quell-Press (organization-noun)']],
    ['A spokeswoman for Quell Power Lines was late.', ['Organization Quell Power Lines (people-of-organization)']],
    ['At noon Quellora’s shares fell.', ['Organization Quellora (people-of-organization)']],
    ['An analyst at Quellora was late.', ['Organization Quellora (people-of-organization)']],
    ['The ferry is owned by Quellora.', ['Organization Quellora (people-of-organization)']],
    ['Quellora did not immediately respond to a request.', ['Organization Quellora (people-of-organization)']],
    ['The case was lost by Quell & Orsk in May.', ['Organization Quell & Orsk (ampersand)']],
    ['She told Quell Town Hour: “It is late.”', ['Organization Quell Town Hour (speaking-organization)']],
    ['Police outside the Quellora Express saw it.', []],
    ['At noon Quellora Cell closed.', ['Organization Quellora Cell (opaque-name)']],
    ['At noon the Quellora Prize was given.', []],
    [
      'The World Health Organisation (WHO) met. Later WHO left.',
      ['Organization World Health Organisation (organization-word)'],
    ],
    ['On Friday the FBI objected.', ['Organization FBI (acronym)']],
    ['It was said by coach Orsk Quellin SC, who left.', ['Person Orsk Quellin (role-before-name)']],
    ['Then publican Orsk Quellin III left.', []],
    ['Publican Shazda Quellin said so.', ['Person Shazda Quellin (speaker)']],
    ['Ann Lee, whose father Tom died, left.', ['Person Ann Lee (given-name)', 'Person Tom (role-before-name)']],
    [
      'A nurse at St Quellin’s Hospital in Co Irvton left.',
      ['Place St Quellin’s Hospital (place-word)', 'Place Co Irvton (place-word)'],
    ],
    ['He was seen at St Quellin’s Church.', ['Place St Quellin’s Church (place-word)']],
    ['He took the road to Quelburg.', ['Place Quelburg (way-to-place)']],
    ['He met Ann Lee, 26, of Quelburg.', ['Person Ann Lee (given-name)', 'Place Quelburg (way-to-place)']],
    ['People on the Quelside estate left.', ['Place Quelside (noun-after-place)']],
    [
      'The day\nQUELBURG, Ohio (XQZ) — It rained.',
      ['Place QUELBURG (dateline)', 'Place Ohio (region)', 'Organization XQZ (acronym)'],
    ],
    [
      'He was held near a mill. Quelburg Police Department came. Shots rang all over Quelburg twice.',
      ['Organization Quelburg Police Department (organization-word)', 'Place Quelburg (seat-of-organization)'],
    ],
    ['He met Ann Lee and Quelburg.', ['Person Ann Lee (given-name)']],
    [
      'It burned on Quelburg Heights and at Irvton Barracks.',
      ['Place Quelburg Heights (place-word)', 'Place Irvton Barracks (place-word)'],
    ],
    ['It was won by Lam Cheuk-ting, a lawyer.', ['Person Lam Cheuk-ting (family-name-first)']],
    ['It was won by Baku-based lawyers.', ['Place Baku (city)']],
    ['It rained from June to August-September in 2010.', []],
    ['On Friday ships left Portugal.', ['Place Portugal (country)']],
    ['On Friday ships left Baku.', ['Place Baku (city)']],
    ['On Friday ships left for Texas.', ['Place Texas (region)']],
    ['On Friday it rained in Quelburg.', ['Place Quelburg (in-before-name)']],
    ['On Friday the town of Quelburg was flooded.', ['Place Quelburg (place-noun)']],
    ['He grew up at Quelburg, Ohio.', ['Place Quelburg (place-before-comma)', 'Place Ohio (region)']],
    ['The car was found on Castlefrank Road.', ['Place Castlefrank Road (place-word)']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  test('two bodies joined by "and" are two', () => {
    expect(named('He sued the Irvton School District and the Irvton Police Department.')).toEqual([
      'Organization Irvton School District (organization-word)',
      'Organization Irvton Police Department (organization-word)',
    ]);
  });

  test('what is named inside a name of a body is named too', () => {
    expect(named('It was the Audit Department of the Customs Office of the Republic of Moldova.')).toEqual([
      'Organization Audit Department of the Customs Office of the Republic of Moldova (organization-word)',
      'Organization Customs Office of the Republic of Moldova (organization-word)',
      'Place Republic of Moldova (country)',
    ]);
  });

  test('a ministry without a name of its own has its country', () => {
    expect(named('There Moldova’s Ministry of Culture objected.')).toEqual([
      'Organization Moldova’s Ministry of Culture (organization-word)',
      'Place Moldova (country)',
    ]);
  });
});

describe('no names', () => {
  test.each([
    ['months and weekdays', 'On Monday, in April, the rain came. May was dry.'],
    ['peoples and adjectives', 'Several Azerbaijani and Russian citizens met Muslims and a Greek.'],
    ['words that begin a sentence', 'Police came. However, nobody was there. Protesters left. Nice weather.'],
    ['a title alone', 'The President met the Prime Minister.'],
    ['initials that are no bodies', 'The CEO watched TV with DNA and GDP on it.'],
    ['initials that always stand before a thing', 'The rules changed from the ICQX system, as the ICQX format did.'],
    ['shouting', 'He said it was NOT so.'],
    ['lower case', 'the mayor of a town met the minister.'],
    ['nothing', ''],
  ])('%s', (_what, text) => {
    expect(named(text)).toEqual([]);
  });

  test('a headline of capitals names only what the body or the gazetteer does', () => {
    const text = 'Angry Voters Punish Quellin Over Broken Promise in Portugal\nMayor Orsk Quellin lost the vote.';
    expect(named(text)).toEqual(['Person Orsk Quellin (title-before-name)', 'Place Portugal (country)']);
    expect(findNames(text, [])[0]?.mentions).toHaveLength(2);
  });
});

describe('teams', () => {
  const MATCH = `Quelburg lift cup

Quelburg Town beat Irvton Rovers 2-1 in the final. Ann Lee scored from a penalty. Rovers had the better half.

The match in Irvton was the last of the season. Ostby drew 0-0 with Hexley. The goalkeeper of Quelburg was 19.
Portugal coach Bob Hill saw the game. Portugal lost last year.`;

  test('are named like their towns in a report of a match', () => {
    expect(findNames(MATCH, []).map(({ type, mentions }) => [type, ...cut(MATCH, mentions)])).toEqual([
      ['Organization', 'Quelburg', 'Quelburg Town', 'Quelburg'],
      ['Organization', 'Irvton Rovers', 'Rovers'],
      ['Person', 'Ann Lee'],
      ['Place', 'Irvton'],
      ['Organization', 'Ostby'],
      ['Organization', 'Hexley'],
      ['Organization', 'Portugal', 'Portugal'],
      ['Person', 'Bob Hill'],
    ]);
  });

  test('are in no other text', () => {
    expect(named('Portugal beat Spain to the treaty. Portugal won and Spain lost.')).toEqual([
      'Place Portugal (country)',
      'Place Spain (country)',
    ]);
  });
});

describe('mentions', () => {
  const mentionsOf = (text: string, name: string) =>
    cut(text, findNames(text, []).find((found) => found.name === name)?.mentions ?? []);

  test('a surname alone is the person, without the possessive', () => {
    const text = 'Mikhail Quellin spoke. Quellin’s words were few. Later Mr. Quellin left.';
    expect(mentionsOf(text, 'Mikhail Quellin')).toEqual(['Mikhail Quellin', 'Quellin', 'Quellin']);
  });

  test('a surname that two share is that of the nearest one before', () => {
    const text = 'Anna Quellin spoke. Quellin left. Peter Quellin came. Quellin sat.';
    expect(mentionsOf(text, 'Anna Quellin')).toEqual(['Anna Quellin', 'Quellin']);
    expect(mentionsOf(text, 'Peter Quellin')).toEqual(['Peter Quellin', 'Quellin']);
  });

  test('initials in parentheses are the body from there on', () => {
    const text = "The Prosecutor General's Office (PGO) objected. The PGO waited.";
    expect(mentionsOf(text, "Prosecutor General's Office")).toEqual(["Prosecutor General's Office", 'PGO', 'PGO']);
  });

  test.each([
    ['initials', 'Marta K. Quellin came. Marta Quellin left. M. K. Quellin sat.', 3],
    ['a middle name', 'Marta K. Quellin came. Marta Karin Quellin left.', 2],
    ['a nickname', 'Marta K. Quellin came. Marta “Stormy” Quellin left.', 2],
    ['the title of her gender', 'Marta K. Quellin came. Peter Lund left. Ms. Quellin sat.', 2],
    ['a suffix', 'Peter Quellin Jr. came. Peter Quellin left.', 2],
  ])('a person with and without %s is one', (_what, text, count) => {
    expect(findNames(text, [])[0]?.mentions).toHaveLength(count);
  });

  test('a title of the other gender is another person', () => {
    expect(mentionsOf('Marta Quellin came. Mr. Quellin left.', 'Marta Quellin')).toEqual(['Marta Quellin']);
  });

  test('a shorter name is the body that has it', () => {
    const text = 'He went to the Quelburg Ministry of Culture. The Ministry of Culture was shut.';
    expect(mentionsOf(text, 'Quelburg Ministry of Culture')).toHaveLength(2);
  });

  test('a headline names what the text explains later', () => {
    expect(mentionsOf('Volunteers save Quelburg pub from fire\nThe fire began in Quelburg.', 'Quelburg')).toHaveLength(
      2,
    );
  });

  test('a surname that is a country too is a place behind "in"', () => {
    const text = 'Michael Jordan came. Then Michael Jordan played in Jordan.';
    expect(mentionsOf(text, 'Jordan')).toEqual(['Jordan']);
  });

  test('all names of a country are one', () => {
    const text = 'The United States agreed. Later the US and the U.S. did.';
    expect(named(text)).toHaveLength(1);
  });
});

describe('capitals', () => {
  test.each<[string, string, string[]]>([
    ['two words', 'ANN QUELLIN said so. Later BOB HILL, the mayor, left.', ['ANN QUELLIN', 'BOB HILL']],
    ['an initial', 'ANN K. QUELLIN said so.', ['ANN K. QUELLIN']],
    ['unusual names', 'There ORSKA QUELLIN said so.', ['ORSKA QUELLIN']],
    ['one form and the other', 'ANN QUELLIN said so. Then Quellin left.', ['ANN QUELLIN', 'Quellin']],
    [
      'the whole text',
      'THE QUAY WAS SAFE, ANN QUELLIN SAID ON MONDAY. BOB HILL OF THE TOWN OF IRVTON WAS NOT SURE. QUELLIN LEFT.',
      ['ANN QUELLIN', 'QUELLIN', 'BOB HILL', 'IRVTON'],
    ],
    ['no names', 'He said it was NOT AT ALL so. THIS WAS NOT WHAT THE PEOPLE OF THE TOWN WANTED.', []],
    ['initials of bodies', 'The NATO and the UN met the FBI.', ['NATO', 'UN', 'FBI']],
  ])('%s', (_what, text, expected) => {
    expect(findNames(text, []).flatMap(({ mentions }) => cut(text, mentions))).toEqual(expected);
  });

  test('are not in the name of a person, whose places are those of the text', () => {
    expect(findNames("There SEAN O'QUELLIN-MCKAY said so.", []).map(({ name }) => name)).toEqual([
      "Sean O'Quellin-McKay",
    ]);
  });

  test('do not hide a name of the corpus', () => {
    const known = [{ type: 'Place', slug: 'mill', names: ['Old Mill'] }] as const;
    expect(findNames('THE OLD MILL BURNED DOWN ON A MONDAY.', known)).toMatchObject([{ slug: 'mill' }]);
  });
});

describe('titles', () => {
  test.each([
    ['It was Russian President Orsk Quellin.', ['Russian President']],
    [
      'It was Envoy for International Cultural Cooperation Mikhail Quellin.',
      ['Envoy for International Cultural Cooperation'],
    ],
    ['Here Fuad Quellin, spokesman for the Indonesian military, spoke.', ['spokesman for the Indonesian military']],
    ['Here Fuad Quellin, the chief executive of Gazprom, spoke.', ['chief executive of Gazprom']],
    ['The head of the Audit Office, Peter Quellin, spoke.', ['head of the Audit Office']],
    ['Here Mr Quellin spoke.', []],
    ['Here Peter Quellin, after a long talk, spoke.', []],
  ])('%s', (text, expected) => {
    const person = findNames(text, []).find(({ type }) => type === 'Person');
    expect(cut(text, person?.titles ?? [])).toEqual(expected);
  });
});

describe('gender', () => {
  test.each([
    ['Here Ms Quellin spoke.', 'female'],
    ['Here King Orsk Quellin spoke.', 'male'],
    ['Here spokeswoman Robin Quellin spoke.', 'female'],
    ['Here President Orsk Quellin spoke. She left.', 'female'],
    ['Here Peter Quellin spoke.', 'male'],
    ['Here President Orsk Quellin spoke.', null],
    ['Here Nicola Quellin spoke.', null],
    ['Here Aoife Quellin spoke.', 'female'],
    ['Here Kim Quellin met Robin Smith. She left.', null],
  ])('%s', (text, expected) => {
    expect(findNames(text, []).find(({ type }) => type === 'Person')?.gender).toBe(expected);
  });
});
