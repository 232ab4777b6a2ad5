/**
 * Links: what joins two agents in an article, each with its words and its voice. A report of an event joins those who
 * take part in it; a statement joins those who say it with its addressees and its subjects.
 */
import type { Certainty, Dossier, Event, Evidence, Kinship, Position, Slug, Statement, Voice } from './model.ts';

/** The records that can join two agents. */
export type Joining = Event | Statement | Position | Kinship;

export interface Link {
  readonly from: Slug;
  readonly to: Slug;
  readonly via: Joining;
  /** The voice of the words that join them; if two differ, the one that commits the article less. */
  readonly voice: Voice;
  readonly attributedTo: Slug | null;
  /** How certain these words sound that the two are joined; if two differ, the less certain one. */
  readonly certainty: Certainty;
  /** Never empty. */
  readonly evidence: readonly Evidence[];
}

/** From what the article says itself to what it only attributes to somebody, and from the certain to the possible. */
const BY_COMMITMENT: readonly Voice[] = ['ARTICLE', 'CARRIED_OVER', 'SPEAKER'];
const BY_CERTAINTY: readonly Certainty[] = ['CERTAIN', 'UNSPECIFIED', 'PROBABLE', 'POSSIBLE'];

type Said = Pick<Link, 'voice' | 'attributedTo' | 'certainty' | 'evidence'>;

/** Every pair of participants of one report, each once a report. Denied participations join nobody. */
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
 * Each speaker of a statement with its addressees, its subjects and its other speakers, for each report. Denials count
 * too, since they were said.
 */
export function linksOfStatement(statement: Statement): Link[] {
  const subjects = statement.about.filter(({ type }) => type !== 'Event' && type !== 'Place').map(({ slug }) => slug);
  return statement.quotes.flatMap(({ speakers, addressees, voice, attributedTo, evidence }) => {
    // The statement's certainty is about its content: that it was said is not in doubt.
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

/** A person with the organization of each position, and with each relative. */
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

/** Orders links, first the one that commits its article most: by voice, then by certainty. */
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
