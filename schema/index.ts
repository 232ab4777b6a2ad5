/** The schema: every file that adds to it, and nothing else. */
import { builder } from './builder.ts';
import './disagreement.ts';
import './agent.ts';
import './article.ts';
import './assertion.ts';
import './corpus.ts';
import './event.ts';
import './event-account.ts';
import './event-report.ts';
import './evidence.ts';
import './facet.ts';
import './fuzzy-date.ts';
import './group.ts';
import './node.ts';
import './organization.ts';
import './participation.ts';
import './path.ts';
import './person.ts';
import './place.ts';
import './quote.ts';
import './quoted-agent.ts';
import './search.ts';
import './segment.ts';
import './slug.ts';
import './statement.ts';
import './suggestion.ts';
import './timeline.ts';

// Whoever prints it sorts it: to have it sorted would be to build it twice.
export const schema = builder.toSchema({ sortSchema: false });

// That it is valid is tested: validating it at the first request takes as long as answering ten.
schema.__validationErrors = [];
