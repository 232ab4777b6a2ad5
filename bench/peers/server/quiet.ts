/** Dateline itself without its log, for measuring the cost of the line that it logs per request. */
import worker from './dateline.ts';

console.log = () => {};

export default worker;
