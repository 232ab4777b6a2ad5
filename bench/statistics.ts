/** Statistics: what is said of figures that were measured several times. */

/** The one in the middle; of an even number the mean of the two in the middle. Refuses an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError('An empty list has no median.');
  return (low + high) / 2;
}

/** How far from the median half of the values lie at most, as a part of the median: 0.05 for "within 5 %". */
export function spread(values: readonly number[]): number {
  const middle = median(values);
  return middle === 0 ? 0 : median(values.map((value) => Math.abs(value - middle))) / middle;
}

/** The ratios of what was measured in the same round, so that a slow round slows both sides of a ratio. */
export function ratiosOf(values: readonly number[], bases: readonly number[]): readonly number[] {
  return values.map((value, round) => value / (bases[round] ?? Number.NaN));
}

/** The median of these ratios. */
export function medianRatio(values: readonly number[], bases: readonly number[]): number {
  return median(ratiosOf(values, bases));
}
