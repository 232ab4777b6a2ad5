/** Times of day: "around 3:00 p.m.", "at noon", "18:30 local time (1030 UTC)", "Thursday night", "in the early hours". */
import type { Range } from '../sentence.ts';

export interface Clock extends Range {
  readonly clock: string | null;
  readonly approximate: boolean;
  readonly rule: string;
}

/** The times of a text, in its order, without overlaps: the earlier one is kept, then the longer. */
export function readTimes(text: string): Clock[] {
  const found = RULES.flatMap(({ pattern, read }) =>
    Array.from(text.matchAll(pattern), (match) => ({ match, time: read(match.groups ?? {}) })),
  )
    .flatMap(({ match, time }) => (time === null ? [] : [{ ...rangeOf(match), ...time }]))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const times: Clock[] = [];
  for (const time of found) if (time.start >= (times.at(-1)?.end ?? 0)) times.push(time);
  return times;
}

function rangeOf({ index, 0: words, groups }: RegExpExecArray): Range {
  const { lead = '' } = groups ?? {};
  return { start: index + lead.length, end: index + words.length };
}

type Groups = Readonly<Record<string, string | undefined>>;

interface Rule {
  readonly pattern: RegExp;
  /** Reads the groups of a match; null if they are not a time after all. */
  readonly read: (groups: Groups) => Omit<Clock, keyof Range> | null;
}

/** Words before a time that belong to it. Every repetition of these patterns is bounded, so they take linear time. */
const ABOUT =
  '(?:(?<about>(?:at )?(?:around|about|approximately|roughly|nearly|almost)|(?:shortly|just|soon) (?:after|before)|by|at) )?';
const GREENWICH = String.raw`(?: ?(?:GMT|UTC)\b)`;
const LOCAL = String.raw`(?: (?:local time|(?:Eastern|Pacific|Central|Mountain)(?: Standard| Daylight)?(?: Time)?|E[SD]?T|P[SD]T|C[SD]T|M[SD]T|BST|IST|CES?T|EES?T|MSK|JST|A[EW][SD]T|hours|hrs)\b)`;
const BRACKETS = String.raw`(?: ?[([][^()[\]\n]{0,12}(?:GMT|UTC|[ECP][SD]?T|BST)[^()[\]\n]{0,6}[)\]])`;
const HALF = String.raw`(?<half>[ap])(?:\.? ?m\b\.?|\.m\.)`;
const ZONE = `(?:(?<local>${LOCAL})|(?<greenwich>${GREENWICH}))?${BRACKETS}?`;

const RULES: readonly Rule[] = [
  {
    pattern: new RegExp(
      String.raw`(?<![\d:.,$€£-])\b${ABOUT}(?<hour>\d{1,2})(?:[:.](?<minute>\d\d))?[ \u00a0\u202f]?${HALF}${ZONE}`,
      'giu',
    ),
    read: (groups) => timed(groups, 'half-day-clock'),
  },
  {
    pattern: new RegExp(
      String.raw`\b${ABOUT}(?<![\d:.,])(?<hour>\d{1,2}):(?<minute>\d\d)(?![\d:.%]\d|\d)${ZONE}`,
      'gu',
    ),
    read: (groups) => (isCued(groups) ? timed(groups, 'clock') : null),
  },
  {
    pattern: new RegExp(
      String.raw`(?<lead>\b(?:from|until|till|since|before|after|to|between|and|[–-]) ?)(?<hour>\d{1,2}):(?<minute>\d\d)(?![\d:.%]\d|\d)${ZONE}`,
      'gu',
    ),
    read: (groups) => timed(groups, 'clock'),
  },
  {
    pattern: new RegExp(
      String.raw`\b${ABOUT}(?<![\d:.,])(?<hour>[01]\d|2[0-3])\.?(?<minute>[0-5]\d)(?:(?<local>${LOCAL})|(?<greenwich>${GREENWICH}))${BRACKETS}?`,
      'gu',
    ),
    read: (groups) => timed(groups, 'clock'),
  },
  {
    pattern: new RegExp(
      String.raw`\b${ABOUT}(?<spelled>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:o['’]clock(?: (?:in the (?<part>morning|afternoon|evening)|at (?<night>night)))?|in the (?<section>morning|afternoon|evening))\b`,
      'giu',
    ),
    read: readSpelled,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:(?<about>(?:at )?(?:around|about|nearly|almost)|(?:shortly|just|soon) (?:after|before)|by|at) |(?<lead>(?:from|until|till|to|since|before|after|between|and) ))(?<name>noon|midday|midnight)\b${LOCAL}?`,
      'giu',
    ),
    read: ({ name, about }) => ({
      clock: name?.toLowerCase() === 'midnight' ? '00:00' : '12:00',
      approximate: isApproximate(about),
      rule: 'named-hour',
    }),
  },
  {
    pattern:
      /(?<lead>\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|tomorrow|this|last|that|in|on|during) )(?:the )?(?:(?:(?:early|late|mid)[ -])?(?:morning|afternoon|evening|night)|(?:early|small) hours)\b(?! (?:club|shift|school|paper|show|news|market|life|time|before))/gu,
    read: partOfDay,
  },
  {
    pattern:
      /\bthe (?:(?:early|late|small)[ -])?(?:morning|afternoon|evening|night|(?<=(?:early|late|small)[ -])hours)(?= of\b)/gu,
    read: partOfDay,
  },
  {
    pattern: /\bat (?:dawn|dusk|night|nightfall|sunrise|sunset|daybreak|lunchtime|breakfast time)\b|\bovernight\b/gu,
    read: partOfDay,
  },
];

function partOfDay() {
  return { clock: null, approximate: false, rule: 'part-of-day' };
}

/** A bare "3:16" may be a verse, a score or a ratio. */
function isCued({ about, local, greenwich, hour }: Groups): boolean {
  return about !== undefined || local !== undefined || greenwich !== undefined || hour?.length === 2;
}

function timed({ hour, minute, half, local, greenwich, about }: Groups, rule: string) {
  const clock = clockOf(Number(hour), Number(minute ?? 0), half?.toLowerCase() ?? null);
  if (clock === null) return null;
  // Greenwich time is not the local time, which `clock` gives.
  const isElsewhere = greenwich !== undefined && local === undefined;
  return { clock: isElsewhere ? null : clock, approximate: isApproximate(about), rule };
}

function clockOf(hour: number, minute: number, half: string | null): string | null {
  if (minute > 59 || hour > (half === null ? 23 : 12) || (half !== null && hour === 0)) return null;
  const full = half === null ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return `${String(full).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function isApproximate(about: string | undefined): boolean {
  return about !== undefined && !/^(?:at|by)$/i.test(about);
}

/** "three o’clock in the afternoon", "about 3 in the morning". */
function readSpelled({ spelled, part, night, section, about }: Groups) {
  const hour = /^\d/.test(spelled ?? '') ? Number(spelled) : HOURS.indexOf(spelled?.toLowerCase() ?? '');
  const when = (part ?? section ?? night)?.toLowerCase() ?? null;
  if (hour < 1 || hour > 12 || (section !== undefined && about === undefined)) return null;
  // "Three o’clock" alone may be in the morning or in the afternoon.
  const clock =
    when === null ? null : clockOf(hour, 0, when === 'morning' || (when === 'night' && hour < 6) ? 'a' : 'p');
  return { clock, approximate: isApproximate(about), rule: 'oclock' };
}

const HOURS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
