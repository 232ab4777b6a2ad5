/**
 * Links: what joins two agents in what an article says of both, each with its words and its voice. An event joins who
 * takes part in it by one report; a statement joins who says it with whom it is said to and with whom it is about.
 */
import type { Certainty, Dossier, Event, Evidence, Kinship, Position, Slug, Statement, Voice } from './model.ts';

/** The records that can join two agents. */
export type Joining = Event | Statement | Position | Kinship;

export interface Link {
  readonly from: Slug;
  readonly to: Slug;
  readonly via: Joining;
  /** The voice of the words that join them; where two differ, the one that commits the article less. */
  readonly voice: Voice;
  readonly attributedTo: Slug | null;
  /** How sure they sound that the two are joined, in the same way. */
  readonly certainty: Certainty;
  /** Never empty. */
  readonly evidence: readonly Evidence[];
}

/** From what the article says itself to what it only gives to somebody, and from what is sure to what is only possible. */
const BY_COMMITMENT: readonly Voice[] = ['ARTICLE', 'CARRIED_OVER', 'SPEAKER'];
const BY_CERTAINTY: readonly Certainty[] = ['CERTAIN', 'UNSPECIFIED', 'PROBABLE', 'POSSIBLE'];

type Said = Pick<Link, 'voice' | 'attributedTo' | 'certainty' | 'evidence'>;

/** Every two participants of one report, each pair once a report. What is denied joins nobody. */
export function linksOfEvent(event: Event): Link[] {
  return event.reports.flatMap(({ participants }) => {
    const affirmed = participants.filter(({ polarity }) => polarity === 'AFFIRMED');
    return affirmed.flatMap((one, index) =>
      affirmed
        .slice(index + 1)
        .filter((other) => other.agent !== one.agent)
        .map((other) => ({ from: one.agent, to: other.agent, via: event, ...together(one, other) })),
    );
  });
}

/**
 * Who says a statement with whom it is said to, whom it is about, and who says it as well; of each report, a denial among
 * them: it was said too.
 */
export function linksOfStatement(statement: Statement): Link[] {
  const subjects = statement.about.filter(({ type }) => type !== 'Event' && type !== 'Place').map(({ slug }) => slug);
  return statement.quotes.flatMap(({ speakers, addressees, voice, attributedTo, evidence }) => {
    // Its certainty is the speaker's, of what is said: that it was said is not in doubt.
    const said = { voice, attributedTo, certainty: 'UNSPECIFIED', evidence } as const;
    const saying = speakers.map(({ agent }) => agent);
    const others = new Set([...saying, ...addressees.map(({ agent }) => agent), ...subjects]);
    return saying.flatMap((from, index) =>
      [...others]
        .filter((to) => to !== from && !saying.slice(0, index).includes(to))
        .map((to) => ({ from, to, via: statement, ...said })),
    );
  });
}

/** A person with the organization of a position, and with a relative. */
export function linksOfDossier({ positions, relatives }: Dossier): Link[] {
  const held = positions.flatMap((via) =>
    via.organization === null || via.polarity !== 'AFFIRMED'
      ? []
      : [{ from: via.person, to: via.organization, via, ...pickSaid(via) }],
  );
  const related = relatives.flatMap((via) =>
    via.polarity !== 'AFFIRMED' ? [] : [{ from: via.person, to: via.relative, via, ...pickSaid(via) }],
  );
  return [...held, ...related];
}

/** Orders links from the one that commits its article most: by voice, then by certainty. */
export function compareCommitment(a: Pick<Link, 'voice' | 'certainty'>, b: Pick<Link, 'voice' | 'certainty'>): number {
  return BY_COMMITMENT.indexOf(a.voice) - BY_COMMITMENT.indexOf(b.voice) || certaintyRank(a) - certaintyRank(b);
}

function certaintyRank({ certainty }: Pick<Link, 'certainty'>): number {
  return BY_CERTAINTY.indexOf(certainty);
}

function together(one: Said, other: Said): Said {
  const weaker = compareCommitment(one, other) < 0 ? other : one;
  const spans = [...one.evidence, ...other.evidence];
  const distinct = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
  return {
    voice: weaker.voice,
    attributedTo: weaker.attributedTo,
    certainty: certaintyRank(one) < certaintyRank(other) ? other.certainty : one.certainty,
    evidence: [...distinct.values()].sort((a, b) => a.start - b.start),
  };
}

function pickSaid({ voice, attributedTo, certainty, evidence }: Said): Said {
  return { voice, attributedTo, certainty, evidence };
}
