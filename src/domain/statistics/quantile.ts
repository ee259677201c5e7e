/**
 * The sample quantile of type 7 (linear between order statistics at (n − 1)p), the default of R and numpy.
 *
 * Source: Hyndman & Fan 1996, The American Statistician 50, 361–365.
 *
 * @param sorted values in ascending order
 * @param p in 0…1
 * @returns `null` for no values
 */
export function quantileType7(sorted: ArrayLike<number>, p: number): number | null {
  const place = (sorted.length - 1) * p;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (place - Math.floor(place)) * (above - below);
}
