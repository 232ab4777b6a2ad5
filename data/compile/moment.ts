/** A moment: the things of a corpus as they are by the texts of one day, derived one by one. */
import {
  agentsAndPlacesOf,
  contextOver,
  type Positions,
  type Records,
  statementsBehind,
  toPositions,
} from '../engine/term-context.ts';
import { type TermsOf, termsOver } from '../engine/terms.ts';
import type { ArticleText, Dossier, Entities, Entity, Event, Evidence, NamedType, Slug, Statement } from '../model.ts';
import type { LiesIn } from './agree.ts';
import type { AssertedArticle } from './annotated-article.ts';
import type { AuthoredEntity } from './check.ts';
import type { AssertedReport } from './event-report.ts';
import type { Fact } from './fact.ts';
import { deriveThing } from './named.ts';
import type { AssertedQuote } from './quote.ts';
import { deriveRelations } from './relation.ts';
import { deriveEvent, deriveStatement, introducingFirst } from './reported.ts';
import { type Said, Shelf, saidIn } from './said.ts';
import { compareSlugs } from './span.ts';

/** What stays the same every day. */
export interface Constants {
  readonly authored: ReadonlyMap<Slug, AuthoredEntity>;
  readonly neighbours: ReadonlyMap<Slug, ReadonlySet<Slug>>;
  readonly echoesOf: ReadonlyMap<Slug, readonly Slug[]>;
  readonly introductionOf: (event: Slug) => AssertedReport['introduces'];
  readonly containersOf: (place: Slug) => readonly Slug[];
  readonly liesIn: LiesIn;
  readonly marksOf: (text: AssertedArticle) => ArticleText['marks'];
}

const NOTHING: Said = {
  reports: new Map(),
  quotes: new Map(),
  facts: new Map(),
  mentions: new Map(),
  named: new Set(),
};

export class Moment {
  readonly #constants: Constants;
  readonly #texts = new Map<Slug, AssertedArticle>();
  readonly #saidIn = new Map<Slug, Said>();
  readonly #reports = new Shelf<AssertedReport>();
  readonly #quotes = new Shelf<AssertedQuote>();
  readonly #facts = new Shelf<Fact>();
  readonly #mentions = new Shelf<Evidence>();
  /**
   * What the texts so far speak of, and the places around it. What they no longer report stays known: it is in no list,
   * but what refers to it still does.
   */
  readonly #known = new Set<Slug>();
  readonly #articleTexts = new Map<Slug, ArticleText>();
  readonly #events = new Map<Slug, Event>();
  readonly #statements = new Map<Slug, Statement>();
  readonly #named = new Map<Slug, Entities[NamedType]>();
  readonly #dossiers = new Map<Slug, Dossier>();
  /** What the terms of others need to know of somebody, made once for each dossier. */
  readonly #held = new WeakMap<Dossier, Positions>();
  readonly #eventsFrom = new Map<Slug, Set<Slug>>();
  readonly #eventsWith = new Map<Slug, Set<Slug>>();
  readonly termsOf: TermsOf;

