/** Sends the queries that GraphiQL runs, and reports their cost in one line. */
import { isBlank } from './graphiql-tabs.js';

const ACCEPT = 'application/graphql-response+json, application/json;q=0.9';

/**
 * Makes the function with which GraphiQL sends its requests. It never throws: GraphiQL shows the stack of an error.
 *
 * @param {string} endpoint
 * @param {(line: string) => void} report
 */
export function createFetcher(endpoint, report) {
  return async ({ query, variables, operationName }, { headers = {} } = {}) => {
    // GraphiQL's own introspection does not count as a run.
    if (operationName === 'IntrospectionQuery') {
      return (await send(endpoint, headers, { query, operationName })).answer;
    }
    if (isBlank(query)) {
      report('Nothing was sent.');
      return failure('There is nothing to run yet. Write a query, or choose a question under “Examples”.');
    }
    report('Running…');
    const started = performance.now();
    const extensions = { cost: true };
    const { status, answer } = await send(endpoint, headers, { query, variables, operationName, extensions });
    const { cost, answer: shown } = withoutCost(answer);
    report(describe(status, cost, performance.now() - started));
    return shown;
  };
}

async function send(endpoint, headers, body) {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: ACCEPT, ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, answer: await response.json() };
  } catch {
    const message =
      'The endpoint did not answer, or its answer is not JSON. Check the connection and the request headers.';
    return { status: null, answer: failure(message) };
  }
}

/** The cost is shown in the bar and not in the answer. */
function withoutCost({ extensions: { cost = null, ...extensions } = {}, ...answer }) {
  return { cost, answer: Object.keys(extensions).length > 0 ? { ...answer, extensions } : answer };
}

function describe(status, cost, milliseconds) {
  const time = `${Math.max(1, Math.round(milliseconds))} ms`;
  const spent = cost && `cost ${inDigits(cost.spent)} of ${inDigits(cost.limit)}`;
  return [status === 200 ? null : status === null ? 'no answer' : `status ${status}`, spent, time]
    .filter((part) => part !== null)
    .join(' · ');
}

function inDigits(number) {
  return number.toLocaleString('en');
}

function failure(message) {
  return { errors: [{ message }] };
}
