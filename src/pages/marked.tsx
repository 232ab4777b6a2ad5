/** A text with some ranges of it marked. */

/** From `utf16Start` up to, not including, `utf16End`, in UTF-16 code units. */
export interface Range {
  readonly utf16Start: number;
  readonly utf16End: number;
}

/** @param ranges in any order. Where two overlap, the later one is marked from the end of the earlier one. */
export function Marked({ text, ranges }: { readonly text: string; readonly ranges: readonly Range[] }) {
  const ordered = ranges.toSorted((a, b) => a.utf16Start - b.utf16Start);
  const ends = ordered.map((_, at) => Math.max(0, ...ordered.slice(0, at).map(({ utf16End }) => utf16End)));
  const last = Math.max(0, ...ordered.map(({ utf16End }) => utf16End));
  return (
    <>
      {ordered.map(({ utf16Start, utf16End }, at) => {
        const from = Math.max(ends[at] ?? 0, utf16Start);
        return (
          <>
            {text.slice(ends[at], utf16Start)}
            {from < utf16End && <mark>{text.slice(from, utf16End)}</mark>}
          </>
        );
      })}
      {text.slice(last)}
    </>
  );
}