  constructor(constants: Constants) {
    this.#constants = constants;
    const records: Records = {
      textOf: (slug) => this.#articleTexts.get(slug),
      articleOf: (slug) => this.#texts.get(slug)?.article,
      eventOf: (slug) => this.#events.get(slug),
      statementOf: (slug) => this.#statements.get(slug),
      dossierOf: (slug) => this.#dossiers.get(slug),
      positionsOf: (slug) => this.#positionsOf(slug),
      containersOf: constants.containersOf,
      eventsFrom: (slug) => [...(this.#eventsFrom.get(slug) ?? [])],
      eventsWith: (slug) => [...(this.#eventsWith.get(slug) ?? [])],
    };
    this.termsOf = termsOver(contextOver(records));
  }

  /** Puts another text of an article in place of the one before. Returns what the two speak of. */
  replace(article: Slug, text: AssertedArticle): readonly Said[] {
    const before = this.#saidIn.get(article) ?? NOTHING;
    const now = saidIn(text);
    this.#reports.replace(article, before.reports, now.reports);
    this.#quotes.replace(article, before.quotes, now.quotes);
    this.#facts.replace(article, before.facts, now.facts);
    this.#mentions.replace(article, before.mentions, now.mentions);
    for (const slug of now.named) for (const one of [slug, ...this.#constants.containersOf(slug)]) this.#known.add(one);
    for (const slug of [...now.reports.keys(), ...now.quotes.keys()]) this.#known.add(slug);
    this.#saidIn.set(article, now);
    this.#texts.set(article, text);
    this.#articleTexts.set(article, { ...text.text, marks: this.#constants.marksOf(text) });
    return [before, now];
  }

  /** A thing as it was last derived; null if there is none on this day. */
  find(slug: Slug): Entity | null {
    return (
      this.#texts.get(slug)?.article ??
      this.#events.get(slug) ??
      this.#statements.get(slug) ??
      this.#named.get(slug) ??
      null
    );
  }

  /** The articles of the day that quote a statement. */
  quoting(statement: Slug): Slug[] {
    return (this.#quotes.of(statement) ?? []).map(({ quote }) => quote.article);
  }

  /** Derives an event anew. Returns the agents and places that are or were in it. */
  renewEvent(slug: Slug): readonly Slug[] {
    const before = this.#events.get(slug);
    const group = this.#reports.of(slug);
    const event = group === null ? undefined : this.#deriveEvent(slug, group);
    if (before !== undefined) this.#note(before, (events) => events.delete(slug));
    if (event === undefined) this.#events.delete(slug);
    else {
      this.#events.set(slug, event);
      this.#note(event, (events) => events.add(slug));
    }
    return [before, event].flatMap((one) => (one === undefined ? [] : agentsAndPlacesOf(one)));
  }

  #note(event: Event, note: (events: Set<Slug>) => void): void {
    for (const [lists, keys] of [
      [this.#eventsFrom, statementsBehind(event)],
      [this.#eventsWith, agentsAndPlacesOf(event)],
    ] as const) {
      for (const key of keys) {
        if (key === null) continue;
        const events = lists.get(key) ?? new Set();
        lists.set(key, events);
        note(events);
      }
    }
  }

  #deriveEvent(slug: Slug, group: readonly AssertedReport[]): Event {
    const { introductionOf, liesIn } = this.#constants;
    const partsOf = () => this.#near(slug).filter((near) => this.#partOf(near) === slug);
    const traced = { articleOf: (article: Slug) => this.#texts.get(article)?.article, quotesOf: this.#quotesOf };
    const event = deriveEvent(slug, introducingFirst(group), { introductionOf, partsOf, liesIn, traced });
    return event.partOf === null || this.#known.has(event.partOf) ? event : { ...event, partOf: null };
  }

  readonly #quotesOf = (statement: Slug) =>
    introducingFirst(this.#quotes.of(statement) ?? []).map(({ quote }) => quote);

  /** The event that another one is part of; null if no text of the day reports that other one. */
  #partOf(event: Slug): Slug | null {
    const group = this.#reports.of(event);
    if (group === null) return null;
    return (introducingFirst(group)[0]?.introduces ?? this.#constants.introductionOf(event))?.partOf ?? null;
  }

  #near(slug: Slug): Slug[] {
    return [...(this.#constants.neighbours.get(slug) ?? [])].sort(compareSlugs);
  }

  /** Derives a statement anew. Returns whether other articles quote it and it has other speakers than before. */
  renewStatement(slug: Slug): boolean {
    const before = this.#statements.get(slug);
    const group = this.#quotes.of(slug);
    const statement = group === null ? undefined : this.#deriveStatement(slug, group);
    if (statement === undefined) this.#statements.delete(slug);
    else this.#statements.set(slug, statement);
    return before !== undefined && statement !== undefined && speakersOf(before) !== speakersOf(statement);
  }

  #deriveStatement(slug: Slug, group: readonly AssertedQuote[]): Statement {
    const own = this.#said(slug, group);
    const near = this.#near(slug).flatMap((one) => {
      const quotes = this.#quotes.of(one);
      return quotes === null ? [] : [{ quotes, said: this.#said(one, quotes) }];
    });
    const quotes = [...group, ...near.flatMap((one) => one.quotes)];
    const relations = deriveRelations(quotes, [own, ...near.map(({ said }) => said)], this.#publishedOf);
    const isKnown = (one: Slug) => this.#known.has(one);
    return {
      ...own,
      about: own.about.filter((one) => one.type !== 'Event' || isKnown(one.slug)),
      relations: (relations.get(slug) ?? []).filter(({ from, to }) => isKnown(from) && isKnown(to)),
    };
  }

  /** A statement before its relations are known. */
  #said(slug: Slug, group: readonly AssertedQuote[]): Omit<Statement, 'relations'> {
    const echoes = this.#constants.echoesOf.get(slug) ?? [];
    return {
      ...deriveStatement(slug, introducingFirst(group), this.#publishedOf),
      echoes: echoes.filter((echo) => this.#quotes.has(echo)),
    };
  }

  readonly #publishedOf = (article: Slug) => this.#texts.get(article)?.article.published ?? null;

  /** Derives an agent or a place anew. Returns whether it is somebody who holds other positions than before. */
  renewNamed(slug: Slug): boolean {
    const before = this.#positions(slug);
    const entity = this.#constants.authored.get(slug);
    if (entity !== undefined && this.#known.has(slug)) {
      const { thing, dossier } = deriveThing(entity, this.#mentions.of(slug) ?? [], this.#facts.of(slug) ?? []);
      this.#dossiers.set(slug, dossier);
      this.#named.set(slug, thing);
    }
    return this.#positions(slug) !== before;
  }

  #positionsOf(slug: Slug): Positions {
    const dossier = this.#dossiers.get(slug);
    if (dossier === undefined) return toPositions([]);
    const known = this.#held.get(dossier) ?? toPositions(dossier.positions);
    this.#held.set(dossier, known);
    return known;
  }

  #positions(slug: Slug): string {
    const { organizations, titles } = this.#positionsOf(slug);
    return JSON.stringify([[...organizations].sort(), [...titles].sort()]);
  }

  /** The events of the day in which an agent takes part. */
  eventsWith(slug: Slug): readonly Slug[] {
    return [...(this.#eventsWith.get(slug) ?? [])];
  }
}

function speakersOf({ quotes }: Statement): string {
  return quotes.flatMap(({ speakers }) => speakers.map(({ agent }) => agent)).join(' ');
}
