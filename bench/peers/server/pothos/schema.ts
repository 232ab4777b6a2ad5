/** The schema: every file that adds to it, and nothing else. */
import { builder } from './builder.ts';
import './event.ts';
import './search.ts';
import './statement.ts';

export const schema = builder.toSchema();
