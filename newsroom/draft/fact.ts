/** Facts of a draft: the offices of people, and their dates of birth. */
import type { AuthoredFact } from '../../data/compile/index.ts';
import type { FoundName, FoundTitle } from './name/find.ts';
import { isOffice } from './name/title-word.ts';
import type { Range } from './sentence.ts';
import { authorDate, proposing, type Sheet, within } from './sheet.ts';
import type { DraftStatement } from './statement.ts';

/** The facts of the text, in the order of the people. */
export function draftFacts(sheet: Sheet, statements: readonly DraftStatement[]): AuthoredFact[] {
  return sheet.names
    .filter(({ type }) => type === 'Person')
    .flatMap((person) => [...positions(person, sheet), ...proposing(() => births(person, sheet)).flat()])
    .flatMap(({ range, draft, ...fact }) =>
      proposing(() => ({ ...fact, evidence: sheet.anchor(range), ...attribution(range, statements), draft })),
    );
}

interface Found extends Pick<AuthoredFact, 'person' | 'position' | 'birth' | 'draft'> {
  readonly range: Range;
}

function positions(person: FoundName, sheet: Sheet): Found[] {
  const seen = new Set<string>();
  return person.titles.flatMap((title) => {
    const mention = person.mentions[title.person];
    const words = sheet.text.slice(title.start, title.end);
    if (mention === undefined || !isOffice(words) || isDoubted(sheet.text, title) || seen.has(words.toLowerCase()))
      return [];
    seen.add(words.toLowerCase());
    const organization = organizationIn(title, sheet);
    return [
      {
        person: sheet.slugOf(person),
        position: { title: words, ...(organization !== null && { organization: sheet.slugOf(organization) }) },
        draft: 'title-at-name',
        range: { start: Math.min(title.start, mention.start), end: Math.max(title.end, mention.end) },
      },
    ];
  });
}

/** Whether the text doubts the title: "self-styled mayor", "not the director". */
function isDoubted(text: string, { start, end }: Range): boolean {
  return /\b(self-\w+|so-called|alleged|purported|supposed|accused|would-be|ex-|not|never)\b|[“"‘]/i.test(
    text.slice(Math.max(0, start - 14), end).replace(/^.*[.,;:]/, ''),
  );
}

function organizationIn(title: FoundTitle, { names }: Sheet): FoundName | null {
  return (
    names.find(({ type, mentions }) => type === 'Organization' && mentions.some((mention) => within(mention, title))) ??
    null
  );
}

/** "Huseyn Safarov (born 1956)" */
function births(person: FoundName, sheet: Sheet): Found[] {
  for (const mention of person.mentions) {
    const found = /^,? \(?born (?:on |in )?/.exec(sheet.text.slice(mention.end, mention.end + 20));
    const date = found === null ? undefined : sheet.dates.find(({ start }) => start === mention.end + found[0].length);
    if (date === undefined) continue;
    const range = { start: mention.start, end: date.end };
    return [{ person: sheet.slugOf(person), birth: authorDate(date, sheet), draft: 'born', range }];
  }
  return [];
}

/** Attributes a fact within somebody's words to their statement. */
function attribution(range: Range, statements: readonly DraftStatement[]): Pick<AuthoredFact, 'attributedTo'> {
  const statement = statements.find(({ speech }) => speech.content.some((content) => within(range, content)));
  return statement === undefined ? {} : { attributedTo: statement.authored.statement };
}
