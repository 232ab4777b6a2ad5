/** Dateline itself without its log, to see what the line that it writes of each request costs. */
import worker from '../../src/worker.ts';

console.log = () => {};

export default worker;
