/**
 * Links: what joins two agents in an article, each with its words and its voice. A report of an event joins those who
 * take part in it; a statement joins those who say it with its addressees and its subjects.
 */
import type { Dossier, Event, Evidence, Kinship, Position, Slug, Statement, Voice } from './model.ts';

/** The records that can join two agents. */
export type Joining = Event | Statement | Position | Kinship;

export interface Link {
  readonly from: Slug;
  readonly to: Slug;
  readonly via: Joining;
  /** The voice of the words that join them; if two differ, the one that commits the article less. */
  readonly voice: Voice;
  readonly attributedTo: Slug | null;
  /** Never empty. */
  readonly evidence: readonly Evidence[];
}

/** From what the article says itself to what it only attributes to somebody. */
const BY_COMMITMENT: readonly Voice[] = ['ARTICLE', 'CARRIED_OVER', 'SPEAKER'];

interface Said {
  readonly voice: Voice;
  readonly attributedTo: Slug | null;
  readonly evidence: readonly Evidence[];
}

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
  return statement.quotes.flatMap(({ speakers, addressees, ...said }) => {
    const saying = speakers.map(({ agent }) => agent);
    const others = new Set([...saying, ...addressees.map(({ agent }) => agent), ...subjects]);
    return saying.flatMap((from, index) =>
      [...others]
        .filter((to) => to !== from && !saying.slice(0, index).includes(to))
        .map((to) => ({ from, to, via: statement, ...pickSaid(said) })),
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

/** Orders links, first the one that commits its article most. */
export function compareVoices(a: Voice, b: Voice): number {
  return BY_COMMITMENT.indexOf(a) - BY_COMMITMENT.indexOf(b);
}

function together(one: Said, other: Said): Said {
  const weaker = compareVoices(one.voice, other.voice) < 0 ? other : one;
  const spans = [...one.evidence, ...other.evidence];
  const distinct = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
  return {
    voice: weaker.voice,
    attributedTo: weaker.attributedTo,
    evidence: [...distinct.values()].sort((a, b) => a.start - b.start),
  };
}

function pickSaid({ voice, attributedTo, evidence }: Said): Said {
  return { voice, attributedTo, evidence };
}
