/** Dateline itself, with the stand-in for the binding that counts requests. */
import worker from '../../../src/worker.ts';
import { withLimiter } from './limiter.ts';

let limited: Env | null = null;

export default {
  fetch(request, environment, execution) {
    limited ??= withLimiter(environment);
    return worker.fetch(request, limited, execution);
  },
} satisfies ExportedHandler<Env>;
