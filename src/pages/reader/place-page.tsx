/** `/places/:slug`: what happened there, what is said about it, and which articles name it. */

import { slugIn } from '../elsewhere.ts';
import type { Page } from '../layout.tsx';
import { placeData } from '../machine/linked-data.ts';
import { counted } from '../wording.ts';
import { Opening } from './agent-page.tsx';
import type { PlaceAnswer, PlaceThing } from './answer.ts';
import { EventLineOf, StatementLineOf } from './line.tsx';
import { ArticleLine, List, Name, Names } from './parts.tsx';
import { Sources } from './sources.tsx';
import type { Reading, View } from './view.ts';

export const PLACE_VIEW: View<PlaceAnswer> = {
  operation: 'place-page',
  hasLinkedData: true,
  variables: slugIn,
  read: ({ place }, reading) => (place === null ? null : placePage(place, reading)),
};

function placePage(place: PlaceThing, reading: Reading): Page {
  const { name, url, kind, containedIn, contains, events, statements, mentionedIn } = place;
  const { language } = reading;
  return {
    title: name,
    description: `What the articles say of ${name}: ${counted(events.totalCount, 'event')}, ${counted(statements.totalCount, 'statement')}.`,
    section: null,
    address: url,
    origin: reading.origin,
    linkedData: placeData(place, reading.origin),
    content: (
      <article class="place">
        <Opening of={place} kind={kind}>
          {containedIn && (
            <p>
              in <Name of={containedIn} />
            </p>
          )}
          {contains.nodes.length > 0 && (
            <p>
              with <Names of={contains.nodes} />
            </p>
          )}
        </Opening>
        <List
          id="events"
          title="Happened here"
          count={events.totalCount}
          language={language}
          rest={`/timeline?place=${place.slug}`}
          items={events.nodes.map((event) => <EventLineOf event={event} />)}
        />
        <List
          id="statements"
          title="Said about it"
          count={statements.totalCount}
          language={language}
          rest={`/search?place=${place.slug}`}
          items={statements.nodes.map((statement) => <StatementLineOf statement={statement} />)}
        />
        <List
          id="mentioned"
          title="Named in"
          count={mentionedIn.totalCount}
          language={language}
          items={mentionedIn.nodes.map((article) => <ArticleLine article={article} />)}
        />
        <Sources reading={reading} />
      </article>
    ),
  };
}
