import { describe, expect, it } from 'vitest';
import { folderOf } from '../../../test/compile/run.ts';
import { runInProcess } from '../../../test/run-commands.ts';
import { look } from '../../check/look.ts';
import { RULES } from '../../check/rules.ts';
import { ANN, article, statement } from './corpus.ts';

function codesIn(folder: string): string[] {
  return look(folder, RULES, () => undefined).findings.map(({ code }) => code);
}

interface Case {
  readonly files: Readonly<Record<string, string>>;
  readonly prints: string;
}

const CASES: Readonly<Record<string, Case>> = {
  'uncovered-quotation': {
    files: { ...article('mill', 'en', 'Mill news\n“We lost everything in an hour,” she said.') },
    prints: `articles/mill.md:6:2 warning: uncovered-quotation
   6 | “We lost everything in an hour,” she said.
     |  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  No statement covers the quotation “We lost everything in an hour,”.
  Expected: a statement for each quotation of somebody.
  Fix: Add a statement with these words as its content; if nobody says them, silence this warning.

0 problems, 1 warning in 1 file; 1 article and 0 entities checked.
`,
  },
  'unlinked-name': {
    files: article('mill', 'en', 'Mill news\nThe fire was put out by Cem Tan, and Cem Tan went home.'),
    prints: `articles/mill.md:6:25 warning: unlinked-name
   6 | The fire was put out by Cem Tan, and Cem Tan went home.
     |                         ^^^^^^^
  Nothing links the name “Cem Tan”.
  Expected: an entity for each name in the text.
  Fix: Add the name to "mentions" in the annotation, and a file for the entity if there is none.

0 problems, 1 warning in 1 file; 1 article and 0 entities checked.
`,
  },
  'attributed-event': {
    files: article(
      'mill',
      'en',
      'Mill news\nTwo men set the fire, police said on Monday.',
      'events:\n  - { event: fire, name: A fire, kind: FIRE, evidence: Two men set the fire }\n',
    ),
    prints: `articles/mill.yaml:3:56 warning: attributed-event
   3 | …re, name: A fire, kind: FIRE, evidence: Two men set the fire }
     |                                          ^^^^^^^^^^^^^^^^^^^^
  The sentence says “police said on Monday”, but the event is in the article's own voice.
  Expected: an event attributed to the source that the sentence names.
  Fix: Add the statement of that source, and "attributedTo: …" to the event.

0 problems, 1 warning in 1 file; 1 article and 0 entities checked.
`,
  },
  'speaker-without-cue': {
    files: {
      ...ANN,
      ...article(
        'mill',
        'en',
        'Mill news\nAnn Lee said the door was locked. The mill burned down.',
        `statements:\n${statement('locked', 'the door was locked', ', cue: said')}events:\n  - event: fire\n    name: A fire\n    kind: FIRE\n    evidence: The mill burned down\n    attributedTo: locked\n`,
      ),
    },
    prints: `articles/mill.yaml:9:19 warning: speaker-without-cue
   9 |     attributedTo: locked
     |                   ^^^^^^
  The sentence has no cue that attributes it to the speaker of "locked".
  Expected: a speaker, a verb of saying or "according to" in the same sentence.
  Fix: If it only follows the statement, add "voice: CARRIED_OVER"; if there is a cue, quote it.

0 problems, 1 warning in 1 file; 1 article and 1 entity checked.
`,
  },
  'doubtful-speaker': {
    files: {
      ...ANN,
      ...article(
        'mill',
        'en',
        'Mill news\nShe said it was dry. He said it was wet. Ann Lee left.',
        `statements:\n${statement('dry', 'it was dry').replace('evidence: Ann Lee', 'evidence: She')}${statement('wet', 'it was wet').replace('evidence: Ann Lee', 'evidence: He')}mentions: { ann-lee: Ann Lee }\n`,
      ),
    },
    prints: `articles/mill.yaml:4:71 warning: doubtful-speaker
   4 | …DIRECT, content: it was wet, speakers: [{ agent: ann-lee, evidence: He }] }
     |                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  "ann-lee" is “he” here, and “she” in an earlier statement of this article.
  Expected: one person behind the same pronoun.
  Fix: Read the sentences before: correct the speaker of one of the two, or silence this warning.

0 problems, 1 warning in 1 file; 1 article and 1 entity checked.
`,
  },
  'unused-entity': {
    files: { ...ANN, ...article('mill', 'en', 'Mill news') },
    prints: `people/ann-lee.yaml:1:7 warning: unused-entity
   1 | name: Ann Lee
     |       ^^^^^^^
  Nothing refers to a person "ann-lee".
  Expected: a reference to it: a mention, a speaker, a participant, a place, a fact.
  Fix: Add a reference where a text names it, or delete the file; a published slug must then go into retired.yaml.

0 problems, 1 warning in 1 file; 1 article and 1 entity checked.
`,
  },
  'look-alike': {
    files: {
      'people/v-putin.yaml': 'name: V. Putin\n',
      'people/vladimir-putin.yaml': 'name: Vladimir Putin\n',
      ...article('mill', 'en', 'Mill news', 'mentions: { v-putin: Mill, vladimir-putin: news }\n'),
    },
    prints: `people/vladimir-putin.yaml:1:7 warning: look-alike
   1 | name: Vladimir Putin
     |       ^^^^^^^^^^^^^^
  “Vladimir Putin” looks like “V. Putin”, a name of "v-putin" (people/v-putin.yaml).
  Expected: one file for each thing.
  Fix: If they are the same, keep one and retire the other slug; if not, silence this warning.

0 problems, 1 warning in 1 file; 1 article and 2 entities checked.
`,
  },
  'dead-relation': {
    files: {
      ...ANN,
      ...article(
        'mill',
        'en',
        'Mill news\nAnn Lee died on 2 May 2024. Ann Lee came on 3 May 2025.',
        'facts:\n  - { person: ann-lee, death: { edtf: 2024-05-02, words: on 2 May 2024 }, evidence: died on 2 May 2024 }\n' +
          'events:\n  - { event: visit, name: A visit, kind: MEETING, date: { edtf: 2025-05-03, words: on 3 May 2025 },\n' +
          '      evidence: came on 3 May 2025, participants: [{ agent: ann-lee, role: ACTOR }] }\nmentions: { ann-lee: Ann Lee }\n',
      ),
    },
    prints: `articles/mill.yaml:6:52 warning: dead-relation
   6 | …nce: came on 3 May 2025, participants: [{ agent: ann-lee, role: ACTOR }] }
     |                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  "ann-lee" takes part in an event on 2025-05-03, but was dead by 2024-05-02.
  Expected: a date no later than the death.
  Fix: Correct the date or the slug; two people may share a name.

0 problems, 1 warning in 1 file; 1 article and 1 entity checked.
`,
  },
  'place-outside': {
    files: {
      'places/baku.yaml': 'name: Baku\nkind: CITY\n',
      'places/azerbaijan.yaml': 'name: Azerbaijan\nkind: COUNTRY\ncontainedIn: baku\n',
      ...article('mill', 'en', 'Mill news', 'mentions: { baku: Mill, azerbaijan: news }\n'),
    },
    prints: `places/azerbaijan.yaml:3:14 warning: place-outside
   3 | containedIn: baku
     |              ^^^^
  The country "azerbaijan" is in the city "baku".
  Expected: a larger place.
  Fix: Correct "containedIn", or the kind of one of them.

0 problems, 1 warning in 1 file; 1 article and 2 entities checked.
`,
  },
  'unsupported-date': {
    files: article(
      'mill',
      'en',
      'Mill news\nThe mill burned on June 27, 2025.',
      'events:\n  - { event: fire, name: A fire, kind: FIRE, evidence: The mill burned, date: { edtf: 2025-06-28, words: "June 27, 2025" } }\n',
    ),
    prints: `articles/mill.yaml:3:87 warning: unsupported-date
   3 | …vidence: The mill burned, date: { edtf: 2025-06-28, words: "June 27, 2025" } }
     |                                          ^^^^^^^^^^
  The date is 2025-06-28, but its words “June 27, 2025” give another day.
  Expected: the date that the words give, and "inferred" for each part that follows from something else.
  Fix: Correct the date, or quote the words that give it.

0 problems, 1 warning in 1 file; 1 article and 0 entities checked.
`,
  },
};

