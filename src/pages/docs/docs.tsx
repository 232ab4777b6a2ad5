/** The reference of the schema, one page per type: `/docs`, `/docs/Event`, `/docs/Event#date`. */
import type { GraphQLSchema } from 'graphql';
import { answerNothingHere } from '../../http/error-response.ts';
import { type Exchange, respond, setHeader } from '../../http/exchange.ts';
import type { Settings } from '../../settings.ts';
import { answerLasting, respondLasting } from '../respond-page.ts';
import { indexPage } from './index-page.tsx';
import { openReference, type Reference } from './reference.ts';
import { sdlPage } from './sdl-page.tsx';
import { typePage } from './type-page.tsx';

/** The handlers of the addresses of the reference. The reference is built from the schema at the first request. */
export function openDocs(schema: GraphQLSchema, settings: Settings) {
  const { maxAge } = settings;
  let opened: Reference | null = null;
  const reference = () => {
    opened ??= openReference(schema);
    return opened;
  };
  return {
    answerIndex: answerLasting(settings, () => indexPage(reference())),

    /** The page of a type; the coordinate of a field, `Event.date`, redirects to its place on that page. */
    answerType(exchange: Exchange): Response {
      const coordinate = exchange.req.param('coordinate') ?? '';
      const type = reference().find(coordinate);
      if (type !== null) return respondLasting(exchange, maxAge.page, typePage(reference(), type));
      const address = reference().addressOf(coordinate);
      if (address === null) return answerNothingHere(exchange, nearest(reference(), coordinate));
      setHeader(exchange, 'Cache-Control', `public, max-age=${maxAge.page}`);
      setHeader(exchange, 'Location', address);
      return respond(exchange, 308, null);
    },

    /** The schema's text, with each type a link. */
    answerText: answerLasting(settings, () => sdlPage(reference())),
  };
}

function nearest(reference: Reference, coordinate: string) {
  const [name = ''] = coordinate.split('.');
  return reference.nearest(name).map((found) => ({ name: found, address: `/docs/${found}` }));
}
