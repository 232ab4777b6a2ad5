/** The schema: every file that adds to it, and nothing else. */
import { answerAsOf } from './as-of.ts';
import { builder } from './builder.ts';
import './disagreement.ts';
import './agent.ts';
import './article.ts';
import './assertion.ts';
import './change.ts';
import './corpus.ts';
import './credit.ts';
import './event.ts';
import './event-account.ts';
import './event-report.ts';
import './event-source.ts';
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
import './retired.ts';
import './revision.ts';
import './search.ts';
import './segment.ts';
import './slug.ts';
import './statement.ts';
import './statement-relation.ts';
import './suggestion.ts';
import './timeline.ts';

/** An introduction for somebody who opens the schema for the first time. */
const LESSON = `News as a graph: who said what, to whom, about which event, when, and where in the text does it say so?

An **Article** says things. What it says about an **Event** is an \`EventReport\`; what it quotes somebody as saying is a **Statement**, and how it renders one is a \`Quote\`. Anybody who speaks or takes part is an **Agent**: a \`Person\`, an \`Organization\` or an unnamed \`Group\`. Everything that an article says has \`evidence\`, the exact words and their place, and a \`voice\`: does the article say it itself, or attribute it to somebody?

Three queries to begin with:

    { statements(first: 5) { nodes { text speakers { agent { name } } published { display } } } }
    { search(query: "fire") { nodes { node { __typename slug } snippets { text } } } }
    { articles(first: 1) { nodes { headline events { nodes { name accounts { voice speakers { agent { name } } } } } } } }

Lists are pages: read \`nodes\`, ask \`pageInfo\` for the next page, narrow them with \`filter\`. What nobody says is null. What somebody is only quoted as saying is not in a plain field, but one level down, with who says it.`;

// Not sorted here, because sorting builds it twice. Code that prints the schema sorts it.
export const schema = builder.toSchema({ sortSchema: false });
schema.description = LESSON;
answerAsOf(schema);

// A test proves that it is valid: validating it at the first request would take as long as answering ten.
schema.__validationErrors = [];
