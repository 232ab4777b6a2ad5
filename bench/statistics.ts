/** Statistics of repeated measurements. */

/** The median; for an even number of values, the mean of the two in the middle. Throws for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError('An empty list has no median.');
  return (low + high) / 2;
}

/** The distance from the median within which half of the values lie, relative to the median: 0.05 for "within 5 %". */
export function spread(values: readonly number[]): number {
  const middle = median(values);
  return middle === 0 ? 0 : median(values.map((value) => Math.abs(value - middle))) / middle;
}

/** The ratios of measurements in the same round, so that a slow round affects both sides of a ratio. */
export function ratiosOf(values: readonly number[], bases: readonly number[]): readonly number[] {
  return values.map((value, round) => value / (bases[round] ?? Number.NaN));
}

/** The median of these ratios. */
export function medianRatio(values: readonly number[], bases: readonly number[]): number {
  return median(ratiosOf(values, bases));
}
