/** The example operations, in the order in which GraphiQL shows them. Each says in its first lines what it is for. */
import accounts from '../operations/accounts.graphql';
import articleSegments from '../operations/article-segments.graphql';
import corpus from '../operations/corpus.graphql';
import echoes from '../operations/echoes.graphql';
import facets from '../operations/facets.graphql';
import ownVoice from '../operations/own-voice.graphql';
import paths from '../operations/paths.graphql';
import person from '../operations/person.graphql';
import search from '../operations/search.graphql';
import statements from '../operations/statements.graphql';
import timeline from '../operations/timeline.graphql';
import whoSaysWhatHappened from '../operations/who-says-what-happened.graphql';

export const EXAMPLES: readonly string[] = [
  whoSaysWhatHappened,
  statements,
  search,
  ownVoice,
  timeline,
  facets,
  paths,
  accounts,
  echoes,
  person,
  articleSegments,
  corpus,
];
