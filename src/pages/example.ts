/** The example operations, in the order in which GraphiQL shows them. Each says in its first lines what it is for. */
import articleSegments from '../operations/article-segments.graphql';
import corpus from '../operations/corpus.graphql';
import person from '../operations/person.graphql';
import search from '../operations/search.graphql';
import statements from '../operations/statements.graphql';
import whoSaysWhatHappened from '../operations/who-says-what-happened.graphql';

export const EXAMPLES: readonly string[] = [whoSaysWhatHappened, statements, person, articleSegments, search, corpus];
