/** Figures of events: how many were killed, hurt, held or took part, and votes and sums of money. */
import type { AuthoredEvent, EventKind } from '../../data/compile/index.ts';
import { readCount } from './date/number.ts';
import { readWords } from './date/word.ts';
import type { Range } from './sentence.ts';

type AuthoredFigure = NonNullable<AuthoredEvent['figures']>[number];

type Limits = Partial<Pick<AuthoredFigure, 'value' | 'min' | 'max' | 'approximate'>>;

export interface FoundFigure extends Range, Pick<AuthoredFigure, 'kind'>, Limits {}

/** The figures in the words of an event, at most one of a kind; what is counted in two parts is left out. */
export function findFigures(text: string, { start, end }: Range, kind: EventKind): FoundFigure[] {
  const words = text.slice(start, end);
  return PATTERNS.filter(([of]) => of !== 'OTHER' || /^(?:DECISION|ELECTION|CRIME)$/.test(kind)).flatMap(
    ([of, pattern]) => {
      const found = pattern.exec(words);
      const span = found?.indices?.groups?.number;
      if (found === null || span === undefined) return [];
      const value = numberIn(found.groups?.number ?? '');
      const limits = value === null ? null : limitsOf(found.groups?.lead?.toLowerCase() ?? '', value);
      return limits === null ? [] : [{ kind: of, ...limits, start: start + span[0], end: start + span[1] }];
    },
  );
}

const WORD = String.raw`one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?`;
/** Words that may begin with a capital. An inline modifier, `(?i:…)`, at times matches no capital in Node 24. */
function anyCase(pattern: string): string {
  return pattern.replaceAll(/(?<![\w\\])[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
}

const COUNT = String.raw`(?<number>\d{1,3}(?:,\d{3})+|(?!(?:1[89]|20)\d\d\b)\d{1,7}|${anyCase(WORD)})`;
const LEAD = String.raw`(?<![\w,.£$€-]|aged )(?<lead>${anyCase('at least|at most|more than|fewer than|less than|over|up to|about|around|some|nearly|almost|an estimated|approximately')})?\s?\b${COUNT}(?![\w,.%-]*\d|%|-)`;
/** Nouns between a number and its verb: no "and", since what follows it is counted apart. */
const NOUN = String.raw`(?: (?!and\b|or\b|years?\b|months?\b|days?\b|hours?\b|(?:${WORD})\b)[\p{Ll}'’-]+){0,3}?`;
const BE = '(?: (?:were|was|have been|had been|has been|are|is))';
/** A second number after "and" makes the first one a part of the whole. */
const WHOLE = String.raw`(?!(?: [\p{L}'’-]+){1,2} and (?:an?|one|two|three|four|five|six|\d+) )`;

const PATTERNS: readonly (readonly [AuthoredFigure['kind'], RegExp])[] = (
  [
    [
      'DEATHS',
      counted(
        'killed|murdered|shot dead|found dead|drowned',
        'dead|died',
        'killed|killing|left(?= .{1,30}\\bdead)|lives of',
      ),
    ],
    ['INJURIES', counted('injured|wounded|hurt', 'injured|wounded|hurt', 'injured|injuring|wounded|wounding|hurting')],
    ['MISSING', counted('missing', 'missing', 'missing')],
    [
      'DETENTIONS',
      counted('arrested|detained|jailed|held', 'arrested|detained|in custody', 'arrested|arresting|detained|detaining'),
    ],
    [
      'PARTICIPANTS',
      counted(
        'turned away',
        'marched|attended|gathered|took part|protested|demonstrated|turned out|rallied',
        'attended by|drew|attracted',
      ),
    ],
    ['OTHER', String.raw`(?<lead>)(?<number>[£$€]\d[\d,.]*\d?(?:bn|m| million| billion)?)\b`],
    ['OTHER', String.raw`(?<lead>)\bby ${COUNT} votes\b|(?<lead>)\bvoted (?<number>\d+)(?= to \d|[-–]\d)`],
  ] as const
).map(([kind, source]) => [kind, new RegExp(source, 'du')] as const);

/** "12 people were killed", "12 dead" or "killed 12". */
function counted(passive: string, adjective: string, before: string): string {
  return `${LEAD}${NOUN}(?:${BE} (?:${passive})| (?:${adjective}))\\b|\\b(?:${before}) ${LEAD}${WHOLE}`;
}

function limitsOf(lead: string, value: number): Limits {
  if (lead === '') return { value };
  if (lead === 'at least') return { min: value };
  if (lead === 'more than' || lead === 'over') return { min: value + 1 };
  if (lead === 'at most' || lead === 'up to') return { max: value };
  if (lead === 'fewer than' || lead === 'less than') return { max: value - 1 };
  return { value, approximate: true };
}

const MOST = 2_147_483_647;

/** The number in words or digits, "£2.1m" in its unit of money; null if it is too large for a figure. */
function numberIn(words: string): number | null {
  const money = /^[£$€]([\d,.]*\d)\s?(bn|m|million|billion)?$/i.exec(words);
  if (money === null && !/^\d/.test(words)) return readCount(readWords(words), 0)?.value ?? null;
  const scale = /^m/i.test(money?.[2] ?? '') ? 1e6 : money?.[2] === undefined ? 1 : 1e9;
  const value = Math.round(Number((money?.[1] ?? words).replaceAll(',', '')) * scale);
  return value <= MOST ? value : null;
}
