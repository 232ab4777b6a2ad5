// Invented corpora for the tests of D1: small, of any size, and different from each other in every record.
import type { IndexedCorpus } from '../../data/engine/build.ts';
import type {
  Article,
  Dossier,
  Event,
  Group,
  Organization,
  Person,
  Place,
  Quote,
  Statement,
} from '../../data/model.ts';

export interface Invention {
  /** What stands in every record, text and piece, so that a mixture of two corpora shows. */
  readonly mark: string;
  readonly statements?: number;
  /** How many characters the text of each statement has at least. */
  readonly length?: number;
  /** Pieces beside the one that every invented corpus has. */
  readonly pieces?: ReadonlyMap<string, Uint8Array>;
}

/** A corpus of one thing of each type and any number of statements. Its version is its mark. */
export function inventCorpus({ mark, statements = 3, length = 0, pieces = new Map() }: Invention): IndexedCorpus {
  const entities = {
    Article: [article(mark)],
    Event: [event(mark)],
    Statement: Array.from({ length: statements }, (_, number) => statement(number, mark.padEnd(length, '.'))),
    Person: [person(mark)],
    Organization: [organization(mark)],
    Group: [group(mark)],
    Place: [place(mark)],
  };
  return {
    summary: {
      version: mark,
      counts: { Article: 1, Event: 1, Statement: statements, Person: 1, Organization: 1, Group: 1, Place: 1 },
      versionCounts: { Article: 0, Event: 0, Statement: 0, Person: 0, Organization: 0, Group: 0, Place: 0 },
      evidenceCount: 0,
      coverage: 0,
    },
    entities,
    texts: [{ of: 'article', text: mark, paragraphs: [], marks: [] }],
    dossiers: ['person', 'organization', 'group', 'place'].map((slug) => dossier(slug, mark)),
    pieces: new Map([['mark', new TextEncoder().encode(mark)], ...pieces]),
  };
}

/** The piece that says of which corpus it is. */
export function markOf(piece: Uint8Array | null | undefined): string {
  return new TextDecoder().decode(piece ?? new Uint8Array());
}

function article(headline: string): Article {
  const rest = {
    bylines: [],
    publisher: null,
    agency: null,
    published: null,
    language: 'en',
    originalUrl: null,
    digest: 'sha256:',
    wordCount: 1,
    entered: null,
    revisions: [],
  };
  return { type: 'Article', slug: 'article', headline, ...rest };
}

function event(name: string): Event {
  return {
    ...{ type: 'Event', slug: 'event', name, kind: 'OTHER', partOf: null, subEvents: [], reports: [], date: null },
    ...{ time: null, places: [], participants: [], figures: [], disagreements: [], sources: [] },
  };
}

function statement(number: number, text: string): Statement {
  const slug = `statement-${number}`;
  return {
    ...{ type: 'Statement', slug, quotes: [quote(slug, text)], date: null, published: null },
    ...{ about: [], relations: [], echoes: [] },
  };
}

function quote(slug: string, text: string): Quote {
  return {
    ...{
      type: 'Quote',
      statement: slug,
      article: 'article',
      standing: null,
      evidence: [],
      voice: 'ARTICLE',
      attributedTo: null,
    },
    ...{ certainty: 'UNSPECIFIED', polarity: 'AFFIRMED', kind: 'INDIRECT', text, content: [], cue: null },
    ...{ speakers: [], addressees: [], date: null },
  };
}

function named<T extends string>(type: T, slug: string, name: string) {
  return { type, slug, name, otherNames: [], sameAs: [], mentionCount: 0, firstMentions: [] };
}

function person(name: string): Person {
  return { ...named('Person', 'person', name), birthDate: null, deathDate: null };
}

function organization(name: string): Organization {
  return named('Organization', 'organization', name);
}

function group(name: string): Group {
  return named('Group', 'group', name);
}

function place(name: string): Place {
  return { ...named('Place', 'place', name), kind: 'CITY', containedIn: null };
}

function dossier(of: string, mark: string): Dossier {
  const mention = {
    ...{ source: 'article', paragraph: 0, exact: mark, prefix: '', suffix: '' },
    ...{ start: 0, end: mark.length, utf16Start: 0, utf16End: mark.length },
  };
  return { of, mentions: [{ type: 'Evidence', ...mention }], positions: [], relatives: [], lifeDates: [] };
}
