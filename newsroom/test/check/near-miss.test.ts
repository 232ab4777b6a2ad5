import { describe, expect, it } from 'vitest';
import { folderOf } from '../../../test/compile/run.ts';
import { look } from '../../check/look.ts';
import { RULES } from '../../check/rules.ts';
import { ANN, article, statement } from './corpus.ts';

/** What the rule finds in these files, as the words that it underlines. */
function found(name: string, files: Readonly<Record<string, string>>): string[] {
  const { findings } = look(folderOf(files), RULES, () => undefined);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return findings.filter(({ code }) => code === name).map(({ at }) => at.file.text.slice(at.start, at.end));
}

type Row = readonly [title: string, language: string, text: string, annotation: string, finds: readonly string[]];

describe.each<[string, readonly Row[]]>([
  [
    'uncovered-quotation',
    [
      ['a word at a distance', 'en', 'The “old mill” and the “hero” came.', '', []],
      ['a name', 'en', 'He wrote “The Flood of Larkbridge” last year.', '', []],
      ['a banner', 'en', 'There were banners that read “open the doors now”.', '', []],
      ['a short title in Russian', 'ru', 'В театре идёт «Война и мир» до мая.', '', []],
      ['a short quotation in Russian', 'ru', '«Мы всё потеряли», — сказала она.', '', ['Мы всё потеряли']],
      [
        'a quotation in Azerbaijani',
        'az',
        '“Hər şey bir saatda yandı”, – deyə o bildirdi.',
        '',
        ['Hər şey bir saatda yandı'],
      ],
      [
        'a covered one',
        'en',
        'Ann Lee said: “We lost it all.”',
        `statements:\n${statement('lost', 'We lost it all.')}`,
        [],
      ],
      [
        'one that holds who says it',
        'ru',
        'Ann Lee. «Мы потеряли всё, — повторила она несколько раз у ворот мельницы».',
        `statements:\n${statement('lost', '"Мы потеряли всё"')}`,
        [],
      ],
      [
        'one of two',
        'en',
        'Ann Lee said “we lost it all” and “nobody came to help”.',
        `statements:\n${statement('lost', 'we lost it all')}`,
        ['nobody came to help'],
      ],
    ],
  ],
  [
    'unlinked-name',
    [
      ['the beginning of a sentence', 'en', 'Yesterday it burned. Nobody came. “Help,” she said. 🔥 Fire!', '', []],
      [
        'months, weekdays, demonyms and titles',
        'en',
        'It was on Monday, in May, that the French and Azerbaijani president met the Prime Minister.',
        '',
        [],
      ],
      [
        'a name linked elsewhere',
        'en',
        'It was Ann Lee. Later came Lee and, last, Ann Lee’s car.',
        'mentions: { ann-lee: Ann Lee }\n',
        [],
      ],
      ['a name in another case', 'ru', 'Приехали в Москву. Дом стоит в Москве.', 'mentions: { ann-lee: Москву }\n', []],
      ['a name at an inner place', 'ru', 'Дом стоит в городе Тверь уже давно.', '', ['Тверь']],
      ['a name in Azerbaijani', 'az', 'Yanğın dünən Gəncədə baş verdi.', '', ['Gəncədə']],
      ['a noun of German', 'de', 'Gestern brannte die alte Mühle im Dorf.', '', []],
      ['a script without capitals', 'ka', 'გუშინ წისქვილი დაიწვა თბილისში.', '', []],
    ],
  ],
  [
    'attributed-event',
    [
      ['according to plan', 'en', 'The mill closed according to the plan.', event('The mill closed'), []],
      [
        'according to somebody',
        'en',
        'The mill closed, according to two workers.',
        event('The mill closed'),
        ['The mill closed'],
      ],
      ['allegedly', 'en', 'The mill was allegedly closed by night.', event('allegedly closed'), ['allegedly closed']],
      [
        'before the words',
        'en',
        'Police said that the mill had closed.',
        event('the mill had closed'),
        ['the mill had closed'],
      ],
      ['a verb about something else', 'en', 'The mill closed after the owner said no.', event('The mill closed'), []],
      ['told, not telling', 'en', 'The mill closed, as she was told on Monday.', event('The mill closed'), []],
      ['inside a quotation', 'en', 'The mill closed with a sign, “shut, police said”.', event('The mill closed'), []],
      ['another language', 'az', 'Dəyirman bağlandı, according to him.', event('Dəyirman bağlandı'), []],
    ],
  ],
  [
    'speaker-without-cue',
    [
      [
        'a cue in the sentence',
        'en',
        'Ann Lee said it burned. The mill, she added, had closed.',
        attributed('had closed'),
        [],
      ],
      [
        'a name in the sentence',
        'az',
        'Ann Lee dedi ki, it burned, dəyirman bağlandı.',
        attributed('dəyirman bağlandı'),
        [],
      ],
      [
        'carried over',
        'en',
        'Ann Lee said it burned. It had closed.',
        `${attributed('had closed')}    voice: CARRIED_OVER\n`,
        [],
      ],
      ['none', 'en', 'Ann Lee said it burned. It had closed.', attributed('had closed'), ['burned']],
      [
        'no cue known in another language',
        'az',
        'Ann Lee: it burned. Dəyirman bağlandı.',
        attributed('Dəyirman bağlandı'),
        [],
      ],
    ],
  ],
  [
    'unsupported-date',
    [
      ['a year inferred', 'en', 'It burned on 3 March.', dated('2025-03-03', 'on 3 March', 'YEAR'), []],
      ['a year not inferred', 'en', 'It burned on 3 March.', dated('2025-03-03', 'on 3 March'), ['2025-03-03']],
      ['another year', 'en', 'It burned in 2024.', dated('2025', 'in 2024'), ['2025']],
      ['another month', 'en', 'It burned in Sept. 2024.', dated('2024-08', 'in Sept. 2024'), ['2024-08']],
      ['a month cut short', 'en', 'It burned in Sept. 2024.', dated('2024-09', 'in Sept. 2024'), []],
      ['a month in Russian', 'ru', 'It burned 27 июня 2025 года.', dated('2025-06-27', '27 июня 2025'), []],
      [
        'another month in Russian',
        'ru',
        'It burned 27 июня 2025 года.',
        dated('2025-07-27', '27 июня 2025'),
        ['2025-07-27'],
      ],
      [
        'a month in Azerbaijani',
        'az',
        'It burned 2025-ci il iyunun 27-də.',
        dated('2025-06-27', '2025-ci il iyunun 27-də'),
        [],
      ],
      ['words without a digit in Russian', 'ru', 'It burned вчера утром.', dated('2025-06-27', 'вчера'), []],
      [
        'another weekday',
        'en',
        'It burned on Monday, 4 March 2025.',
        dated('2025-03-04', '"on Monday, 4 March 2025"'),
        ['2025-03-04'],
      ],
      [
        'its weekday',
        'en',
        'It burned on Tuesday, 4 March 2025.',
        dated('2025-03-04', '"on Tuesday, 4 March 2025"'),
        [],
      ],
      [
        'a range',
        'en',
        'It burned from 14 to 16 June 2025.',
        dated('2025-06-14/2025-06-16', 'from 14 to 16 June 2025'),
        [],
      ],
      ['a century and a decade', 'en', 'It burned in the 1800s.', dated('18XX', 'in the 1800s'), []],
      [
        'a number in letters',
        'en',
        'It burned on the third of May 2025.',
        dated('2025-05-03', 'on the third of May 2025'),
        [],
      ],
      [
        'a time of day',
        'en',
        'It burned at 9 p.m. in May 2025.',
        dated('2025-05-09', 'at 9 p.m. in May 2025'),
        ['2025-05-09'],
      ],
      ['Chinese', 'zh', 'It burned 二〇二五年六月.', dated('2025-06', '二〇二五年六月'), []],
      ['Persian years', 'fa', 'It burned 27 1404.', dated('2025-06', '"1404"', 'MONTH'), []],
    ],
  ],
])('%s', (name, rows) => {
  it.for(rows)('%s', ([, language, text, annotation, finds]) => {
    expect(found(name, { ...ANN, ...article('mill', language, `News\n${text}`, annotation) })).toEqual(finds);
  });
});

