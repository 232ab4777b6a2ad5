/** Marks: what each part of an article's text is, for clients that display it. */
import {
  type EntityType,
  type Evidence,
  type FuzzyDate,
  LAYERS,
  type Layer,
  type Mark,
  type NamedType,
  type Ref,
  type Slug,
} from '../model.ts';
import type { AssertedArticle } from './annotated-article.ts';
import { mentionsIn } from './mention.ts';
import { compareSlugs, compareSpans } from './span.ts';

/** Every mark of the article once: by start, longer ones first, then by layer and slug. */
export function gatherMarks(asserted: AssertedArticle, types: ReadonlyMap<Slug, EntityType>): Mark[] {
  const ref = (slug: Slug): Ref => {
    const type = types.get(slug);
    if (type === undefined) throw new Error(`"${slug}" has no type, which linking should have reported.`);
    return { type, slug };
  };
  const marks = [
    ...markArticle(asserted),
    ...asserted.events.flatMap(markReport),
    ...asserted.statements.flatMap((one) => markQuote(one, ref)),
    ...asserted.facts.flatMap(markFact),
    ...markMentions(asserted, ref),
  ];
  const distinct = new Map(marks.map((mark) => [[mark.start, mark.end, mark.layer, mark.target.slug].join(' '), mark]));
  return [...distinct.values()].sort(compareMarks);
}

function compareMarks(a: Mark, b: Mark): number {
  return (
    compareSpans(a, b) ||
    LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) ||
    compareSlugs(a.target.slug, b.target.slug)
  );
}

function markArticle({ article }: AssertedArticle): Mark[] {
  return markDate(article.published, { type: 'Article', slug: article.slug });
}

function markReport({ slug, report }: AssertedArticle['events'][number]): Mark[] {
  const target: Ref = { type: 'Event', slug };
  const time = report.time === null ? [] : [mark('DATE', report.time.evidence, target)];
  return [...markAll('EVENT', report.evidence, target), ...markDate(report.date, target), ...time];
}

function markQuote({ slug, quote }: AssertedArticle['statements'][number], ref: (slug: Slug) => Ref): Mark[] {
  const target: Ref = { type: 'Statement', slug };
  return [
    ...markAll('STATEMENT', quote.content, target),
    ...(quote.cue === null ? [] : [mark('CUE', quote.cue, target)]),
    ...quote.speakers.map(({ agent, evidence }) => mark('SPEAKER', evidence, ref(agent))),
    ...quote.addressees.map(({ agent, evidence }) => mark('ADDRESSEE', evidence, ref(agent))),
    ...markDate(quote.date, target),
  ];
}

function markFact(fact: AssertedArticle['facts'][number]): Mark[] {
  const target: Ref = { type: 'Person', slug: fact.person };
  const dates = fact.type === 'Position' ? [fact.since, fact.until] : fact.type === 'LifeDate' ? [fact.date] : [];
  return [...markAll('FACT', fact.evidence, target), ...dates.flatMap((date) => markDate(date, target))];
}

function markMentions(asserted: AssertedArticle, ref: (slug: Slug) => Ref): Mark[] {
  return [...mentionsIn(asserted)].flatMap(([slug, spans]) => {
    const target = ref(slug);
    // Only named things have mentions.
    return markAll(MENTION_LAYERS[target.type as NamedType], spans, target);
  });
}

const MENTION_LAYERS: Readonly<Record<NamedType, Layer>> = {
  Person: 'AGENT',
  Organization: 'AGENT',
  Group: 'AGENT',
  Place: 'PLACE',
};

function markDate(date: FuzzyDate | null, target: Ref): Mark[] {
  return date === null || date.evidence === null ? [] : [mark('DATE', date.evidence, target)];
}

function markAll(layer: Layer, spans: readonly Evidence[], target: Ref): Mark[] {
  return spans.map((span) => mark(layer, span, target));
}

function mark(layer: Layer, { start, end, utf16Start, utf16End }: Evidence, target: Ref): Mark {
  return { start, end, utf16Start, utf16End, layer, target };
}
