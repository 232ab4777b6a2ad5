/** Referents: whether the speaker proposed is the one whom people mean, by their marks of what stands for the same thing. */
import type { MarkedEntity, MarkedText, Span } from './gold.ts';
import { isFound, type ProposedSpeech, pair, type Tally } from './score.ts';

/** The words that stand for one speaker of a proposal. */
export type ProposedSpeaker =
  | { readonly named: readonly Span[] }
  /** Somebody whom the text leaves unnamed. */
  | { readonly unnamed: Span }
  | null;

export interface ReferentScore {
  /** Of the quotes found, those whose speaker is who people mean. */
  readonly entity: Tally;
  /** Of those, the ones whose source is a pronoun. */
  readonly pronoun: Tally;
}

/** Scores who is behind the speakers of one text; `speakersOf` has those of each proposal. */
export function scoreReferents(
  marked: MarkedText,
  proposals: readonly ProposedSpeech[],
  speakersOf: readonly (readonly ProposedSpeaker[])[],
): ReferentScore {
  const known = marked.entities.filter(({ group }) => group !== null);
  const named = new Set(known.flatMap(({ named, group }) => (named ? group : [])));
  const found = pair(marked, proposals)
    .filter((one) => isFound(one) && marked.quotes[one.gold]?.speechCue === true)
    .flatMap(({ gold, proposal }) => {
      const source = marked.quotes[gold]?.source ?? [];
      const groups = source.flatMap((span) => groupOf(span, known) ?? []);
      const speakers = speakersOf[proposal] ?? [];
      if (groups.length === 0) return [];
      const isRight = (speaker: ProposedSpeaker) => {
        if (speaker === null) return false;
        if ('named' in speaker) return speaker.named.some((span) => groups.includes(groupOf(span, known) ?? ''));
        const group = groupOf(speaker.unnamed, known) ?? '';
        return groups.includes(group) && !named.has(group);
      };
      const words = source.map(([start, end]) => marked.text.slice(start, end)).join(' ');
      return [
        {
          isPronoun: PRONOUN.test(words),
          isProposed: speakers.every((speaker) => speaker !== null),
          isRight: speakers.every(isRight),
        },
      ];
    });
  return { entity: tallyOf(found), pronoun: tallyOf(found.filter(({ isPronoun }) => isPronoun)) };
}

const PRONOUN = /^(he|she|they|it)$/i;

function tallyOf(found: readonly { readonly isProposed: boolean; readonly isRight: boolean }[]): Tally {
  const right = found.filter(({ isRight }) => isRight).length;
  const proposed = found.filter(({ isProposed }) => isProposed).length;
  return { gold: found.length, proposed, right, rightProposed: right };
}

/** The group of the marked words that fit best: the most characters in common for their length. */
function groupOf(span: Span, entities: readonly MarkedEntity[]): string | null {
  let best: { readonly group: string | null; readonly fit: number } = { group: null, fit: 0 };
  for (const { span: other, group } of entities) {
    const common = Math.min(span[1], other[1]) - Math.max(span[0], other[0]);
    const fit = common / (span[1] - span[0] + other[1] - other[0] - common);
    if (common > 0 && fit > best.fit) best = { group, fit };
  }
  return best.group;
}