function event(evidence: string): string {
  return `events:\n  - { event: closure, name: A closure, kind: OTHER, evidence: ${evidence} }\n`;
}

function attributed(evidence: string): string {
  return `statements:\n${statement('burned', 'it burned')}events:\n  - event: closure\n    name: A closure\n    kind: OTHER\n    evidence: ${evidence}\n    attributedTo: burned\n`;
}

function dated(edtf: string, words: string, inferred = ''): string {
  const more = inferred === '' ? '' : `, inferred: [{ part: ${inferred}, basis: the paper }]`;
  return `events:\n  - { event: fire, name: A fire, kind: FIRE, evidence: It burned, date: { edtf: ${edtf}, words: ${words}${more} } }\n`;
}

describe('look-alike', () => {
  const USED = 'Names';
  const pair = (folder: string, one: string, other: string) => ({
    [`${folder}/one.yaml`]: one,
    [`${folder}/two.yaml`]: other,
    ...article('mill', 'en', USED, 'mentions: { one: Names, two: Names }\n'),
  });
  it.for([
    ['the same name', 'people', 'name: Ann Lee\n', 'name: ANN LÉE\n', true],
    ['the same words in another order', 'people', 'name: Safarov Huseyn\n', 'name: Huseyn Safarov\n', true],
    ['another name of one', 'organizations', 'name: FSB\n', 'name: Federal Service\notherNames: [FSB]\n', true],
    ['one letter of a long name', 'organizations', 'name: Ministry of Culture\n', 'name: Ministry of Cultura\n', true],
    ['one letter of a surname', 'people', 'name: Mikhail Shvydkoy\n', 'name: Mikhail Shvidkoy\n', true],
    ['father and son', 'people', 'name: Jan Nowakowski\n', 'name: Jon Nowakowski\n', false],
    ['husband and wife', 'people', 'name: Sasha Petrenkov\n', 'name: Sasha Petrenkova\n', false],
    ['another number', 'organizations', 'name: School Number 5\n', 'name: School Number 6\n', false],
    ['short names', 'organizations', 'name: BBC\n', 'name: BBK\n', false],
    ['another initial', 'people', 'name: D. Putin\n', 'name: Vladimir Putin\n', false],
    ['another name with an initial', 'people', 'name: V. Medvedev\n', 'name: Vladimir Putin\n', false],
    ['two kinds of place', 'places', 'name: Baku\nkind: CITY\n', 'name: Baku\nkind: SITE\n', false],
  ] as const)('%s', ([, folder, one, other, finds]) => {
    expect(found('look-alike', pair(folder, one, other)).length > 0).toBe(finds);
  });
});

