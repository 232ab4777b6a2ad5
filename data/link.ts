/**
 * Links: what joins two agents in what an article says of both, each with its words and its voice. An event joins who
 * takes part in it by one report; a statement joins who says it with whom it is said to and with whom it is about.
 */
import type { Dossier, Event, Evidence, Kinship, Position, Slug, Statement, Voice } from './model.ts';

/** The records that can join two agents. */
export type Joining = Event | Statement | Position | Kinship;

export interface Link {
  readonly from: Slug;
  readonly to: Slug;
  readonly via: Joining;
  /** The voice of the words that join them; where two differ, the one that commits the article less. */
  readonly voice: Voice;
  readonly attributedTo: Slug | null;
  /** Never empty. */
  readonly evidence: readonly Evidence[];
}

/** From what the article says itself to what it only gives to somebody. */
const BY_COMMITMENT: readonly Voice[] = ['ARTICLE', 'CARRIED_OVER', 'SPEAKER'];

interface Said {
  readonly voice: Voice;
  readonly attributedTo: Slug | null;
  readonly evidence: readonly Evidence[];
}

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

/** Orders links from the one that commits its article most. */
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
