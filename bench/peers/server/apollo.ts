/** Apollo Server called from `fetch`, as in its integrations for Cloudflare Workers. */
import { openApollo } from './apollo-server.ts';

const answer = openApollo();

export default { fetch: (request: Request) => answer(request) };