describe('dead-relation', () => {
  const TEXT = 'News\nAnn Lee died in May 2024. It was 3 June 2024, or 3 May 2025.';
  const annotation = (role: string, edtf: string, words: string) =>
    `facts:\n  - { person: ann-lee, death: { edtf: 2024-05, words: in May 2024 }, evidence: Ann Lee died }\n` +
    `events:\n  - { event: visit, name: A visit, kind: OTHER, date: { edtf: ${edtf}, words: ${words} }, evidence: It was, participants: [{ agent: ann-lee, role: ${role} }] }\n`;
  it.for([
    ['what she does later', 'ACTOR', '2025-05-03', '3 May 2025', 1],
    ['what is done to her', 'VICTIM', '2025-05-03', '3 May 2025', 0],
    ['what may have been before', 'ACTOR', '2024', '3 June 2024', 0],
  ] as const)('%s', ([, role, edtf, words, count]) => {
    expect(
      found('dead-relation', { ...ANN, ...article('mill', 'en', TEXT, annotation(role, edtf, words)) }),
    ).toHaveLength(count);
  });
});

describe('place-outside', () => {
  const PLACES = {
    'places/baku.yaml': 'name: Baku\nkind: CITY\ncontainedIn: azerbaijan\n',
    'places/ganja.yaml': 'name: Ganja\nkind: CITY\ncontainedIn: azerbaijan\n',
    'places/hall.yaml': 'name: Hall\nkind: BUILDING\ncontainedIn: baku\n',
    'places/car.yaml': 'name: Car\nkind: VEHICLE\n',
    'places/azerbaijan.yaml': 'name: Azerbaijan\nkind: COUNTRY\n',
  };
  const annotation = (larger: string, smaller: string) =>
    `events:\n  - { event: whole, name: W, kind: OTHER, places: [${larger}], evidence: It began }\n` +
    `  - { event: part, name: P, kind: OTHER, partOf: whole, places: [${smaller}], evidence: It ended }\n` +
    'mentions: { baku: News, ganja: News, hall: News, car: News, azerbaijan: News }\n';
  it.for([
    ['another city', 'ganja', 'hall', ['hall']],
    ['a building of the city', 'baku', 'hall', []],
    ['the country around', 'baku', 'azerbaijan', []],
    ['one of several', 'ganja, baku', 'hall', []],
    ['a place that says not where it is', 'ganja', 'car', []],
  ] as const)('%s', ([, larger, smaller, finds]) => {
    const files = { ...PLACES, ...article('mill', 'en', 'News\nIt began. It ended.', annotation(larger, smaller)) };
    expect(found('place-outside', files)).toEqual(finds);
  });
});

it('counts a place as used that holds another', () => {
  const files = {
    'places/baku.yaml': 'name: Baku\nkind: CITY\ncontainedIn: azerbaijan\n',
    'places/azerbaijan.yaml': 'name: Azerbaijan\nkind: COUNTRY\n',
    ...article('mill', 'en', 'News', 'mentions: { baku: News }\n'),
  };
  expect(found('unused-entity', files)).toEqual([]);
});
