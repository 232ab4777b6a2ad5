/** What the pages say, as JSON-LD 1.1 in the terms of schema.org and W3C Web Annotation. */
import type { Agent, Article, Event, PlaceThing, Statement } from '../reader/answer.ts';
import type { Note } from '../reader/note.ts';

export function articleData(article: Article, _notes: readonly Note[], origin: string): object {
  return { '@type': 'NewsArticle', url: origin + article.url };
}

export function statementData(statement: Statement, origin: string): object {
  return { '@type': 'Quotation', url: origin + statement.url };
}

export function eventData(event: Event, origin: string): object {
  return { '@type': 'Event', url: origin + event.url };
}

export function agentData(agent: Agent, origin: string): object {
  return { '@type': agent.__typename, url: origin + agent.url };
}

export function placeData(place: PlaceThing, origin: string): object {
  return { '@type': 'Place', url: origin + place.url };
}
