// Who contradicts whom: what each side says of an event, side by side.
import { describe, expect, test } from 'vitest';
import { ask } from '../harness.ts';

const ACCOUNTS = `query ($slug: Slug!) { event(slug: $slug) { accounts {
  voice
  article { slug }
  attributedTo { slug }
  speakers { agent { slug } evidence { exact } }
  polarity
  certainty
  date { edtf }
  time { clock }
  places { slug }
  participants { polarity role agent { slug } }
  figures { kind minValue maxValue }
  evidence { exact }
  reports { polarity voice attributedTo { slug } }
} } }`;

const accounts = async (slug: string) => (await ask(ACCOUNTS, { slug }, 'gazette')).event.accounts;

test('two papers tell of the fire, each by itself and whole', async () => {
  expect(await accounts('harrow-mill-fire')).toEqual([
    {
      voice: 'ARTICLE',
      article: { slug: 'two-die-at-harrow-mill' },
      attributedTo: null,
      speakers: [],
      polarity: 'AFFIRMED',
      certainty: 'UNSPECIFIED',
      date: { edtf: '2025-03-03' },
      time: { clock: '21:20' },
      places: [{ slug: 'harrow-mill' }],
      participants: [
        { polarity: 'AFFIRMED', role: 'WITNESS', agent: { slug: 'tobias-wren' } },
        { polarity: 'AFFIRMED', role: 'VICTIM', agent: { slug: 'josef-lindqvarn' } },
      ],
      figures: [{ kind: 'DEATHS', minValue: 2, maxValue: 2 }],
      evidence: [
        { exact: 'Two die in night fire at Harrow Mill' },
        {
          exact:
            'Two people died on Monday when fire swept through Harrow Mill in the Old Quay district of Larkbridge. The alarm was raised at 9.20 p.m. by the night guard',
        },
      ],
      reports: [{ polarity: 'AFFIRMED', voice: 'ARTICLE', attributedTo: null }],
    },
    {
      voice: 'ARTICLE',
      article: { slug: 'at-least-three-dead-as-mill-burns' },
      attributedTo: null,
      speakers: [],
      polarity: 'AFFIRMED',
      certainty: 'UNSPECIFIED',
      date: { edtf: '2025-03-03' },
      time: { clock: '22:05' },
      places: [{ slug: 'harrow-mill' }],
      participants: [{ polarity: 'AFFIRMED', role: 'WITNESS', agent: { slug: 'ferry-crew' } }],
      figures: [
        { kind: 'DEATHS', minValue: 3, maxValue: null },
        { kind: 'INJURIES', minValue: 12, maxValue: 12 },
      ],
      evidence: [
        { exact: 'At least three dead as mill burns' },
        {
          exact:
            'At least three people were killed and about a dozen hurt in the fire at Harrow Mill, Larkbridge, on 3 March. The crew of a ferry in the harbour saw the first flames at 10.05 p.m.',
        },
      ],
      reports: [{ polarity: 'AFFIRMED', voice: 'ARTICLE', attributedTo: null }],
    },
  ]);
});

test('who denies stands beside who affirms, each with the words that name the speaker', async () => {
  const all = await accounts('locking-of-the-fire-doors');
  expect(
    all.map(({ polarity, attributedTo, speakers }: Record<string, unknown>) => ({ polarity, attributedTo, speakers })),
  ).toEqual([
    {
      polarity: 'AFFIRMED',
      attributedTo: { slug: 'teal-fire-doors-locked' },
      speakers: [
        { agent: { slug: 'rasmus-teal' }, evidence: { exact: 'Rasmus Teal, secretary of the Millhands’ Union' } },
      ],
    },
    {
      polarity: 'DENIED',
      attributedTo: { slug: 'cask-and-harrow-denies-locked-doors' },
      // The headline has "Owner" for the same one.
      speakers: [
        { agent: { slug: 'cask-and-harrow' }, evidence: { exact: 'The owner of Harrow Mill, Cask & Harrow Ltd' } },
      ],
    },
    {
      polarity: 'DENIED',
      attributedTo: { slug: 'hugo-cask-no-door-was-locked' },
      speakers: [{ agent: { slug: 'hugo-cask' }, evidence: { exact: 'its director, Hugo Cask' } }],
    },
    {
      polarity: 'AFFIRMED',
      attributedTo: { slug: 'wren-turned-the-key-himself' },
      speakers: [{ agent: { slug: 'tobias-wren' }, evidence: { exact: 'the night guard, Tobias Wren' } }],
    },
  ]);
});

test('a guest in dispute is affirmed in one account and denied in the other', async () => {
  const all = await accounts('council-meeting-on-harrow-mill');
  expect(all).toMatchObject([
    {
      article: { slug: 'council-hears-the-millhands' },
      places: [{ slug: 'corn-exchange' }],
      participants: expect.arrayContaining([
        { polarity: 'AFFIRMED', role: 'PARTICIPANT', agent: { slug: 'edmund-rook' } },
      ]),
    },
    {
      article: { slug: 'council-shuts-harrow-mill' },
      places: [{ slug: 'town-hall' }],
      participants: expect.arrayContaining([
        { polarity: 'DENIED', role: 'PARTICIPANT', agent: { slug: 'edmund-rook' } },
      ]),
    },
  ]);
});

test('an article stands before the speakers that it quotes, and one side is as sure as it sounds', async () => {
  expect(await accounts('closure-of-harrow-mill')).toMatchObject([
    { voice: 'ARTICLE', certainty: 'UNSPECIFIED', date: { edtf: '2025-03/2025-06' } },
    {
      voice: 'SPEAKER',
      certainty: 'PROBABLE',
      date: null,
      attributedTo: { slug: 'brand-mill-will-probably-stay-shut' },
    },
    {
      voice: 'SPEAKER',
      certainty: 'PROBABLE',
      date: null,
      attributedTo: { slug: 'brand-probably-shut-until-the-summer' },
    },
  ]);
});

test('what is only carried over is an account of its own, with the speaker it seems to continue', async () => {
  const speakers = [{ agent: { slug: 'rasmus-teal' }, evidence: { exact: 'Rasmus Teal' } }];
  const attributedTo = { slug: 'teal-spoke-to-cask' };
  expect(await accounts('teal-cask-telephone-conversation')).toMatchObject([
    { voice: 'SPEAKER', attributedTo, speakers, evidence: [{ exact: expect.stringContaining('he had spoken') }] },
    { voice: 'CARRIED_OVER', attributedTo, speakers, evidence: [{ exact: 'The two had agreed on nothing.' }] },
  ]);
});

describe('disagreements about one property', () => {
  const properties = async (args: string) => {
    const { event } = await ask(
      `{ event(slug: "harrow-mill-fire") { disagreements${args} { property } } }`,
      {},
      'gazette',
    );
    return event.disagreements.map(({ property }: { property: string }) => property);
  };

  test.each([
    ['', ['TIME', 'FIGURES']],
    ['(property: null)', ['TIME', 'FIGURES']],
    ['(property: FIGURES)', ['FIGURES']],
    ['(property: DATE)', []],
  ])('%s', async (args, expected) => {
    expect(await properties(args)).toEqual(expected);
  });
});
