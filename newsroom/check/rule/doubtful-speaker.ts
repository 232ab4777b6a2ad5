/** `doubtful-speaker`: a speaker who is perhaps somebody else. */
import type { Examination, Slug } from '../../../data/compile/index.ts';
import { pronounOf } from '../../draft/pronoun.ts';
import { meets, placeInAnnotation, type Reading, rangeOf, readArticles } from '../reading.ts';
import type { Rule, Warning } from '../rule.ts';

/**
 * Finds people who are "he" in one statement of an article and "she" in another, and quotations in which the speaker's own
 * name occurs: people seldom speak of themselves by name, unless they introduce themselves.
 */
export const doubtfulSpeaker: Rule = {
  name: 'doubtful-speaker',
  about: 'a speaker called both he and she, or named in his or her own quotation',
  look,
};

function look(examined: Examination): Warning[] {
  const people = new Set(examined.authored.entities.flatMap(({ type, slug }) => (type === 'Person' ? slug : [])));
  return readArticles(examined).flatMap((reading) => [
    ...disagreeing(reading, people),
    ...reading.statements.flatMap((_, index) => namedInOwn(reading, index, people)),
  ]);
}

function disagreeing(reading: Reading, people: ReadonlySet<Slug>): Warning[] {
  const called = new Map<Slug, string>();
  return reading.statements.flatMap(({ path, read: { quote } }) =>
    quote.speakers.flatMap(({ agent, evidence }, index): Warning[] => {
      const { start, end } = rangeOf(evidence);
      const pronoun = pronounOf(reading.text.slice(start, end));
      if (!people.has(agent) || (pronoun !== 'he' && pronoun !== 'she')) return [];
      const first = called.get(agent) ?? pronoun;
      called.set(agent, first);
      if (first === pronoun) return [];
      return [
        {
          at: placeInAnnotation(reading, [...path, 'speakers', index]),
          says: `"${agent}" is “${pronoun}” here, and “${first}” in an earlier statement of this article.`,
          expected: 'one person behind the same pronoun.',
          fix: 'Read the sentences before: correct the speaker of one of the two, or silence this warning.',
        },
      ];
    }),
  );
}

function namedInOwn(reading: Reading, index: number, people: ReadonlySet<Slug>): Warning[] {
  const statement = reading.statements[index];
  if (statement?.value.kind !== 'DIRECT_QUOTE') return [];
  const { quote } = statement.read;
  return quote.speakers.flatMap(({ agent }, speaker): Warning[] => {
    if (!people.has(agent)) return [];
    const names = reading.asserted.names.find(({ slug }) => slug === agent)?.evidence ?? [];
    const own = names
      .map(rangeOf)
      .find((name) => quote.content.some((span) => meets(rangeOf(span), name)) && !isIntroduced(name.start, reading));
    if (own === undefined) return [];
    return [
      {
        at: placeInAnnotation(reading, [...statement.path, 'speakers', speaker]),
        says: `"${agent}" says “${reading.text.slice(own.start, own.end)}”, which is a name of the same person.`,
        expected: 'a speaker who says "I" of himself or herself.',
        fix: 'Correct the speaker, or the person whom the name in the quotation means.',
      },
    ];
  });
}

/** "I am Ann Lee", "My name is Ann Lee", "I, Ann Lee, swear" */
function isIntroduced(start: number, { text }: Reading): boolean {
  return /\b(I|I am|I['’]m|name is|this is|it['’]s),? $/i.test(text.slice(Math.max(0, start - 12), start));
}
