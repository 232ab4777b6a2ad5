/** Overlaps: decides between names of the corpus and candidates that claim the same words. */
import type { Candidate } from './candidate.ts';
import type { KnownMatch } from './known.ts';
import type { Reading, Stretch } from './reading.ts';

/** The known names that are kept, and the candidates that none of them replaces. */
export function settleKnown(
  reading: Reading,
  matches: readonly KnownMatch[],
  guesses: readonly Candidate[],
): { known: KnownMatch[]; candidates: Candidate[] } {
  const known: KnownMatch[] = [];
  const replaced = new Set<Candidate>();
  const byWord = indexByWord(guesses);
  for (const match of matches) {
    const overlapping = overlapsOf(byWord, match);
    const wider = overlapping.find((guess) => contains(guess, match) && !contains(match, guess));
    if (wider === undefined || wider.type === 'Unknown') {
      for (const guess of overlapping) replaced.add(guess);
      known.push(withTitle(match, overlapping));
      continue;
    }
    if (wider.type === 'Person') {
      if (!isSamePerson(reading, match, wider)) continue;
      replaced.add(wider);
      known.push(withTitle({ ...match, from: wider.from, to: wider.to }, [wider]));
      continue;
    }
    // "Ministry of Culture of Azerbaijan": the thing after "of" is named too.
    for (const guess of overlapping) if (contains(match, guess)) replaced.add(guess);
    if (match.entity.type !== 'Person' && isPart(reading, match)) known.push(match);
  }
  return { known, candidates: guesses.filter((guess) => !replaced.has(guess)) };
}

function withTitle(match: KnownMatch, guesses: readonly Candidate[]): KnownMatch {
  const title = guesses.find((guess) => guess.type === 'Person' && guess.title !== null)?.title ?? null;
  return { ...match, title };
}

function indexByWord(guesses: readonly Candidate[]): ReadonlyMap<number, readonly Candidate[]> {
  const index = new Map<number, Candidate[]>();
  for (const guess of guesses) {
    for (let at = guess.from; at < guess.to; at++) {
      const own = index.get(at) ?? [];
      own.push(guess);
      index.set(at, own);
    }
  }
  return index;
}

function overlapsOf(index: ReadonlyMap<number, readonly Candidate[]>, { from, to }: Stretch): Candidate[] {
  const found = new Set<Candidate>();
  for (let at = from; at < to; at++) for (const guess of index.get(at) ?? []) found.add(guess);
  return [...found];
}

function contains(outer: Stretch, inner: Stretch): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** "Vladimir Vladimirovich Putin" is the known person; "Lyudmila Putin" is not. */
function isSamePerson(reading: Reading, match: KnownMatch, guess: Stretch): boolean {
  if (match.entity.type !== 'Person') return false;
  const first = reading.words[guess.from]?.folded;
  return (
    match.to - match.from > 1 ||
    !match.names.some((name) => name.length > 1) ||
    match.names.some((name) => name.length > 1 && name[0] === first)
  );
}

function isPart(reading: Reading, match: Stretch): boolean {
  const before = reading.words[match.from - 1]?.folded ?? '';
  return /^(of|the|for|at|in|to)$/.test(before) || /^[’']s$/.test(reading.words[match.to]?.text ?? '');
}
