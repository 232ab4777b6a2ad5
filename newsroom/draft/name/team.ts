/** Teams: in a report of a match, the names of towns and countries are those of their teams. */
import type { Candidate } from './candidate.ts';
import { organization } from './candidate.ts';
import { isNext, type Reading } from './reading.ts';

/** The candidates with the towns and countries that play as teams. */
export function asTeams(reading: Reading, candidates: readonly Candidate[]): readonly Candidate[] {
  if (!isOfSport(reading)) return candidates;
  const surnames = new Set(
    candidates.filter(({ type }) => type === 'Person').map(({ to }) => reading.words[to - 1]?.folded),
  );
  const possible = candidates.filter(
    (one) => mayPlay(reading, one) && !(one.to === one.from + 1 && surnames.has(reading.words[one.from]?.folded)),
  );
  const signs = new Map<string, number>();
  const count = (name: string, sign: number) => signs.set(name, (signs.get(name) ?? 0) + sign);
  for (const one of possible) count(nameOf(reading, one), signsOf(reading, one));
  const clubs = candidates.filter((one) => one.type === 'Organization' && isClub(reading, one));
  for (const one of clubs) count(nameOf(reading, one), ENOUGH);
  const teams = new Set([...clubs, ...possible.filter((one) => (signs.get(nameOf(reading, one)) ?? 0) >= ENOUGH)]);
  return candidates.map((one) =>
    teams.has(one) && (one.type === 'Organization' || !isWhere(reading, one))
      ? organization(one.from, one.to, 'team', `team ${nameOf(reading, one)}`)
      : one,
  );
}

/** Two signs, or one beside a score. */
const ENOUGH = 2;

const SPORT =
  /^(match|goal|goals|striker|midfielder|defender|goalkeeper|penalty|half-time|halftime|kick-off|league|cup|trophy|championship|season|coach|innings|wicket|wickets|quarter-final|semi-final|semifinal|final|referee|scored|equaliser|header|substitute|touchdown|quarterback|inning|playoff|playoffs|tournament|stoppage|scrum|try|batsman|bowler|rebounds|puck|unbeaten|fixture)$/;

/** Whether enough different words of sport occur. */
function isOfSport({ places }: Reading): boolean {
  let count = 0;
  for (const word of places.keys()) if (SPORT.test(word)) count++;
  return count >= FEWEST;
}

const FEWEST = 5;

function mayPlay({ words }: Reading, { type, placeKind, to }: Candidate): boolean {
  // "Harbour Cup"
  if (SPORT.test(words[to - 1]?.folded ?? '')) return false;
  return type === 'Unknown' || (type === 'Place' && /^(COUNTRY|CITY|REGION|OTHER)$/.test(placeKind ?? ''));
}

function isClub({ words }: Reading, { from, to }: Candidate): boolean {
  return to === from + 2 && CLUB.test(words[to - 1]?.folded ?? '');
}

/** The last word of a club's name, which is left out where it is known. */
export const CLUB =
  /^(fc|afc|town|city|county|united|rovers|rangers|wanderers|albion|athletic|harriers|hotspur|villa|rfc|cc)$/;

/** The name without "Rovers" or "United", so that "Larkford" is "Larkford Rovers". */
function nameOf(reading: Reading, one: Candidate): string {
  const to = isClub(reading, one) ? one.to - 1 : one.to;
  return (
    one.key ??
    reading.words
      .slice(one.from, to)
      .map(({ folded }) => folded)
      .join(' ')
  );
}

const AGAINST =
  /^(beat|beats|beating|defeated|defeat|defeats|defeating|faced|face|facing|against|v|vs|thrashed|edged|hosted|host|hosting|overcame|stunned|upset|met|drew|debutants?|visitors|hosts|champions|opponents)$/;
const PLAYED =
  /^(beat|beats|defeated|faced|face|won|win|wins|winning|lost|lose|loses|drew|thrashed|edged|hosted|host|overcame|stunned|equalised|equalized|led|trailed|advanced|qualified|conceded|play|played|were|are|have)$/;
const PLAYER =
  /^(captain|coach|manager|goalkeeper|keeper|striker|midfielder|defender|forward|winger|fans|supporters|players?|fly-half|scrum-half|batsman|bowler|quarterback|skipper|side|defence|defense|attack|head)$/;

/** The signs that it plays, counted: a score, an opponent or a player beside the name. */
function signsOf(reading: Reading, one: Candidate): number {
  if (!plays(reading, one)) return 0;
  const { words } = reading;
  const sentence = words[one.from]?.sentence;
  for (let at = one.from - 8; at < one.to + 8; at++)
    if (words[at]?.sentence === sentence && isScore(reading, at)) return ENOUGH;
  return 1;
}

function plays(reading: Reading, one: Candidate): boolean {
  const { words } = reading;
  const { from, to } = one;
  if (isWhere(reading, one)) return false;
  const before = words[from - 1];
  const after = words[to];
  const isOpponent = AGAINST.test(before?.folded ?? '') || (before?.folded === 'with' && isScore(reading, from - 2));
  if (isNext(reading, from) && (isOpponent || isScore(reading, from - 3) || isScore(reading, from - 1))) return true;
  if (!isNext(reading, to) || after === undefined) return false;
  if (/^[’']s$/.test(after.text)) return PLAYER.test(words[to + 1]?.folded ?? '');
  return PLAYED.test(after.folded) || PLAYER.test(after.folded) || isScore(reading, to);
}

/** "3-0", "3 – 0" at these words. */
function isScore({ words }: Reading, at: number): boolean {
  const [goals, dash, others] = [0, 1, 2].map((offset) => words[at + offset]?.text ?? '');
  if (/^\d{1,3}[-–]\d{1,3}$/.test(goals ?? '')) return true;
  return /^\d{1,3}$/.test(goals ?? '') && /^[-–]$/.test(dash ?? '') && /^\d{1,3}$/.test(others ?? '');
}

/** "in Larkford", "from Larkford": a place, except "lost to Larkford". */
function isWhere({ words }: Reading, { from }: Candidate): boolean {
  const [verb, preposition] = [words[from - 2]?.folded ?? '', words[from - 1]?.folded ?? ''];
  if (preposition === 'to') return !/^(lost|\d+|defeat|loss|lose|losing)$/.test(verb);
  return /^(in|at|near|from|of|outside|around|across)$/.test(preposition);
}