describe('a rule', () => {
  it.for(Object.entries(CASES))('%s shows the place, the reason and what to do', async ([, { files, prints }]) => {
    expect(await runInProcess(folderOf(files), 'check', '--corpus', '.')).toEqual({
      status: 0,
      stdout: prints,
      stderr: '',
    });
  });

  it.for(Object.entries(CASES))(
    '%s is the only one to find that, and is silenced by name',
    ([name, { files, prints }]) => {
      const file = prints.slice(0, prints.indexOf(':')).replace(/\.md$/, '.yaml');
      const silenced = { ...files, [file]: `# dateline-ignore ${name}: looked at\n${files[file]}` };
      expect(codesIn(folderOf(files))).toEqual([name]);
      expect(codesIn(folderOf(silenced))).toEqual([]);
    },
  );
});

it('has a case for every rule', () => {
  expect(Object.keys(CASES).sort()).toEqual(RULES.map(({ name }) => name).sort());
});

describe('the corpora of this repository', () => {
  it.for(['data/corpus', 'test/corpora/gazette'])('%s gives no rule anything to say', async (corpus) => {
    const { stdout } = await runInProcess(`${import.meta.dirname}/../../..`, 'check', '--corpus', corpus);
    expect(stdout).toMatch(/^Nothing to fix: \d+ articles? and \d+ entities checked\.\n$/);
  });
});

it.for([
  ['“Ann Lee is late,” said Ann Lee. She sat.', 'Ann Lee is late', ['doubtful-speaker']],
  ['“I am Ann Lee of Larkford,” said Ann Lee. She sat.', 'I am Ann Lee of Larkford', []],
  ['“Bob is late,” said Ann Lee. She sat.', 'Bob is late', []],
] as const)('doubts a speaker who is named in the quotation: %s', ([text, content, codes]) => {
  const quote = `  - { statement: late, kind: DIRECT_QUOTE, content: ${content}, speakers: [{ agent: ann-lee, evidence: { quote: Ann Lee, suffix: . She } }] }\n`;
  const annotation = `statements:\n${quote}mentions: { ann-lee: Ann Lee }\n`;
  expect(codesIn(folderOf({ ...ANN, ...article('mill', 'en', `Mill news\n${text}`, annotation) }))).toEqual(codes);
});
